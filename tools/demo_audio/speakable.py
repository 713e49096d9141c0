"""Which text a synthetic voice says the way it is written."""

import re

_SENTENCE = re.compile(r"[A-Z][A-Za-z' ,-]*[.?!]")
_SHOUTED = re.compile(r"\b[A-Z]{2,}\b")
_WORD_CHARACTER = re.compile(r"[A-Za-z' ,-]")


def find_obstacle(text: str) -> str | None:
    """Say what keeps the sentence from being spoken, or nothing.

    >>> find_obstacle("They ask, and so they get.")
    >>> find_obstacle("I call 20 people.")
    "'2' is not a word. Write it as it is spoken."
    >>> find_obstacle("Ask the CEO.")
    "'CEO' looks like an abbreviation. Write it as it is spoken."
    >>> find_obstacle("and so they get")
    'a sentence starts with a capital and ends with a full stop or a mark. Add them.'
    """
    for character in text[:-1]:
        if not _WORD_CHARACTER.match(character):
            return f"{character!r} is not a word. Write it as it is spoken."
    if shouted := _SHOUTED.search(text):
        return f"{shouted[0]!r} looks like an abbreviation. Write it as it is spoken."
    if not _SENTENCE.fullmatch(text):
        return "a sentence starts with a capital and ends with a full stop or a mark. Add them."
    return None
