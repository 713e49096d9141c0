"""Rows as the text of XML: a long feed has hundreds of thousands of elements.

Making them in a tree and writing that takes four times as long, mostly for their attributes.
What is written here is what lxml would write, byte for byte.
"""

from __future__ import annotations

import re
from typing import TypeVar

from plugins.podcast.namespace.node import Node, Row
from plugins.shared.characters import holds_control

T = TypeVar("T")
_STEP = "  "


def render_rows(rows: tuple[Row[T], ...], subject: T, indent: str) -> bytes:
    """Return what every row makes of an item, an element a line, in UTF-8.

    Raises:
        ValueError: if a text holds what XML cannot, such as a control character.
    """
    lines: list[str] = []
    for row in rows:
        made = row.make(subject)
        if isinstance(made, Node):
            _render(made, indent, lines)
        elif made is not None:
            for node in made:
                _render(node, indent, lines)
    return _checked("".join(lines))


def _render(node: Node, indent: str, lines: list[str]) -> None:
    name, text, attributes, children, is_html = node
    begin = f"{indent}<{name}"
    for key, value in attributes.items():
        if value:
            begin += f' {key}="{value if _is_plain(value) else _quoted(value)}"'
    if children:
        lines.append(f"{begin}>\n")
        for child in children:
            _render(child, indent + _STEP, lines)
        lines.append(f"{indent}</{name}>\n")
    elif text:
        shown = _section(text) if is_html else text if _is_plain(text) else _escaped(text)
        lines.append(f"{begin}>{shown}</{name}>\n")
    else:
        lines.append(f"{begin}/>\n")


# Most texts are plain, and one look is faster than to replace each of these.
_is_plain = re.compile("""[^&<>"\t\n\r]*""").fullmatch


def _escaped(text: str) -> str:
    for letter, written in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\r", "&#13;")):
        text = text.replace(letter, written)
    return text


def _quoted(value: str) -> str:
    """Return an attribute's value; white space in it would be read as a space (XML 1.0, 3.3.3)."""
    value = _escaped(value)
    for letter, written in (('"', "&quot;"), ("\n", "&#10;"), ("\t", "&#9;")):
        value = value.replace(letter, written)
    return value


def _section(text: str) -> str:
    """Return a CDATA section; what would end it is parted between two (XML 1.0, 2.7)."""
    return f"<![CDATA[{text.replace(']]>', ']]]]><![CDATA[>')}]]>"


def _checked(text: str) -> bytes:
    try:
        found = text.encode()
    except UnicodeEncodeError as error:
        raise ValueError("a text for the feed holds half a character") from error
    if holds_control(found):
        raise ValueError("a text for the feed holds a character that XML cannot")
    return found
