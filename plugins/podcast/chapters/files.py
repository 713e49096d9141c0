"""Chapters in a file of their own, with the stem of the episode."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from plugins.podcast.chapters import json_file, simple_file, text_file, webvtt_file
from plugins.podcast.chapters.rows import Reading, unreadable
from plugins.shared.characters import CONTROL
from plugins.shared.files import files_beside

FORMATS: tuple[tuple[str, Callable[[str], Reading]], ...] = (
    (json_file.ENDING, json_file.parse_json_chapters),
    (webvtt_file.ENDING, webvtt_file.parse_webvtt_chapters),
    *((ending, simple_file.parse_simple_chapters) for ending in simple_file.ENDINGS),
    (text_file.ENDING, text_file.parse_text_chapters),
)


def find_chapter_files(source: Path) -> tuple[Path, ...]:
    """Return the files of chapters beside a source, by the order of the table."""
    return tuple(files_beside(source, (ending for ending, _ in FORMATS)))


def read_chapter_file(path: Path) -> Reading:
    """Read a file of chapters by its ending."""
    parse = next(parse for ending, parse in FORMATS if path.name.endswith(ending))
    try:
        content = path.read_bytes()
        text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return unreadable("it is not UTF-8.", "Save it with the encoding UTF-8.", line)
    except OSError as error:
        return unreadable(f"it cannot be read ({error.strerror}).", "Look at its permissions.")
    control = CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        what = f"it holds the control character U+{ord(control[0]):04X}."
        return unreadable(what, "Delete it.", line)
    reading = parse(text)
    if not reading.rows and not reading.faults:
        return unreadable("it holds no chapter.", "Write one, or remove the file.")
    return reading
