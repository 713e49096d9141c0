"""Chapters in an M4A: written by ffmpeg, which copies the sound, and read back with mutagen."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mutagen.mp4 import MP4

from tools.embed_chapters.marks import Mark
from tools.shared.errors import ContentError, ToolError

LONGEST_TITLE = 255  # bytes: a Nero chapter (chpl) counts them in one
_SPECIAL = str.maketrans({char: f"\\{char}" for char in "=;#\\\n"})
_EXACT = ("-fflags", "+bitexact", "-flags", "+bitexact")


def read_marks(path: Path) -> tuple[Mark, ...]:
    """Return the chapters; this format tells where they begin and nothing more."""
    chapters = MP4(path).chapters or ()
    return tuple(
        Mark(start=round(chapter.start * 1000), end=0, title=chapter.title) for chapter in chapters
    )


def write_marks(source: Path, target: Path, marks: Sequence[Mark]) -> None:
    """Write a copy of the audio with these chapters and the tags it had."""
    for mark in marks:
        _check(mark.title)
    command = [_ffmpeg(), "-v", "error", "-nostdin", "-y", "-i", _file(source)]
    command += ["-f", "ffmetadata", "-i", "pipe:0", "-map", "0:a", "-map", "0:v?"]
    command += ["-map_metadata", "0", "-map_chapters", "1", "-c", "copy", *_EXACT]
    command += ["-movflags", "+faststart", "-f", "ipod", _file(target)]
    _run(command, _metadata(marks))
    _copy_tags(source, target)


def _check(title: str) -> None:
    if len(title.encode()) > LONGEST_TITLE:
        raise ContentError(
            f"the title {title!r} is longer than the {LONGEST_TITLE} bytes of an M4A. Shorten it."
        )
    if title.endswith("\\"):
        raise ContentError(
            f"the title {title!r} ends in a backslash, which ffmpeg takes for its own. Remove it."
        )


def _metadata(marks: Sequence[Mark]) -> bytes:
    """Return chapters as ffmpeg reads them."""
    parts = [";FFMETADATA1"]
    for mark in marks:
        parts += ["[CHAPTER]", "TIMEBASE=1/1000", f"START={mark.start}", f"END={mark.end}"]
        parts.append(f"title={mark.title.translate(_SPECIAL)}")
    return ("\n".join(parts) + "\n").encode()


def _copy_tags(source: Path, target: Path) -> None:
    """Give the copy exactly the tags it had: ffmpeg knows some, and adds one of its own."""
    old, new = MP4(source), MP4(target)
    if not old.tags:
        new.delete()
        return
    if new.tags is None:
        new.add_tags()
    new.tags.clear()
    new.tags.update(old.tags)
    new.save()


def tags_of(path: Path) -> object:
    """Return what besides chapters the file tells about itself."""
    tags: Any = MP4(path).tags
    return sorted((key, repr(value)) for key, value in (tags or {}).items())


def sound_of(path: Path) -> bytes:
    """Return a digest of the packets of sound."""
    command = [_ffmpeg(), "-v", "error", "-nostdin", "-i", _file(path), "-map", "0:a"]
    return _run([*command, "-c", "copy", "-f", "md5", "-"])


def _ffmpeg() -> str:
    found = shutil.which("ffmpeg")
    if found is None:
        raise ToolError(
            "ffmpeg is not there, and chapters of an M4A are written with it. Install it: "
            "on Debian and Ubuntu with 'sudo apt-get install ffmpeg', on macOS with "
            "'brew install ffmpeg'."
        )
    return found


def _file(path: Path) -> str:
    """Return a path that ffmpeg cannot take for a flag or a protocol."""
    return f"file:{path}"


def _run(command: Sequence[str], said: bytes = b"") -> bytes:
    done = subprocess.run(command, input=said, capture_output=True, check=False)
    if done.returncode != 0:
        last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise ContentError(f"ffmpeg cannot copy it ({last}). Export the recording again.")
    return done.stdout
