"""Text of a transcript: bytes decoded, lines counted as editors count them, words tidied."""

from __future__ import annotations

import codecs
import re

from plugins.shared.characters import CONTROL

# Other characters that Python takes for a line's end are words to WebVTT and to editors.
_BREAK = re.compile(r"\r\n|\r|\n")
# A no-break space is typography that its author wants.
_SPACE = re.compile("[ \t\n\x85\u2028\u2029]+")
_ENCODINGS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def decode(content: bytes) -> str:
    """Read UTF-8, or UTF-16 if it says so, with line feeds only.

    Raises:
        UnicodeDecodeError: if it is neither.
    """
    marks = (name for mark, name in _ENCODINGS.items() if content.startswith(mark))
    return _BREAK.sub("\n", content.decode(next(marks, "utf-8")))


def tidy(text: str) -> str:
    r"""Return words on one line, without control characters.

    >>> tidy(" One\n two \x00 three ")
    'One two three'
    """
    return _SPACE.sub(" ", CONTROL.sub(" ", text)).strip(" ")


def wrap(text: str, width: int) -> list[str]:
    """Break a tidy text at spaces into lines of a width; a word that is wider has its own.

    >>> wrap("one two three", 7), wrap("extraordinary", 7)
    (['one two', 'three'], ['extraordinary'])
    """
    lines: list[str] = []
    for word in text.split(" "):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
