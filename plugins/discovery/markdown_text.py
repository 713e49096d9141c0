"""Plain words written as Markdown, so that they are read as the very words they are."""

from __future__ import annotations

import re

from plugins.discovery.wording import one_line

_MARKS = re.compile(r"[\\`*\[\]]|(?<![^\W_])_|_(?![^\W_])")
_LEADING = re.compile(r"^(?=[#>]|[+-](?:\s|$)|-{3}|~{3})|^(\d+)(?=[.)])")
_TRAILING = re.compile(r"#(?=#*$)")
_ENTITY = re.compile(r"&(?=#|\w+;)")


def escape_text(text: str) -> str:
    r"""Return a text on one line in which nothing is markup.

    >>> print(escape_text("1. *Not* a [link], not <b>bold</b>"))
    1\. \*Not\* a \[link\], not &lt;b>bold&lt;/b>
    """
    text = _MARKS.sub(r"\\\g<0>", one_line(text))
    text = _ENTITY.sub("&amp;", text).replace("<", "&lt;")
    return _LEADING.sub(r"\1\\", _TRAILING.sub(r"\\#", text))


def link(label: str, address: str) -> str:
    """Return an inline link.

    >>> link("A (b)", "https://example.org/a_(b)/")
    '[A (b)](<https://example.org/a_(b)/>)'
    """
    target = f"<{address}>" if "(" in address or ")" in address else address
    return f"[{escape_text(label)}]({target})"
