"""HTML of a description cut to a number of bytes: at a sentence, with everything closed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape, unescape
from typing import NamedTuple

from plugins.podcast.notes.sentences import find_ends, find_letter_ends, find_word_ends

_TOKEN = re.compile(r"<(?P<end>/?)(?P<name>[a-z]+)[^>]*?(?P<lone>/?)>|[^<]+")
_LINE_TAGS = frozenset(["p", "li", "ul", "ol", "br"])
_BLOCK_ENDS = frozenset(["</p>", "</li>", "</ul>", "</ol>"])
# A heading, which promises that something follows.
_HEADING = re.compile(r"<p><b>(?:(?!</?b>|</?p>).)*</b></p>", re.DOTALL)

_AHEAD = 40

Finder = Callable[[str], Iterable[int]]


class _Piece(NamedTuple):
    """A tag, or the words between two: where it starts, and what is open before it."""

    html: str
    name: str
    start: int
    open_names: tuple[str, ...]


def cut_html(html: str, limit: int) -> str:
    """Return the longest beginning of reduced HTML that fits and ends with a sentence.

    Where no sentence fits it ends with a word, and where no word does, with a letter.

    >>> cut_html("<p>One. <b>Two! Three</b> four.</p>", 28)
    '<p>One. <b>Two!</b></p>'
    """
    pieces = list(_pieces(html, limit))
    headings = [found.span() for found in _HEADING.finditer(html)]
    for find, avoided in (
        (find_ends, headings), (find_word_ends, headings), (find_letter_ends, []),
    ):  # fmt: skip
        for beginning in _beginnings(html, pieces, avoided, find):
            if len(beginning.encode()) <= limit:
                return beginning
    return ""


def _pieces(html: str, limit: int) -> Iterator[_Piece]:
    """Yield the pieces that the limit reaches into."""
    names: tuple[str, ...] = ()
    for token in _TOKEN.finditer(html):
        if token.start() > limit:
            return
        name = token["name"] or ""
        # Letters far behind the limit are not looked at, however many there are.
        html_of = token[0] if name else token[0][: limit + _AHEAD]
        yield _Piece(html=html_of, name=name, start=token.start(), open_names=names)
        if token["end"]:
            names = names[:-1]
        elif name and not token["lone"]:
            names = (*names, name)


def _beginnings(
    html: str, pieces: Sequence[_Piece], avoided: Sequence[tuple[int, int]], find: Finder
) -> Iterator[str]:
    """Yield every beginning that ends where `find` says or with a block, the longest first."""
    line: list[_Piece] = []
    for piece in reversed(pieces):
        if any(start <= piece.start < end for start, end in avoided):
            continue
        if not piece.name:
            line.insert(0, piece)
        elif piece.name in _LINE_TAGS:
            yield from _in_line(html, line, find)
            line = []
            if piece.html in _BLOCK_ENDS:
                yield _closed(html[: piece.start] + piece.html, piece.open_names[:-1])
    yield from _in_line(html, line, find)


def _in_line(html: str, line: Sequence[_Piece], find: Finder) -> Iterator[str]:
    """Yield the beginnings that end among the words of a line."""
    texts = [unescape(piece.html) for piece in line]
    places = list(find("".join(texts)))
    end = sum(map(len, texts))
    for piece, text in zip(reversed(line), reversed(texts), strict=True):
        start = end - len(text)
        for place in reversed(places):
            if start < place <= end:
                words = escape(text[: place - start], quote=False)
                yield _closed(html[: piece.start] + words, piece.open_names)
        end = start


def _closed(beginning: str, open_names: tuple[str, ...]) -> str:
    return beginning + "".join(f"</{name}>" for name in reversed(open_names))
