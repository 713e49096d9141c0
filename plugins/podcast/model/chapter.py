"""Chapters of a recording."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A titled point in time (JSON chapters 1.2).

    `image` is a site path or an `https` address; a chapter that is not `is_listed` only changes
    the picture: apps show it in no list.
    """

    start: timedelta
    title: str
    url: str = ""
    image: str = ""
    end: timedelta | None = None
    is_listed: bool = True
