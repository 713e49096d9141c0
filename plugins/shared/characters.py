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
