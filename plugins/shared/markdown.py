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

_TAG = re.compile(r"<[^>]+>")
_NOTE = re.compile(r"<sup\b[^>]*>.*?</sup>", re.DOTALL)
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_ALIGN = re.compile(r"text-align:\s*(left|right|center);?")
SUMMARY_LENGTH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """The HTML, and the #hashtags in the order they stand in the text."""

    html: str
    hashtags: tuple[str, ...]


class AlignByClass(Treeprocessor):
    """Say a cell's alignment with a class: the Content-Security-Policy allows no inline style."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            match = _ALIGN.search(element.get("style", ""))
            if match and element.tag in {"td", "th"}:
                del element.attrib["style"]
                element.set("class", f"align-{match[1]}")


class AlignmentExtension(Extension):
    """Adds `AlignByClass`, late: after tables were made."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 Python-Markdown's name
        md.treeprocessors.register(AlignByClass(md), "align-by-class", 5)


class Renderer:
    """A Markdown instance that is reset, not rebuilt, for every text."""

    def __init__(self, settings: Mapping[str, object]) -> None:
        chosen = {name: value for name, value in settings.items() if name != "extensions"}
        extensions = [
            extension
            for extension in cast("list[object]", settings.get("extensions", []))
            if extension != "markdown.extensions.meta"
        ]
        configured = cast("Mapping[str, object]", settings.get("extension_configs", {}))
        extensions += [name for name in configured if name not in extensions]
        chosen["extensions"] = [*extensions, AlignmentExtension()]
        self._markdown = Markdown(**chosen)  # type: ignore[arg-type]  # Pelican's settings

    def render(self, text: str) -> Rendered:
        self._markdown.reset()
        html = self._markdown.convert(text)
        return Rendered(html=html, hashtags=tuple(getattr(self._markdown, "hashtags", ())))


def summarise(html: str) -> str:
    """Return the first paragraph as plain text, cut at a word.

    >>> summarise("<h2>One</h2><p>Call <em>them</em> &amp; listen.<sup>1</sup></p><p>Then.</p>")
    'Call them & listen.'
    """
    match = _PARAGRAPH.search(html)
    text = plain_text(match[1]) if match else ""
    if len(text) <= SUMMARY_LENGTH:
        return text
    return text[:SUMMARY_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:.–—-") + " …"


def plain_text(html: str) -> str:
    """Return HTML's words on one line."""
    return " ".join(unescape(_TAG.sub("", _NOTE.sub("", html))).split())
