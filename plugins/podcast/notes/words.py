"""The words of a description, written one after the other with the marks that are on them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

BREAK = "<br/>"


class Mark(NamedTuple):
    """An inline element: the source's name for it, and the tags that are written."""

    name: str
    opening: str
    closing: str


class Words:
    """Writes words; marks open with the first word that has them, and are closed at every end.

    `begin` is called before the first words after an end.
    """

    def __init__(self, out: list[str], begin: Callable[[], None]) -> None:
        self._out = out
        self._begin = begin
        self._marks: list[Mark] = []
        self._written = 0  # how many of the marks are open in what was written
        self._gap = ""  # what stands before the next words
        self._has_begun = False

    def open(self, mark: Mark) -> None:
        self._marks.append(mark)

    def close(self, name: str) -> None:
        """Close the innermost mark of a name; what was opened in it stays open."""
        for position in reversed(range(len(self._marks))):
            if self._marks[position].name == name:
                self._close_written(position)
                del self._marks[position]
                return

    def part(self, gap: str) -> None:
        """Put something between the words before and those that come, if there are any."""
        if self._has_begun and self._gap != BREAK:
            self._gap = gap

    def write(self, text: str) -> None:
        words = text.strip(" ")
        if (text and not words) or text.startswith(" "):
            self._gap = self._gap or " "
        if not words:
            return
        if not self._has_begun:
            self._has_begun, self._gap = True, ""
            self._begin()
        self._out.append(self._gap)
        self._out += [mark.opening for mark in self._marks[self._written :]]
        self._out.append(words)
        self._written = len(self._marks)
        self._gap = " " if text.endswith(" ") else ""

    def end(self) -> None:
        """End the line of words: marks that go on are opened again by the next words."""
        self._close_written(0)
        self._has_begun, self._gap = False, ""

    def _close_written(self, position: int) -> None:
        while self._written > position:
            self._written -= 1
            self._out.append(self._marks[self._written].closing)
