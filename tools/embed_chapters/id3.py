"""Chapters in an MP3: CHAP and CTOC frames of ID3 (ID3v2 Chapter Frame Addendum 1.0).

The tag is made anew and put before the very bytes that followed the old one, so the sound, and
whatever stands at its end, cannot change.
"""

from __future__ import annotations

import hashlib
import io
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

from mutagen.id3 import APIC, CHAP, CTOC, ID3, TIT2, WXXX, CTOCFlags, Frame, ID3NoHeaderError

from tools.embed_chapters.marks import Mark, Picture

_HEADER = 10
_UTF16 = 1
_FOOTER_FLAG = 0x10
_NO_OFFSET = 0xFFFFFFFF  # the addendum, 3.1: the times count, not the bytes
_ROOM = 1024  # for editors that change a word later
_OURS = ("CHAP", "CTOC")
_FIRST_V24 = 4


def read_marks(path: Path) -> tuple[Mark, ...]:
    """Return the chapters in the order in which the tag holds them."""
    return tuple(_mark(frame) for frame in _read_tags(path).getall("CHAP"))


def _mark(frame: Any) -> Mark:  # noqa: ANN401 mutagen is untyped
    subs = frame.sub_frames
    titles, links, pictures = subs.getall("TIT2"), subs.getall("WXXX"), subs.getall("APIC")
    return Mark(
        start=frame.start_time,
        end=frame.end_time,
        title=str(titles[0]) if titles else "",
        url=str(links[0].url) if links else "",
        picture=Picture(type=pictures[0].mime, content=pictures[0].data) if pictures else None,
    )


def write_marks(source: Path, target: Path, marks: Sequence[Mark]) -> None:
    """Write a copy of the audio with these chapters, in ID3v2.3 wherever that loses no tag."""
    kept = _other_frames(source)
    for version in (3, 4):
        tag = _dump(source, marks, version)
        with source.open("rb") as old, target.open("wb") as new:
            old.seek(_sound_begins(old))
            new.write(tag)
            shutil.copyfileobj(old, new)
        if _other_frames(target) == kept:
            return


def _dump(source: Path, marks: Sequence[Mark], version: int) -> bytes:
    """Return a whole tag; mutagen would sort the chapters by size, so each is dumped alone."""
    tags = _read_tags(source)
    for name in _OURS:
        tags.delall(name)
    if version < _FIRST_V24:
        tags.update_to_v23()
    parts = [_frames(tags, version)]
    parts += [_alone(frame, version) for frame in _chapter_frames(marks)]
    body = b"".join(parts) + b"\0" * _ROOM
    return b"ID3" + bytes((version, 0, 0)) + _syncsafe(len(body)) + body


def _alone(frame: Frame, version: int) -> bytes:
    tags = ID3()
    tags.add(frame)
    return _frames(tags, version)


def _frames(tags: Any, version: int) -> bytes:  # noqa: ANN401 mutagen is untyped
    """Return the frames of a tag without its header."""
    if not tags:
        return b""
    buffer = io.BytesIO()
    # Several values of one text stay apart by a zero byte, as in the newer version.
    tags.save(buffer, v1=0, v2_version=version, v23_sep=None, padding=lambda _info: 0)
    return buffer.getvalue()[_HEADER:]


def _syncsafe(number: int) -> bytes:
    """Return a size as ID3v2 writes it: seven bits a byte (ID3v2.3, 3.1)."""
    return bytes(number >> shift & 0x7F for shift in (21, 14, 7, 0))


def _chapter_frames(marks: Sequence[Mark]) -> list[Frame]:
    # Names of one length keep their order in programs that sort them, too.
    names = [f"chapter{number:03}" for number in range(1, len(marks) + 1)]
    flags = CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED
    contents = CTOC(element_id="toc", flags=flags, child_element_ids=names, sub_frames=[])
    return [contents, *(_frame(name, mark) for name, mark in zip(names, marks, strict=True))]


def _frame(name: str, mark: Mark) -> Frame:
    subs: list[Frame] = [TIT2(encoding=_UTF16, text=[mark.title])]
    if mark.url:
        subs.append(WXXX(encoding=_UTF16, desc="chapter", url=mark.url))
    if mark.picture:
        picture = mark.picture
        subs.append(APIC(encoding=_UTF16, mime=picture.type, type=0, desc="", data=picture.content))
    return CHAP(
        element_id=name,
        start_time=mark.start,
        end_time=mark.end,
        start_offset=_NO_OFFSET,
        end_offset=_NO_OFFSET,
        sub_frames=subs,
    )


def _read_tags(path: Path) -> Any:  # noqa: ANN401 mutagen is untyped
    try:
        return ID3(path)
    except ID3NoHeaderError:
        return ID3()


def _other_frames(path: Path) -> list[tuple[str, str]]:
    """Return all frames but the chapters', whatever letters their texts are stored in."""
    return sorted(
        (frame.FrameID, repr({**vars(frame), "encoding": None}))
        for frame in _read_tags(path).values()
        if frame.FrameID not in _OURS
    )


def tags_of(path: Path) -> object:
    """Return what besides chapters the file tells about itself."""
    return _other_frames(path)


def _sound_begins(file: BinaryIO) -> int:
    """Return where the bytes behind the tag begin."""
    head = file.read(_HEADER)
    if len(head) < _HEADER or not head.startswith(b"ID3"):
        return 0
    size = sum((byte & 0x7F) << shift for byte, shift in zip(head[6:], (21, 14, 7, 0), strict=True))
    return _HEADER + size + (_HEADER if head[5] & _FOOTER_FLAG else 0)


def sound_of(path: Path) -> bytes:
    """Return a digest of everything behind the tag."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        file.seek(_sound_begins(file))
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.digest()
