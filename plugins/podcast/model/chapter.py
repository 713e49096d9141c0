"""Chapters of a recording."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from plugins.shared.images import Image


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A titled point in time (JSON chapters 1.2).

    `url` is a web address, or a link from the site's root as in the notes; `image` is a site path
    or an `https` address, and `picture` the file behind a site path; a chapter that is not
    `is_listed` only changes the picture: apps show it in no list.
    """

    start: timedelta
    title: str
    url: str = ""
    image: str = ""
    picture: Image | None = None
    end: timedelta | None = None
    is_listed: bool = True


def spans(
    chapters: Sequence[Chapter], duration: timedelta
) -> tuple[tuple[Chapter, timedelta], ...]:
    """Return each chapter with the time at which the next one begins, the last with the end."""
    starts = (*(chapter.start for chapter in chapters), duration)
    ends = (end for _, end in pairwise(starts))
    return tuple(zip(chapters, ends, strict=True))
