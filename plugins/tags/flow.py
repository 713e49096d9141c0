"""What a reader has passed in a block of text, the host's placeholders among it."""

from __future__ import annotations

import re
from html import unescape

from markdown.util import HtmlStash

SILENT = (
    frozenset({"a", "math", "svg"})
    | {"h1", "h2", "h3", "h4", "h5", "h6"}
    | {"code", "kbd", "pre", "samp"}
    | {"script", "style", "template", "title"}
    | {"button", "option", "select", "textarea"}
)
"""Elements in which a hashtag is no tag: links, headings, code and the like."""

_ESCAPE = re.compile("\x02(\\d+)\x03")
_STASHED = re.compile("\x02wzxhzdk:(\\d+)\x03")
_ENTITY = re.compile(r"&#?\w+;")
_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*)(?:[^<]*[^</])?(/?)>\Z", re.DOTALL)
_REMEMBERED = 16


class Flow:
    """The end of the text before, and the silent element that raw HTML has opened, if any."""

    def __init__(self, stash: HtmlStash) -> None:
        self._stash = stash
        self.before = ""
        self.silent = ""

    def restart(self) -> None:
        """Begin a block, or go on after one."""
        self.before = self.silent = ""

    def pass_text(self, text: str) -> None:
        self.before = (self.before + text)[-_REMEMBERED:]

    def pass_placeholder(self, placeholder: str) -> None:
        """Pass an escaped character, an entity or a piece of raw HTML."""
        if escape := _ESCAPE.fullmatch(placeholder):
            self.pass_text(chr(int(escape[1])))
        elif stashed := _STASHED.fullmatch(placeholder):
            self._pass_html(str(self._stash.rawHtmlBlocks[int(stashed[1])]))
        else:
            self.pass_text("&")

    def _pass_html(self, html: str) -> None:
        if _ENTITY.fullmatch(html):
            self.pass_text(unescape(html))
        elif (tag := _TAG.match(html)) and not tag[3]:
            self._pass_tag(tag[2].lower(), closes=bool(tag[1]))

    def _pass_tag(self, name: str, *, closes: bool) -> None:
        if closes and name == self.silent:
            self.silent = ""
        elif not closes and not self.silent and name in SILENT:
            self.silent = name
        elif name == "br":
            self.pass_text("\n")
