"""The links of a Markdown text made absolute, in place: nothing but their targets changes."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

from plugins.discovery.prose import split_code

Resolve = Callable[[str], str]

_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
# Possessive (`*+`), so that no text, however odd, makes them try again and again.
_BRACKETS = r"\((?:[^()\n]|\([^()\n]*+\))*+\)"
_TARGET = rf"""<[^<>\n]*+>|(?:[^\\()<>\s"']|\\.|(?<=\S)["']|{_BRACKETS}|[ ]++(?=[^\s"')]))++"""
_TITLE = r"""\s*+(?:(?<=\s)(?:"[^\n]{0,500}?"|'[^\n]{0,500}?')\s*+(?=\)))?\)"""
_TOKEN = re.compile(
    rf"""
      \\.                                                        # an escaped character
    | (?<!`)(?P<ticks>`++).+?(?<!`)(?P=ticks)(?!`)               # code
    | <!--(?:(?!<!--).)*?-->
    | (?P<defines>^[ ]{{0,3}}\[(?!\^)[^\[\]\n]+\]:[ \t]*\n?[ \t]*)(?P<defined><[^<>\n]*>|\S+)
    | (?P<tag></?(?P<element>[a-z][a-z0-9]*)(?:"[^"]*"|'[^']*'|[^<>"'])*+>)
    | (?P<opens>\[)
    | (?P<closes>\](?:\((?P<space>\s*+)(?P<target>{_TARGET})(?P<title>{_TITLE}))?)
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE | re.IGNORECASE,
)
_CODE_ELEMENTS = frozenset({"code", "kbd", "pre", "samp", "script", "style"})
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s"'<>/=]+)(?:(?P<is>\s*=\s*)(?P<value>"[^"]*"|'[^']*'|[^\s"'=<>`]+))?"""
)


def absolute_links(text: str, resolve: Resolve) -> str:
    r"""Return a Markdown text whose relative, root and `{filename}` links went through `resolve`.

    Links that are absolute already and anything in code stay as they are.

    >>> absolute_links("[a](b 'T') `[a](b)`", lambda target: f"https://example.org/{target}")
    "[a](https://example.org/b 'T') `[a](b)`"
    """
    return "".join(
        piece if is_code else _Paragraph(resolve).rewrite(piece)
        for is_code, piece in split_code(text)
    )


class _Paragraph:
    """Goes through one paragraph and knows which brackets and which element of code are open."""

    def __init__(self, resolve: Resolve) -> None:
        self._resolve = resolve
        self._open = 0
        self._code = ""

    def rewrite(self, text: str) -> str:
        return _TOKEN.sub(self._token, text)

    def _token(self, match: re.Match[str]) -> str:
        if match["tag"]:
            return self._tag(match)
        if self._code:
            return match[0]
        if match["opens"]:
            self._open += 1
        elif match["closes"]:
            return self._close(match)
        elif match["defines"]:
            return match["defines"] + self._markdown(match["defined"])
        return match[0]

    def _tag(self, match: re.Match[str]) -> str:
        element = match["element"].lower()
        if not self._code and element in _CODE_ELEMENTS:
            self._code = element
        elif self._code == element and match[0].startswith("</"):
            self._code = ""
        return match[0] if self._code else _ATTRIBUTE.sub(self._attribute, match[0])

    def _close(self, match: re.Match[str]) -> str:
        is_link = self._open > 0 and match["target"]
        self._open = max(0, self._open - 1)
        if not is_link:
            return match[0]
        return f"]({match['space']}{self._markdown(match['target'])}{match['title']}"

    def _markdown(self, written: str) -> str:
        target = written.removeprefix("<").removesuffix(">") if written[0] == "<" else written
        address = self._address(target)
        if address == target:
            return written
        return f"<{address}>" if re.search(r"[\s()]", address) else address

    def _attribute(self, match: re.Match[str]) -> str:
        if match["name"].lower() not in ("href", "src") or not match["value"]:
            return match[0]
        target = unescape(match["value"].strip("\"'"))
        address = self._address(target)
        if address == target:
            return match[0]
        return f'{match["name"]}{match["is"]}"{escape(address)}"'

    def _address(self, target: str) -> str:
        return target if not target or _ABSOLUTE.match(target) else self._resolve(target)
