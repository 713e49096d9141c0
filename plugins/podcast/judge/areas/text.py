"""Texts of any element: whole, escaped once, without markup where none belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.podcast.judge.checks import at_most, quoted
from plugins.podcast.judge.elements import HTML, PLAIN, SHORT
from plugins.podcast.judge.rule import Fault, error, warning
from plugins.podcast.judge.tree import Node, Place
from plugins.podcast.values.words import words
from plugins.shared.rules import Source

LIMIT = 255  # PSP-1
_ESCAPED = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d+|#x[0-9a-fA-F]+);")
_MARKUP = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|br|center|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|s"
    r"|script|small|span|strong|sub|sup|table|tt|u|ul)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_TWICE = re.compile(r"&(?:amp;(?:amp|lt|gt|quot|#\d+);)|&lt;/?(?:p|br|a|ul|ol|li|div|strong|em)\b")
# These say something by being there, or have a rule of their own when they are empty.
_MAY_BE_EMPTY = words(
    """
    fh:complete fh:archive title link description guid language channel item content:encoded
    itunes:owner podcast:podroll podcast:publisher
    """
)


def _padding(node: Node, _: Place) -> Iterator[Fault]:
    text = node.text
    is_ours = not node.name.startswith("{")  # what other namespaces want is their own matter
    if text != text.strip() and is_ours and not node.children and node.name not in HTML:
        what = f"there is space around the text of {node.name}."
        if text.strip():
            yield Fault(what=what, todo="Let it begin right after the tag: strict readers need it.")


def _escaped(node: Node, _: Place) -> Iterator[Fault]:
    found = _ESCAPED.search(node.text)
    if found:
        what = f"{node.name} shows {found[0]!r} to listeners: it was escaped twice."
        yield Fault(what=what, todo="Escape it once.")


def _markup(node: Node, _: Place) -> Iterator[Fault]:
    found = _MARKUP.search(node.text)
    if found:
        what = f"{node.name} holds the markup {quoted(found[0])}, and is plain text."
        yield Fault(what=what, todo="Remove the tags.")


def _children(node: Node, _: Place) -> Iterator[Fault]:
    if node.children:
        child = node.children[0]
        what = f"{node.name} holds the element <{child.name}>, which readers drop."
        todo = "Put the HTML between <![CDATA[ and ]]>." if node.name in HTML else "Remove it."
        yield Fault(what=what, todo=todo, line=child.line)


def _empty(node: Node, _: Place) -> Iterator[Fault]:
    is_empty = not (node.attributes or node.children or node.value or node.name.startswith("{"))
    if is_empty and node.name not in _MAY_BE_EMPTY:
        yield Fault(what=f"{node.name} is empty.", todo="Leave it out, or say something in it.")


def _twice(node: Node, _: Place) -> Iterator[Fault]:
    found = _TWICE.search(node.text)
    if found and ("<" not in node.text or found[0].startswith("&amp;")):
        what = f"{node.name} shows {found[0]!r} to listeners: its HTML was escaped twice."
        yield Fault(what=what, todo="Escape it once, or use CDATA.")


RULES = (
    warning("text-padding", Source.PSP, "No space stands around a text.", "*", _padding),
    error("text-escaping", Source.RSS, "Plain text is escaped once.", " ".join(PLAIN), _escaped),
    error("text-markup", Source.RSS, "Plain text holds no markup.", " ".join(PLAIN), _markup),
    error("text-children", Source.XML, "HTML is escaped.", " ".join(PLAIN | HTML | {"link"}),
          _children),
    warning("text-empty", Source.RSS, "Nothing is there only to be empty.", "*", _empty),
    error("text-length", Source.PSP, f"A text has at most {LIMIT} characters.", " ".join(SHORT),
          at_most(LIMIT)),
    warning("text-twice", Source.RSS, "HTML is escaped once.", " ".join(HTML), _twice),
)  # fmt: skip
