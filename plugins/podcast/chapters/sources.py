"""The chapters of an episode from the one place where they were written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from plugins.frontmatter.document import Document
from plugins.podcast.chapters.addresses import Resolve, find_picture, find_url, no_link
from plugins.podcast.chapters.check import check_rows
from plugins.podcast.chapters.files import find_chapter_files, read_chapter_file
from plugins.podcast.chapters.notes_split import split_chapters
from plugins.podcast.chapters.rows import ChapterRow, Fault
from plugins.podcast.model import Chapter
from plugins.shared.problems import Severity
from plugins.shared.run import Run


def find_written(
    document: Document, duration: timedelta, run: Run, resolve: Resolve = no_link
) -> tuple[Chapter, ...] | None:
    """Return the chapters that the notes or a file beside them list; nothing if neither does.

    There are none if anything is wrong with them: half a list would look like a whole one.
    """
    split = split_chapters(document.body, document.body_line)
    files = find_chapter_files(document.path)
    _tell(split.faults, document.where, run)
    if not split.rows and not files:
        return None
    if not _is_alone(split.rows, files, document, run):
        return ()
    if split.rows:
        return _made(split.rows, document.path, document, duration, run, resolve)
    reading = read_chapter_file(files[0])
    made = _made(reading.rows, files[0], document, duration, run, resolve)
    _tell(reading.faults, run.where(files[0]), run)
    return () if reading.faults else made


def _is_alone(
    rows: tuple[ChapterRow, ...], files: tuple[Path, ...], document: Document, run: Run
) -> bool:
    """Refuse two lists: only their author knows which of them is right."""
    places = [*(() if not rows else (f"{document.where}:{rows[0].line}",)), *map(run.where, files)]
    if len(places) == 1:
        return True
    first, second = places[:2]
    what = f"its chapters are written twice, in {first} and in {second}."
    todo = "Keep one of them and remove the other."
    run.problems.error(document.where, what, todo, rule="chapter-sources")
    return False


def _tell(faults: Iterable[Fault], where: str, run: Run) -> None:
    run.problems.add_all(fault.problem(where) for fault in faults)


def _made(
    rows: tuple[ChapterRow, ...],
    source: Path,
    document: Document,
    duration: timedelta,
    run: Run,
    resolve: Resolve,
) -> tuple[Chapter, ...]:
    pairs, found = check_rows(rows, duration)
    faults = [*found]
    chapters = []
    for row, chapter in pairs:
        url, wrong_url = find_url(row, source, document, resolve)
        image, picture, wrong_picture = find_picture(row, document, run)
        faults += [*wrong_url, *wrong_picture]
        chapters.append(replace(chapter, url=url, image=image, picture=picture))
    _tell(faults, run.where(source), run)
    is_whole = all(fault.severity is Severity.WARNING for fault in faults)
    return tuple(chapters) if is_whole else ()
