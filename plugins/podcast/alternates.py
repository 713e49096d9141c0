"""Other recordings of an episode that its author names: `podcast:alternateEnclosure`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from plugins.frontmatter.named import check_named
from plugins.podcast.audio.faults import AudioError
from plugins.podcast.audio.known import probe_once
from plugins.podcast.audio.probe import Measured
from plugins.podcast.model import Enclosure
from plugins.podcast.recording.promised import enclosure
from plugins.podcast.remote.address import is_remote, parse_address
from plugins.podcast.remote.facts import Facts
from plugins.podcast.values.languages import language_fault
from plugins.podcast.values.line import Line, parse_line, short, whole_number
from plugins.shared.files import sha256_of
from plugins.shared.run import Run

Ask = Callable[[str], tuple[str, Facts] | None]

_PAIRS = ("title", "lang", "rel", "type", "length", "bitrate", "height", "codecs")
_TYPE = re.compile(r"(?:audio|video|application)/[a-z0-9][a-z0-9.+-]*")
_TITLE_LIMIT = 32  # Podcast namespace, alternateEnclosure


def read_alternate(
    text: str, locate: Callable[[str], Path], run: Run, ask: Ask
) -> Enclosure | None:
    """Return a recording: `075-short.opus title=Short`, or one on another host.

    A file's length and digest are measured; its type too, unless it is no audio that we know
    (a video): then its author says `type=`, and of another host's file `length=` as well. What is
    said must be what is measured. Nothing is returned where `ask`, which looks at another host,
    has told what is wrong.

    Raises:
        ValueError: with a whole sentence.
    """
    line = parse_line(text, _PAIRS)
    _check(line)
    is_far = is_remote(line.words)
    found = _foreign(line, ask) if is_far else _ours(line, locate(line.words), run)
    if found is None:
        return None
    numbers = {
        name: whole_number(line.pair(name), name)
        for name in ("bitrate", "height")
        if line.pair(name)
    }
    return replace(
        found,
        title=short(line.pair("title"), _TITLE_LIMIT) if line.pair("title") else "",
        rel=short(line.pair("rel"), _TITLE_LIMIT) if line.pair("rel") else "",
        lang=line.pair("lang"),
        bitrate=numbers.get("bitrate", found.bitrate),
        height=numbers.get("height"),
        codecs=line.pair("codecs") or found.codecs,
    )


def _check(line: Line) -> None:
    """Raise ValueError where a pair says what no app understands."""
    if line.pair("type") and not _TYPE.fullmatch(line.pair("type")):
        raise ValueError(f"type={line.pair('type')} is no type. Write e.g. type=video/mp4.")
    fault = language_fault(line.pair("lang")) if line.pair("lang") else ""
    if fault:
        raise ValueError(f"lang={fault} Write a code such as en or en-GB.")


def address_to_measure(text: str) -> str:
    """Return the address of a recording on another host of which its author says no length.

    Raises:
        ValueError: with a whole sentence, if the line cannot be read.
    """
    line = parse_line(text, _PAIRS)
    is_said = line.pair("type") or line.pair("length")
    return line.words if is_remote(line.words) and not is_said else ""


def _foreign(line: Line, ask: Ask) -> Enclosure | None:
    said = [name for name in ("type", "length") if line.pair(name)]
    if not said:
        answer = ask(line.words)
        if answer is None:
            return None
        url, facts = answer
        _check_said(line, facts.measured)
        return enclosure(url, url, facts.measured)
    if len(said) == 1:
        what = "a recording on another host needs both type= and length=, or neither."
        raise ValueError(f"{what} With neither it is measured.")
    return Enclosure(
        path=parse_address(line.words),
        length_bytes=whole_number(line.pair("length"), "length"),
        sha256="",
        type=line.pair("type"),
        duration=timedelta(),
    )


def _ours(line: Line, file: Path, run: Run) -> Enclosure:
    check_named(file, line.words, run.content)
    path = run.media.add(file)
    measured = _probed(line, file, run)
    if measured is None:
        return Enclosure(
            path=path,
            length_bytes=file.stat().st_size,
            sha256=sha256_of(file),
            type=line.pair("type"),
            duration=timedelta(),
            source=file,
        )
    _check_said(line, measured)
    return enclosure(path, file, measured)


def _probed(line: Line, file: Path, run: Run) -> Measured | None:
    """Return what a file is; nothing if it is no audio that we know, and its author says what."""
    try:
        return probe_once(file, run.cache)
    except AudioError as error:
        if error.rule == "audio-type" and line.pair("type"):
            return None
        raise


def _check_said(line: Line, measured: Measured) -> None:
    """Raise an AudioError if a line says of a file what the file does not."""
    found = {"type": measured.type, "length": measured.length_bytes, "codecs": measured.codecs}
    for name, value in found.items():
        if value and line.pair(name) not in {"", str(value)}:
            what = f"{name}= is {line.pair(name)!r}, but the file has {str(value)!r}."
            raise AudioError("audio-said", f"{what} Leave {name}= out: it is measured.")
