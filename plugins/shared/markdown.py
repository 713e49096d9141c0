"""Markdown to HTML with one instance for the whole build."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from typing import cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_TAG = re.compile(r"</?[a-zA-Z][^>]*>|<!--.*?-->", re.DOTALL)
_NOTE = re.compile(r"<sup\b[^>]*>.*?</sup>", re.DOTALL)
_PARAGRAPH = re.compile(r"<p(?:\s[^>]*)?>(.*?)</p>", re.DOTALL)
_ALIGN = re.compile(r"text-align:\s*(left|right|center);?")
SUMMARY_LENGTH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """The HTML, and the #hashtags in the order they stand in the text."""

    html: str
    hashtags: tuple[str, ...]


class Tables(Treeprocessor):
    """Make tables fit the page.

    They are aligned by class, since the Content-Security-Policy allows no inline style; they
    scroll in themselves, by keyboard too; and no heading says nothing.
    """

    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for position, child in enumerate(parent):
                if child.tag == "table":
                    parent[position] = _wrapped(child)
                elif child.tag in {"td", "th"}:
                    _align(child)


def _wrapped(table: Element) -> Element:
    wrapper = Element("div", {"class": "table", "tabindex": "0"})
    wrapper.tail, table.tail = table.tail, "\n"
    wrapper.append(table)
    return wrapper


def _align(cell: Element) -> None:
    match = _ALIGN.search(cell.get("style", ""))
    if match:
        del cell.attrib["style"]
        own = cell.get("class", "")
        cell.set("class", f"{own} align-{match[1]}".strip())
    if cell.tag == "th" and not "".join(cell.itertext()).strip() and not len(cell):
        cell.tag = "td"


class TablesExtension(Extension):
    """Adds `Tables`, late: after tables were made."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 Python-Markdown's name
        md.treeprocessors.register(Tables(md), "tables-of-ours", 5)


class Renderer:
    """A Markdown instance that is reset, not rebuilt, for every text."""

    def __init__(self, settings: Mapping[str, object]) -> None:
        chosen = {name: value for name, value in settings.items() if name != "extensions"}
        extensions = list(cast("list[object]", settings.get("extensions", [])))
        configured = cast("Mapping[str, object]", settings.get("extension_configs", {}))
        extensions += [name for name in configured if name not in extensions]
        # Front matter is read by now; `meta` would take the body's first lines for more of it.
        ours = [name for name in extensions if name not in {"meta", "markdown.extensions.meta"}]
        chosen["extensions"] = [*ours, TablesExtension()]
        self._markdown = Markdown(**chosen)  # type: ignore[arg-type]  # Pelican's settings

    def render(self, text: str) -> Rendered:
        self._markdown.reset()
        html = self._markdown.convert(text)
        return Rendered(html=html, hashtags=tuple(getattr(self._markdown, "hashtags", ())))


def summarise(html: str) -> str:
    """Return the first paragraph that has words as plain text, cut at a word.

    >>> summarise("<h2>One</h2><p>Call <em>them</em> &amp; listen.<sup>1</sup></p><p>Then.</p>")
    'Call them & listen.'
    """
    paragraphs = (plain_text(match[1]) for match in _PARAGRAPH.finditer(html))
    text = next(filter(None, paragraphs), "")
    if len(text) <= SUMMARY_LENGTH:
        return text
    return text[:SUMMARY_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:.–—-") + " …"


def plain_text(html: str) -> str:
    """Return HTML's words on one line."""
    return " ".join(unescape(_TAG.sub("", _NOTE.sub("", html))).split())
