"""Clean HTML brought down to the few elements that podcast apps show in a description."""

from __future__ import annotations

import re

from plugins.podcast.notes.words import BREAK, Mark, Words
from plugins.shared.html.allowed import BLOCKS, VOID

# Apple: p, ol, ul, li, a; PSP-1 adds b, i, strong, em; br is shown widely.
_OTHER = re.compile(r'<(?!/?(?:p|[ou]l|li|b|i|strong|em|h[1-6])>|a href="[^"]*">|/a>|br/>)')
_HEADING = re.compile(r"<(/?)h[1-6]>")
_TOKEN = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?P<rest>[^>]*)>|[^<]+")
_HREF = re.compile(r' href="[^"]*"')
_ALT = re.compile(r' alt="([^"]+)"')
_SPACE = re.compile(r"[ \t\n]+")
_KEPT = {"b", "i", "strong", "em"}
_LISTS = {"ol", "ul"}
_BOLD = {"h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary"}
# What stands before a part of a table that is not its first.
_PARTS = {**dict.fromkeys(["thead", "tbody", "tfoot", "tr"], BREAK), "td": " · ", "th": " · "}
_COUNTING = re.compile(r"[0-9+-]+")
_COUNTS = {
    "sup": str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"),
    "sub": str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋"),
}


def reduce_html(html: str) -> str:
    """Return clean HTML as paragraphs, lists, links, emphasis and breaks, with the same words.

    Headings become bold paragraphs, rows of tables and lines of code become lines; a picture
    goes, unless it is all that a link has, which then has its words.

    >>> reduce_html("<h2>A</h2><table><tr><td>1</td><td>2</td></tr></table>")
    '<p><b>A</b></p><p>1 · 2</p>'
    """
    if _OTHER.search(html):
        return _reduce(html)
    return _HEADING.sub(_bold, html) if "<h" in html else html


def _bold(found: re.Match[str]) -> str:
    return "</b></p>" if found[1] else "<p><b>"


def _reduce(html: str) -> str:
    reducer = _Reducer()
    for token in _TOKEN.finditer(html):
        if token["name"] is None:
            reducer.text(token[0])
        elif token["end"]:
            reducer.end(token["name"])
        else:
            reducer.start(token["name"], token["rest"])
    return reducer.finish()


class _Reducer:
    """Takes the pieces of clean HTML one after the other."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._blocks: list[str] = []  # p, li, ol, ul: those that are written and open
        self._fresh = False  # the innermost of them is a list's item without words
        self._names: list[str] = []  # the elements of the source that are open
        self._pictures: list[str] | None = None  # those of a link that has no words yet
        self._words = Words(self._out, self._begin)

    def start(self, name: str, rest: str) -> None:
        if name not in VOID:
            self._names.append(name)
        if name == "img":
            alt = _ALT.search(rest)
            if alt and self._pictures is not None:
                self._pictures.append(alt[1])
        elif name == "a":
            href = _HREF.search(rest)
            self._words.open(Mark("a", f"<a{href[0]}>" if href else "", "</a>" if href else ""))
            self._pictures = []
        elif name in _KEPT:
            self._words.open(Mark(name, f"<{name}>", f"</{name}>"))
        elif name in {"br", "q"}:
            self._words.part(BREAK) if name == "br" else self._write("“")
        elif name in _PARTS:
            self._words.part(_PARTS[name])
        elif name in BLOCKS:
            self._start_block(name)

    def _start_block(self, name: str) -> None:
        self._end_paragraph()
        if name in _LISTS or (name == "li" and self._blocks[-1:] != ["li"] and self._blocks):
            self._open(name)
        elif name in _BOLD:
            self._words.open(Mark(name, "<b>", "</b>"))

    def end(self, name: str) -> None:
        if name == "a":
            pictures, self._pictures = self._pictures, None
            self._write(" ".join(pictures or ()))
        if name == "q":
            self._write("”")
        elif name in BLOCKS and name not in _PARTS:
            self._end_paragraph()
            if name in self._blocks:
                self._close(name)
        self._words.close(name)
        self._names.pop()

    def text(self, text: str) -> None:
        if "pre" in self._names:
            self._write_lines(text)
            return
        raised = [name for name in self._names if name in _COUNTS]
        if raised and _COUNTING.fullmatch(text):
            text = text.translate(_COUNTS[raised[-1]])
        self._write(_SPACE.sub(" ", text))

    def _write(self, text: str) -> None:
        if text.strip():
            self._pictures = None
        self._words.write(text)

    def _write_lines(self, text: str) -> None:
        first, *others = text.split("\n")
        self._write(first)
        for line in others:
            self._words.part(BREAK)
            words = line.lstrip(" ")
            self._write("\xa0" * (len(line) - len(words)) + words if words else "")

    def _begin(self) -> None:
        """Open what words need around them."""
        if self._blocks[-1:] and self._blocks[-1] in _LISTS:
            self._open("li")
        elif not self._fresh:
            self._open("p")
        self._fresh = False

    def _open(self, name: str) -> None:
        self._out.append(f"<{name}>")
        self._blocks.append(name)
        self._fresh = name == "li"

    def _close(self, name: str) -> None:
        while (last := self._blocks.pop()) != name:
            self._out.append(f"</{last}>")
        self._out.append(f"</{name}>")
        self._fresh = False

    def _end_paragraph(self) -> None:
        self._words.end()
        if self._blocks[-1:] == ["p"]:
            self._close("p")

    def finish(self) -> str:
        self._end_paragraph()
        if self._blocks:
            self._close(self._blocks[0])
        return "".join(self._out)
