"""The bytes of a feed on their way to a tree: decoded, cleaned, parsed, and what was amiss."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from plugins.podcast.judge.decoding import Amiss, Lines, decode
from plugins.podcast.values.words import words
from plugins.shared.characters import CONTROL

_DECLARATION = re.compile(r"<\?xml\b[^>]*\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE\b(?:[^\[>]*\[.*?\]\s*>|[^>]*>)", re.DOTALL | re.IGNORECASE)
# What is no markup although it looks like it; what is never closed goes on to the end, so that
# no document makes it be searched again and again.
_ASIDE = r"<!\[CDATA\[(?:.*?\]\]>|.*)|<!--(?:.*?-->|.*)"
# Every start tag, and what may hold things that only look like one.
_TAGS = re.compile(rf"{_ASIDE}|<\?(?:.*?\?>|.*)|<([^/!?\s])", re.DOTALL)
# What may stand before a DOCTYPE; elsewhere it only looks like one.
_PROLOG = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_HTML = re.compile(r"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
# Sections in which `&` is no markup, and every `&`, with what follows if it is a reference.
_AMPERSAND = re.compile(
    rf"{_ASIDE}|&(?:(#\d{{1,7}}|#x[0-9a-fA-F]{{1,7}}|[A-Za-z][\w.-]*);)?", re.DOTALL
)
_XML_ENTITIES = words("amp lt gt quot apos")
_COMPRESSED = (b"\x1f\x8b", b"PK\x03\x04", b"BZh", b"\x28\xb5\x2f\xfd", b"\xfd7zXZ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document and all that was wrong with it before it was a tree; `root` is None if it is none.

    What could be put right was put right, so that the rest can be judged too. `lines` are those
    of all elements in their order; libxml2 counts to 65,535 only.
    """

    size: int
    text: str = ""
    encoding: str = ""
    is_compressed: bool = False
    has_mark: bool = False
    is_html: bool = False
    declaration: str = ""
    bad_bytes: tuple[Amiss, ...] = ()
    controls: tuple[Amiss, ...] = ()
    entities: tuple[Amiss, ...] = ()
    ampersands: tuple[Amiss, ...] = ()
    doctype: tuple[Amiss, ...] = ()
    broken: tuple[Amiss, ...] = ()
    lines: tuple[int, ...] = ()
    root: etree._Element | None = field(default=None, compare=False)


def read_document(raw: bytes) -> Document:
    """Decode and parse the bytes of a document, as far as that is possible."""
    if raw.startswith(_COMPRESSED) or not raw.strip():
        return Document(size=len(raw), is_compressed=bool(raw.strip()))
    decoded = decode(raw)
    text = decoded.text
    declaration = _DECLARATION.match(text.lstrip())
    said = Document(
        size=len(raw),
        text=text,
        encoding=decoded.encoding,
        has_mark=decoded.has_mark,
        is_html=_HTML.match(text, _start(text)) is not None,
        declaration=declaration[0] if declaration else "",
        bad_bytes=decoded.bad_bytes,
    )
    return said if said.is_html or not text.lstrip().startswith("<") else _parse(said)


def _start(text: str) -> int:
    """Return where the document begins behind its declaration, comments and instructions."""
    prolog = _PROLOG.match(text)
    return prolog.end() if prolog else 0


def _parse(said: Document) -> Document:
    text, doctype = _without_doctype(said.text)
    text, controls = _without_controls(text)
    text, met = _without_entities(text)
    root, broken = _tree(text)
    return replace(
        said,
        controls=(*controls, *met["character"]),
        entities=tuple(met["entity"]),
        ampersands=tuple(met["ampersand"]),
        doctype=doctype,
        broken=broken,
        lines=() if broken else _lines_of_tags(text),
        root=root,
    )


def _without_doctype(text: str) -> tuple[str, tuple[Amiss, ...]]:
    """Take the DOCTYPE away: the rest is judged as if it had declared nothing."""
    found = _DOCTYPE.match(text, _start(text))
    if found is None:
        return text, ()
    left = text[: found.start()] + "\n" * found[0].count("\n") + text[found.end() :]
    return left, (Amiss(line=Lines(text).at(found.start()), what=found[0]),)


def _without_controls(text: str) -> tuple[str, tuple[Amiss, ...]]:
    lines = Lines(text)
    found = dict.fromkeys(
        Amiss(line=lines.at(match.start()), what=f"U+{ord(match[0]):04X}")
        for match in CONTROL.finditer(text)
    )
    return CONTROL.sub(" ", text) if found else text, tuple(found)


def _without_entities(text: str) -> tuple[str, Mapping[str, dict[Amiss, None]]]:
    """Return the text as XML knows it, and what it does not know, by kind, once for a line."""
    lines = Lines(text)
    met: dict[str, dict[Amiss, None]] = {"ampersand": {}, "entity": {}, "character": {}}

    def replaced(match: re.Match[str]) -> str:
        whole, name = match[0], match[1] or ""
        if whole[0] != "&" or name in _XML_ENTITIES or _is_character(name):
            return whole
        kind = "character" if name.startswith("#") else "entity" if name else "ampersand"
        met[kind].setdefault(Amiss(line=lines.at(match.start()), what=whole))
        return " " if name else "&amp;"

    return _AMPERSAND.sub(replaced, text), met


def _lines_of_tags(text: str) -> tuple[int, ...]:
    found, line, last = [], 1, 0
    for match in _TAGS.finditer(text):
        line += text.count("\n", last, match.start())
        last = match.start()
        if match[1]:
            found.append(line)
    return tuple(found)


def _is_character(name: str) -> bool:
    """Say whether a reference such as `#233` names a character that XML has."""
    if not name.startswith("#"):
        return False
    code = int(f"0{name[1:]}", 16) if name[1] == "x" else int(name[1:])
    return 0 < code < 0x110000 and not CONTROL.match(chr(code))  # noqa: PLR2004 the end of Unicode


def _tree(text: str) -> tuple[etree._Element | None, tuple[Amiss, ...]]:
    # What stood before the declaration was told; without it, it is no fault.
    raw = _DECLARATION.sub("", text, count=1).encode("utf-8", "replace")
    try:
        return etree.fromstring(raw, _parser(recover=False)), ()
    except etree.XMLSyntaxError as error:
        broken = Amiss(line=error.lineno or 1, what=_told(error))
    try:
        return etree.fromstring(raw, _parser(recover=True)), (broken,)
    except etree.XMLSyntaxError:
        return None, (broken,)


def _told(error: etree.XMLSyntaxError) -> str:
    """Return what the parser says, without the place, which is told by itself."""
    return re.sub(r", line \d+, column \d+.*", "", str(error.msg))


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=True,
        recover=recover,
    )
