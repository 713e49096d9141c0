"""Links in an entry's HTML: found, and replaced by where they lead."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape
from urllib.parse import unquote

_REST = r"""(?P<rest>(?:[^>"']|"[^"]*"|'[^']*')*)"""
_COMMENT_OR_TAG = re.compile(rf"<!--.*?-->|<(?P<name>[a-zA-Z][a-zA-Z0-9]*)\b{_REST}>", re.DOTALL)
# Every attribute, so that what stands in the value of one is not taken for another.
_ATTRIBUTE = re.compile(
    r"""(?P<before>\s(?P<name>[^\s"'>/=]+)\s*=\s*)"""
    r"""(?:(?P<quote>["'])(?P<value>.*?)(?P=quote)|(?P<bare>[^\s"'>]+))""",
    re.DOTALL,
)
_LINKING = {"href", "src", "poster"}
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_INTERNAL = re.compile(r"[{|](?P<what>filename|static|attach|tag|author|category|index)[|}]")


def rewrite_links(html: str, replace: Callable[[str], str | None]) -> str:
    """Replace the target of each `href`, `src` and `poster`; comments stay as they are.

    Where `replace` returns nothing, the attribute goes: words that lead nowhere yet.
    """

    def in_tag(match: re.Match[str]) -> str:
        if match["name"] is None:
            return match[0]
        return _ATTRIBUTE.sub(in_attribute, match[0])

    def in_attribute(match: re.Match[str]) -> str:
        if match["name"].lower() not in _LINKING:
            return match[0]
        target = unescape(match["value"] if match["quote"] else match["bare"]).strip()
        found = replace(target)
        if found == target:
            return match[0]
        if found is None:
            return ""
        quote = match["quote"] or '"'
        return f"{match['before']}{quote}{escape(found)}{quote}"

    return _COMMENT_OR_TAG.sub(in_tag, html)


def find_ids(html: str) -> frozenset[str]:
    """Return the ids that a fragment may name."""
    return frozenset(
        unescape(attribute["value"] if attribute["quote"] else attribute["bare"])
        for tag in _COMMENT_OR_TAG.finditer(html)
        if tag["name"]
        for attribute in _ATTRIBUTE.finditer(tag["rest"])
        if attribute["name"].lower() == "id"
    )


def is_foreign(target: str) -> bool:
    """Say whether a link leads elsewhere: another host, a mail, a telephone.

    >>> is_foreign("https://example.org/"), is_foreign("mailto:a@example.org"), is_foreign("/x")
    (True, True, False)
    """
    return _SCHEME.match(target) is not None


def split_internal(target: str) -> tuple[str, str]:
    """Return what kind of link a target is in Pelican's notation, and the rest.

    >>> split_internal("{filename}/posts/x.md#y"), split_internal("../x.jpg")
    (('filename', '/posts/x.md#y'), ('', '../x.jpg'))
    """
    match = _INTERNAL.match(target)
    return (match["what"], target[match.end() :]) if match else ("", target)


def split_target(target: str) -> tuple[str, str]:
    """Return the path of a target and its query and fragment.

    >>> split_target("x.md?a=1#b"), split_target("#b")
    (('x.md', '?a=1#b'), ('', '#b'))
    """
    end = min((n for n in (target.find("?"), target.find("#")) if n >= 0), default=len(target))
    return target[:end], target[end:]


_IMAGE = re.compile(r"""<img\b(?P<rest>(?:[^>"']|"[^"]*"|'[^']*')*?)\s*/?>""", re.DOTALL)
_SRC = re.compile(r"\ssrc=\"(?P<src>[^\"]*)\"")


def size_images(html: str, size_of: Callable[[str], tuple[int, int] | None]) -> str:
    """Give each picture whose size is known `width`, `height` and lazy loading."""

    def with_size(match: re.Match[str]) -> str:
        source = _SRC.search(match["rest"])
        size = size_of(unescape(source["src"])) if source else None
        if size is None or " width=" in match["rest"]:
            return f"<img{match['rest'].rstrip()}>"
        extra = f' width="{size[0]}" height="{size[1]}" loading="lazy" decoding="async"'
        return f"<img{match['rest'].rstrip()}{extra}>"

    return _IMAGE.sub(with_size, html)


_HASHTAG = re.compile(r'<a class="hashtag" href="tag:(?P<name>[^"]*)">(?P<text>[^<]*)</a>')


def replace_hashtags(html: str, path_of: Callable[[str], str | None]) -> str:
    """Let each hashtag lead to its tag's page; one that no listed entry has is plain text."""

    def replaced(match: re.Match[str]) -> str:
        path = path_of(unquote(unescape(match["name"])))
        return f'<a class="hashtag" href="{path}">{match["text"]}</a>' if path else match["text"]

    return _HASHTAG.sub(replaced, html)
