"""The bytes of a document as text, whatever their encoding, and which line is where."""

from __future__ import annotations

import re
from bisect import bisect_left
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass

_MARKS = ((BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be"))
_ENCODING = re.compile(r"""encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amiss:
    """Something in the text that is not XML, where, and what it was."""

    line: int
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text, the encoding it was in, whether a byte order mark stood before it."""

    text: str
    encoding: str
    has_mark: bool
    bad_bytes: tuple[Amiss, ...] = ()


class Lines:
    """Which line a position of a text is in, found without reading the text again."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends: list[int] | None = None

    def at(self, position: int) -> int:
        """Return the line, counted from 1."""
        if self._ends is None:
            self._ends = [found.start() for found in re.finditer("\n", self._text)]
        return bisect_left(self._ends, position) + 1


def decode(raw: bytes) -> Decoded:
    """Decode the bytes of a document by its mark, its declaration or its first bytes."""
    mark, encoding = next(((m, e) for m, e in _MARKS if raw.startswith(m)), (b"", ""))
    body = raw[len(mark) :]
    encoding = encoding or _guess(body)
    text, bad = _decode(body, encoding)
    return Decoded(text=text, encoding=encoding, has_mark=bool(mark), bad_bytes=bad)


def _guess(body: bytes) -> str:
    if body[:4:2] == b"\0\0":
        return "utf-16-be"
    if body[1:4:2] == b"\0\0":
        return "utf-16-le"
    said = _ENCODING.search(body[:200].decode("latin-1").partition("?>")[0])
    return said[1].lower() if said else "utf-8"


def _decode(body: bytes, encoding: str) -> tuple[str, tuple[Amiss, ...]]:
    try:
        return body.decode(encoding), ()
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        bad = Amiss(line=line, what=f"byte 0x{body[error.start]:02x} is not {encoding.upper()}")
        return body.decode(encoding, "replace"), (bad,)
    except (LookupError, ValueError):  # no such encoding, or one that is not for texts
        bad = Amiss(line=1, what=f"the encoding {encoding!r} is not known")
        return body.decode("utf-8", "replace"), (bad,)
