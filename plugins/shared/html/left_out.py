"""What a feed leaves out of a text and readers of it would miss: told to the author."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import NamedTuple

from plugins.shared.html.allowed import SCHEMES
from plugins.shared.html.embeds import EMBED, find_source
from plugins.shared.problems import Problem, Severity

_ATTRIBUTES = r"""(?:[^>"']|"[^"]*"|'[^']*')*"""
_TAG = re.compile(
    rf"<!--.*?(?:-->|$)|<(?P<name>a|canvas|form|img|math|script|svg)\b(?P<rest>{_ATTRIBUTES})>",
    re.DOTALL | re.IGNORECASE,
)
_TARGET = re.compile(
    r"""\s(?:href|src)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+))""",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"[\0- ]*([a-zA-Z][a-zA-Z0-9+.-]*):")
_LONGEST = 40
_DRAWN = "which apps do not draw", "Use a picture instead."
_ELEMENTS = {
    "canvas": _DRAWN,
    "form": ("which apps cannot send", "Link to a page that has it."),
    "math": _DRAWN,
    "script": ("which apps do not run", "Say in words what it shows, or link to where it runs."),
    "svg": _DRAWN,
}


class _Loss(NamedTuple):
    what: str
    todo: str
    typed: str


def find_left_out(html: str, where: str, line_of: Callable[[str], int | None]) -> Iterator[Problem]:
    """Yield a warning for each kind of thing that is left out, with the line of the first."""
    for loss in dict.fromkeys((*_in_tags(html), *_in_embeds(html))):
        yield Problem(
            where=where,
            line=line_of(loss.typed) or line_of(unescape(loss.typed)),
            what=loss.what,
            todo=loss.todo,
            severity=Severity.WARNING,
            rule="notes-left-out",
        )


def _in_tags(html: str) -> Iterator[_Loss]:
    for tag in _TAG.finditer(html):
        name = (tag["name"] or "").lower()
        if name in _ELEMENTS:
            why, todo = _ELEMENTS[name]
            yield _Loss(f"feeds leave out the <{name}>, {why}.", todo, f"<{tag['name']}")
            continue
        # Links of hashtags are made later.
        is_link = name and 'class="hashtag"' not in tag["rest"]
        target = _TARGET.search(tag["rest"]) if is_link else None
        if target:
            yield from _in_target(name, next(filter(None, target.groupdict().values()), ""))


def _in_target(name: str, typed: str) -> Iterator[_Loss]:
    scheme = _SCHEME.match(unescape(typed))
    kind = scheme[1].lower() if scheme else "https"
    shown = typed if len(typed) <= _LONGEST else typed[:_LONGEST] + "…"
    if name == "a" and kind not in SCHEMES:
        what = f"feeds leave out the link {shown!r}, which apps do not open."
        yield _Loss(what, "Use an address with https, http, mailto or tel.", typed)
    elif name == "img" and kind != "https":
        what = f"feeds leave out the picture {shown!r}, which apps do not load."
        yield _Loss(what, "Put it beside the text, or use its https address.", typed)


def _in_embeds(html: str) -> Iterator[_Loss]:
    for embed in EMBED.finditer(html):
        if embed["name"] and not find_source(embed):
            name = embed["name"].lower()
            what = f"feeds leave out the <{name}>, which has no address to link to."
            yield _Loss(what, "Give it a src.", f"<{embed['name']}")
