"""What a page embeds, such as a film or a frame: in a feed it is a link to that."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

_ATTRIBUTES = r"""(?:[^>"']|"[^"]*"|'[^']*')*"""
# A comment has no name.
EMBED = re.compile(
    rf"<!--(?:-?>|.*?(?:--!?>|$))"
    rf"|<(?P<name>audio|embed|iframe|object|video)\b(?P<rest>{_ATTRIBUTES})>"
    rf"(?:(?P<inside>(?:(?!<(?P=name)\b).)*?)</(?P=name)\s*>)?",
    re.DOTALL | re.IGNORECASE,
)
_NAMES = re.compile("<(?:audio|embed|iframe|object|video)", re.IGNORECASE)
_SOURCE = re.compile(
    r"""\s(?:src|data)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+))""",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"""\s(?:title|aria-label)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""", re.IGNORECASE
)
_WORDS = {
    "audio": "Listen to the recording",
    "embed": "Open what is embedded here",
    "iframe": "Open what is embedded here",
    "object": "Open what is embedded here",
    "video": "Watch the film",
}


def link_embeds(html: str, whole: Callable[[str], str | None]) -> str:
    """Put a link where something is embedded; there is nothing where `whole` knows no address.

    >>> link_embeds('<video src="/a.mp4">No film?</video>', lambda target: target)
    '<p><a href="/a.mp4">Watch the film</a></p>'
    """
    if not _NAMES.search(html):
        return html

    def linked(found: re.Match[str]) -> str:
        source = find_source(found) if found["name"] else ""
        address = whole(source) if source else None
        if address is None:
            return ""
        return f'<p><a href="{escape(address)}">{escape(_words(found), quote=False)}</a></p>'

    return EMBED.sub(linked, html)


def find_source(embed: re.Match[str]) -> str:
    """Return the address of what is embedded: its own, or the first of those that it offers."""
    source = _SOURCE.search(embed["rest"]) or _SOURCE.search(embed["inside"] or "")
    return _value(source).strip() if source else ""


def _words(embed: re.Match[str]) -> str:
    title = _TITLE.search(embed["rest"])
    words = " ".join(_value(title).split()) if title else ""
    return words or _WORDS[embed["name"].lower()]


def _value(found: re.Match[str]) -> str:
    return unescape(next(filter(None, found.groupdict().values()), ""))
