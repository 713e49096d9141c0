"""Chapters as an audio file holds them: milliseconds, a title, perhaps a link and a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from plugins.podcast.chapters.addresses import secure_url
from plugins.podcast.model import Chapter
from plugins.podcast.model.chapter import spans
from plugins.shared.media import Media
from plugins.shared.site import Site

_NOWHERE = Site(name="", address="", language="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture inside a chapter."""

    type: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One chapter; `start` and `end` in milliseconds."""

    start: int
    end: int
    title: str
    url: str = ""
    picture: Picture | None = None


def make_marks(chapters: Sequence[Chapter], duration: timedelta, media: Media) -> tuple[Mark, ...]:
    """Return the marks of the chapters that people see, to the end of the audio.

    Their pictures are those that `media` would publish, which do not tell where they were taken.
    """
    listed = [chapter for chapter in chapters if chapter.is_listed]
    return tuple(
        Mark(
            start=milliseconds(chapter.start),
            end=milliseconds(end),
            title=chapter.title,
            url=secure_url(chapter, _NOWHERE),
            picture=_picture(chapter, media),
        )
        for chapter, end in spans(listed, duration)
    )


def milliseconds(time: timedelta) -> int:
    return round(time / timedelta(milliseconds=1))


def time_of(milliseconds: int) -> timedelta:
    return timedelta(milliseconds=milliseconds)


def _picture(chapter: Chapter, media: Media) -> Picture | None:
    image = chapter.picture
    if image is None:
        return None
    return Picture(type=image.type, content=media.file_of(image.path).read_bytes())


def only(marks: Sequence[Mark], *, urls: bool, pictures: bool, ends: bool) -> tuple[Mark, ...]:
    """Return marks without what is not wanted."""
    return tuple(
        replace(
            mark,
            url=mark.url if urls else "",
            picture=mark.picture if pictures else None,
            end=mark.end if ends else 0,
        )
        for mark in marks
    )
