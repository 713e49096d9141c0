"""HTML that is all but clean already, as most of what Markdown writes: made so in one quick pass.

A test holds this pass against the cleaner: both return the same.
"""

from __future__ import annotations

import re
from html import escape
from html.entities import html5

from plugins.shared.site import Site

_NAMED = re.compile("&(?!amp;|lt;|gt;)([A-Za-z]+;)")
_ENTITY = re.compile("&(?:amp|lt|gt);")
# RFC 3986, with `&` as an entity; no quotes and no brackets.
_REST = r"""(?:[!#$'()*+,./0-9:;=?@A-Z_a-z~-]|&amp;|%[0-9A-Fa-f]{2})*"""
_WHOLE = re.compile(
    rf"""a href="(?:https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?=[/?#"])|mailto:(?!")){_REST}\""""
)
_OWN = re.compile(rf'a (?:class="hashtag" )?href="(?P<path>/(?!/){_REST})"')
_HEADING = re.compile(r'(?P<name>h[1-6]) id="[^"]*"')

_WORDS = ["a", "b", "code", "em", "i", "strong"]
_TEXT = frozenset([*_WORDS, "br/"])
# What may stand directly in what: HTML's parser leaves these as they are.
_INSIDE: dict[str, frozenset[str]] = {
    "": frozenset(["p", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr/"]),
    "p": _TEXT,
    **{f"h{level}": _TEXT for level in range(1, 7)},
    **{name: _TEXT - {name} for name in _WORDS},
    "ul": frozenset({"li"}),
    "ol": frozenset({"li"}),
    "li": _TEXT | {"p", "ul", "ol"},
    "blockquote": frozenset({"p", "ul", "ol"}),
}
_CLOSING = {f"/{name}": name for name in _INSIDE if name}
_LONE = {"br/", "hr/"}
_SIMPLE = {name: name for name in _INSIDE if name not in {"", "a"}} | {"br": "br/", "hr": "hr/"}


def clean_plain(html: str, site: Site) -> str | None:
    """Return HTML clean if it holds only a few elements in simple forms, rightly nested.

    >>> site = Site(name="S", address="https://example.org", language="en")
    >>> clean_plain('<h2 id="x">A<br>B</h2><p><a href="/c/">C</a></p>', site)
    '<h2>A<br/>B</h2><p><a href="https://example.org/c/">C</a></p>'
    >>> clean_plain("<p>A<script>", site) is None
    True
    """
    if "&" in html:
        html = _NAMED.sub(_character, html)
        if html.count("&") != len(_ENTITY.findall(html)):
            return None
    first, *parts = html.split("<")
    is_torn = html.count(">") != len(parts) or "<p></p>" in html
    return None if is_torn or not _take(parts, site) else "<".join([first, *parts])


def _take(parts: list[str], site: Site) -> bool:
    """Write each tag as it is when clean; say whether all can be, and stand where they may."""
    open_names = [""]
    for number, part in enumerate(parts):
        end = part.find(">")
        tag = part[:end]
        if tag in _CLOSING:
            if open_names.pop() != _CLOSING[tag]:
                return False
            continue
        name = _SIMPLE.get(tag)
        if name is None:
            written = _rewritten(tag, site)
            parts[number] = written + part[end:]
            name = "a" if written.startswith("a ") and "a" not in open_names else written
        elif name != tag:
            parts[number] = name + part[end:]
        if end < 0 or name not in _INSIDE[open_names[-1]]:
            return False
        if name not in _LONE:
            open_names.append(name)
    return len(open_names) == 1


def _rewritten(tag: str, site: Site) -> str:
    """Return a tag with attributes as it is written when it is clean; nothing if it is not."""
    if _WHOLE.fullmatch(tag):
        return tag
    own = _OWN.fullmatch(tag)
    if own:
        return f'a href="{escape(site.origin)}{own["path"]}"'
    heading = _HEADING.fullmatch(tag)
    return heading["name"] if heading else ""


def _character(entity: re.Match[str]) -> str:
    """Return what a name stands for, unless HTML would take that for a mark of its own."""
    character = html5.get(entity[1], entity[0])
    return entity[0] if character in '<>&"' else character
