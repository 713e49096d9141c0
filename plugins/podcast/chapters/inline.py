"""One line of Markdown in plain words, with the link and the picture in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser

from markdown import Markdown

from plugins.shared.characters import clean

_MARKED = re.compile(r"[*_`<\[&\\]")
# Words before it keep a line from being a heading, a list or a block of HTML.
_LEAD = "x "


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline:
    """The words of a line, the links in it as (words, target), and the targets of its pictures."""

    text: str
    links: tuple[tuple[str, str], ...] = ()
    pictures: tuple[str, ...] = ()


@cache
def _markdown() -> Markdown:
    return Markdown()


def read_inline(text: str, definitions: str = "") -> Inline:
    """Read one line; `definitions` are the body's lines that say where `[words][name]` lead.

    >>> read_inline("**Calls** & [names](https://example.org/)")
    Inline(text='Calls & names', links=(('names', 'https://example.org/'),), pictures=())
    """
    if not _MARKED.search(text):
        return Inline(text=clean(text))
    markdown = _markdown()
    markdown.reset()
    collector = _Collector()
    collector.feed(markdown.convert(f"{_LEAD}{text.strip()}\n\n{definitions}"))
    collector.close()
    return Inline(
        text=clean("".join(collector.words)).removeprefix(_LEAD.strip()).strip(),
        links=tuple((clean("".join(words)), target) for words, target in collector.links),
        pictures=tuple(collector.pictures),
    )


@dataclass(eq=False)
class _Collector(HTMLParser):
    """Gathers words, links and pictures from a paragraph."""

    words: list[str] = field(default_factory=list)
    links: list[tuple[list[str], str]] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    is_in_link: bool = False

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: (value or "").strip() for name, value in attrs}
        if tag == "img" and values.get("src"):
            self.pictures.append(values["src"])
        elif tag == "a" and values.get("href"):
            self.links.append(([], values["href"]))
            self.is_in_link = True
        elif tag == "br":
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.is_in_link = False

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if self.is_in_link:
            self.links[-1][0].append(data)
