"""Characters that no feed can hold."""

from __future__ import annotations

import re

# XML 1.0, section 2.2: what may not stand in a document.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    r"""Return a text on one line, without control characters.

    >>> clean("One\x00Two\n Three")
    'One Two Three'
    """
    return " ".join(CONTROL.sub(" ", text).split())


# One search for each is faster than one for all of them: it is the machine's own instruction.
_CONTROL_CODES = tuple(code for code in range(0x20) if code not in b"\t\n\r")
_NO_CHARACTERS = ("\ufffe".encode(), "\uffff".encode())


def holds_control(encoded: bytes) -> bool:
    """Say whether a text in UTF-8 holds what XML cannot (XML 1.0, 2.2)."""
    if any(map(encoded.__contains__, _CONTROL_CODES)):
        return True
    return _NO_CHARACTERS[0][0] in encoded and any(other in encoded for other in _NO_CHARACTERS)


def without_control(text: str) -> str:
    r"""Return a text as XML can hold it, with line feeds for the ends of its lines.

    >>> without_control("One\x00\r\nTwo")
    'One\nTwo'
    """
    try:
        encoded = text.encode()
    except UnicodeEncodeError:
        is_right = False
    else:
        is_right = b"\r" not in encoded and not holds_control(encoded)
    if is_right:
        return text
    return CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
