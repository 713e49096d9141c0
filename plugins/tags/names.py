"""What the name of a tag says: its words, and with them its identity."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

_LEADING_DOT = re.compile(r"(?:^|(?<=\s))\.(?=\w)")
_SHARP = re.compile(r"(?<=\w)[#♯](?!\w)")
_SPOKEN = str.maketrans({"+": " plus ", "&": " and ", "@": " at ", "%": " percent "})
_SILENT = str.maketrans("", "", "'’‘ʼ`™®©")
_VARIATION_SELECTORS = re.compile("[\ufe00-\ufe0f]")


def read_words(name: str) -> tuple[str, ...]:
    """Split a name where its author did; signs that are spoken become words.

    >>> read_words("Training-Thursday"), read_words("#TrainingThursday")
    (('Training', 'Thursday'), ('TrainingThursday',))
    >>> read_words("C"), read_words("C++"), read_words("C#"), read_words("F♯")
    (('C',), ('C', 'plus', 'plus'), ('C', 'sharp'), ('F', 'sharp'))
    >>> read_words(".NET"), read_words("Node.js"), read_words("R&B"), read_words("+1")
    (('dot', 'NET'), ('Node', 'js'), ('R', 'and', 'B'), ('plus', '1'))
    >>> read_words("Dave's calls"), read_words("Fundamental #7"), read_words("🎉 ** ❤️")
    (('Daves', 'calls'), ('Fundamental', '7'), ())
    """
    text = unicodedata.normalize("NFKC", name.strip().lstrip("#").translate(_SILENT))
    text = _SHARP.sub(" sharp ", _LEADING_DOT.sub(" dot ", text)).translate(_SPOKEN)
    text = _VARIATION_SELECTORS.sub("", text.translate(_SILENT))
    words = "".join(map(_keep_or_part, text)).split()
    return tuple(word for word in words if any(char.isalnum() for char in word))


def identify(name: str) -> str:
    """Return the key that all spellings of a name share.

    >>> {identify(name) for name in ("#TrainingThursday", "training thursday", "Training_Thursday")}
    {'trainingthursday'}
    >>> identify("C++"), identify("CPlusPlus"), identify("Straße"), identify("Café")
    ('cplusplus', 'cplusplus', 'strasse', 'café')

    Between digits a separator tells two names apart, and a name without words is its own key.

    >>> identify("Web 2.0"), identify("web 20"), identify(" 🎉 ")
    ('web2-0', 'web20', '🎉')
    """
    words = fold(read_words(name))
    if not words:
        return unicodedata.normalize("NFKC", name.strip())
    joints = ("-" if a[-1].isdigit() and b[0].isdigit() else "" for a, b in pairwise(words))
    return words[0] + "".join(joint + word for joint, word in zip(joints, words[1:], strict=True))


def fold(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return words as they are compared."""
    return tuple(unicodedata.normalize("NFKC", word.casefold()) for word in words)


def _keep_or_part(char: str) -> str:
    category = unicodedata.category(char)
    if char.isalnum() or category in {"Mn", "Mc"}:
        return char
    return "" if category == "Cf" else " "
