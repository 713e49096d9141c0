"""Markdown text divided into code, which nobody may touch, and the paragraphs around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_QUOTE = re.compile(r"(?: {0,3}> ?)+")
_FENCE = re.compile(r"\s*(?:(?:[-*+]|\d+[.)])\s+)?(?P<mark>`{3,}(?=[^`]*$)|~{3,})")
_RAW = re.compile(r" {0,3}<(?:(?P<name>pre|script|style|textarea)\b|!--)", re.IGNORECASE)
# What opens a block whose further paragraphs are indented: lists, definitions, footnotes, notes.
_CONTAINER = re.compile(r"(?:[-*+:]|\d+[.)]|\[\^[^\]]+\]:|!!!|\?\?\?\+?)\s")
_INDENT = 4


def split_code(text: str) -> Iterator[tuple[bool, str]]:
    r"""Yield (is code, piece): the pieces make up the text again, prose a paragraph at a time.

    >>> list(split_code("One\ntwo\n\n    code\n"))
    [(False, 'One\ntwo\n'), (False, '\n'), (True, '    code\n')]
    """
    scanner = _Scanner()
    lines = [(line, scanner.is_code(line)) for line in _LINE.findall(text)]
    for (is_code, _), group in groupby(lines, key=lambda pair: (pair[1], not pair[0].strip())):
        yield is_code, "".join(line for line, _ in group)


class _Scanner:
    """Reads line after line and knows which are code."""

    def __init__(self) -> None:
        self._end: re.Pattern[str] | None = None
        self._depth = 0
        self._may_start_code = True

    def is_code(self, line: str) -> bool:
        bare = _QUOTE.sub("", line, count=1) if _QUOTE.match(line) else line
        bare = bare.rstrip().expandtabs(_INDENT)
        return self._is_inside(bare) or self._opens(bare) or self._is_indented(bare)

    def _is_inside(self, line: str) -> bool:
        if self._end is None:
            return False
        if self._end.search(line):
            self._end = None
        return True

    def _opens(self, line: str) -> bool:
        if fence := _FENCE.match(line):
            mark = fence["mark"]
            self._end = re.compile(rf"^\s*{re.escape(mark[0])}{{{len(mark)},}}$")
            return True
        raw = _RAW.match(line)
        if raw is None:
            return False
        end = re.compile(rf"</{raw['name']}\s*>" if raw["name"] else "-->", re.IGNORECASE)
        self._end = None if end.search(line, raw.end()) else end
        return True

    def _is_indented(self, line: str) -> bool:
        if not line:
            self._may_start_code = True
            return False
        level = (len(line) - len(line.lstrip())) // _INDENT
        if self._may_start_code:
            self._depth = min(self._depth, level)
            if level > self._depth:
                return True
        self._may_start_code = False
        if _CONTAINER.match(line.lstrip() + " "):
            self._depth = min(level, self._depth) + 1
        return False
