"""Chapters written into files: copies beside them, verified, and then put in their places."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from pathlib import Path

from mutagen import MutagenError

from plugins.podcast.audio.probe import probe
from plugins.podcast.model import Chapter
from plugins.shared.media import Media
from tools.embed_chapters.formats import Format, find_format
from tools.embed_chapters.marks import Mark, make_marks, only
from tools.shared.errors import ContentError
from tools.shared.locks import locked
from tools.shared.paths import show

_SLACK = timedelta(seconds=0.1)
_STAYS = "The file stays as it was."
_BUSY = "another make embed-chapters works in this folder. Wait until it ends."
_PREFIX = ".embed-chapters-"


class Result(StrEnum):
    """What became of a file."""

    EMBEDDED = "embedded"
    UNCHANGED = "unchanged"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to be told in one file; `kind` is None for a format without chapters."""

    path: Path
    kind: Format | None
    marks: tuple[Mark, ...] = ()
    result: Result


def plan_embedding(path: Path, chapters: Sequence[Chapter], media: Media) -> Plan:
    """Decide what one file needs."""
    kind = find_format(path)
    if kind is None:
        return Plan(path=path, kind=None, result=Result.LEFT_OUT)
    with _told(path):
        marks = make_marks(chapters, probe(path).duration, media)
        if len(marks) > kind.most:
            raise ContentError(
                f"{path.suffix[1:].upper()} holds {kind.most} chapters, and there are "
                f"{len(marks)}. Leave some out."
            )
        is_done = _starts(kind.read(path)) == _starts(_room(kind, marks))
    result = Result.UNCHANGED if is_done else Result.EMBEDDED
    return Plan(path=path, kind=kind, marks=marks, result=result)


def _room(kind: Format, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return what of marks a format has room for."""
    return only(marks, urls=kind.has_urls, pictures=kind.has_pictures, ends=kind.has_ends)


def _starts(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return marks without their ends, which follow from the starts and the length."""
    return only(marks, urls=True, pictures=True, ends=False)


def apply_embedding(plans: Sequence[Plan]) -> None:
    """Write all files that need it; none is replaced before all copies are verified."""
    with ExitStack() as stack:
        for folder in sorted({plan.path.resolve().parent for plan in plans}):
            stack.enter_context(locked(folder, f"{show(folder)}: {_BUSY}"))
            _remove_leftovers(folder)
        ready = [
            (plan.path.resolve(), stack.enter_context(_copy(plan, plan.kind)))
            for plan in plans
            if plan.kind is not None and plan.result is Result.EMBEDDED
        ]
        for path, copy in ready:
            copy.replace(path)


def _remove_leftovers(folder: Path) -> None:
    """Remove the copies of a run that was killed; the lock says that none is at work."""
    for leftover in sorted(folder.glob(f"{_PREFIX}*")):
        leftover.unlink()


@contextmanager
def _copy(plan: Plan, kind: Format) -> Iterator[Path]:
    """Make a copy with the chapters, which is removed again if it takes no place."""
    path = plan.path.resolve()
    before = path.stat()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_PREFIX, suffix=path.suffix)
    os.close(handle)
    copy = Path(name)
    try:
        with _told(plan.path):
            kind.write(path, copy, plan.marks)
            _verify(path, copy, kind, plan.marks)
        shutil.copymode(path, copy)
        _sync(copy)
        if _age(before) != _age(path.stat()):
            raise ContentError(f"{show(plan.path)}: it changed meanwhile. Run this again.")
        yield copy
    finally:
        copy.unlink(missing_ok=True)


def _verify(path: Path, copy: Path, kind: Format, marks: tuple[Mark, ...]) -> None:
    """Raise unless the copy differs from the file in its chapters alone."""
    if kind.sound_of(path) != kind.sound_of(copy):
        raise ContentError("its sound would not be the same. Export the recording again.")
    if kind.tags_of(path) != kind.tags_of(copy):
        raise ContentError("its other tags would not be the same. Save them again with an editor.")
    if kind.read(copy) != _room(kind, marks):
        raise ContentError("the chapters cannot be read back as written. Simplify their titles.")
    if abs(probe(path).duration - probe(copy).duration) > _SLACK:
        raise ContentError("its length would not be the same. Export the recording again.")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say of what goes wrong which file it is, and that nothing happened to it."""
    try:
        yield
    except ContentError as error:
        raise ContentError(f"{show(path)}: {error} {_STAYS}") from None
    except (ValueError, MutagenError) as error:
        raise ContentError(f"{show(path)}: it cannot be written ({error}). {_STAYS}") from error


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _age(stat: os.stat_result) -> tuple[int, int, int]:
    return stat.st_ino, stat.st_size, stat.st_mtime_ns
