"""Where sentences end, in many scripts: places at which a text may be cut."""

from __future__ import annotations

import re
import unicodedata

# Marks that a space follows: Latin, Greek, Arabic, Armenian, Ethiopic, Devanagari, Burmese, Khmer.
_SPACED = ".!?…‽\u037e؟۔։።፧፨।॥။។៕"
# Marks of Chinese and Japanese, which need no space.
_CLOSE = "。！？｡．"
_QUOTES = "\"'”’»›)]）」』】〉》"
_END = re.compile(
    rf"[{re.escape(_SPACED)}]+[{re.escape(_QUOTES)}]*(?=\s|$)|[{_CLOSE}]+[{re.escape(_QUOTES)}]*"
)
# Abbreviations that a sentence goes on after, in the languages that have most of them.
_ABBREVIATIONS = """
mr mrs ms dr prof st sr jr rev hon vs etc cf al eds ed ca approx dept inc ltd corp tel ext bzw usw
vgl evtl ggf inkl zzgl str hr fr abs mme mlle av sra srta ud uds sig sigg dott ing
"""
_BEFORE_NUMBERS = """
no nos nr núm art fig vol bd p pp pág jan feb mar apr jun jul aug sep sept oct okt nov dec dez
"""
_TAKING_A_STOP = frozenset(_ABBREVIATIONS.split())
_TAKING_IT_BEFORE_NUMBERS = frozenset(_BEFORE_NUMBERS.split())
_DOTTED = re.compile(r"(?:\w+\.)+\w{1,2}")
_BETWEEN = re.compile(r"[\s(\[„“\"'–—-]")
_LONGEST_ORDINAL = 2
_NEAR = 20  # letters around a mark that are looked at
_JOINERS = "\u200c\u200d"


def find_ends(text: str) -> list[int]:
    """Return the places behind the sentences of a text.

    >>> find_ends("Ask Dr. Who, e.g. at 3.14 p.m. on the 3. Then? Yes.")
    [46, 51]
    """
    return [found.end() for found in _END.finditer(text) if _is_end(text, found)]


def _is_end(text: str, found: re.Match[str]) -> bool:
    following = text[found.end() : found.end() + _NEAR].lstrip()[:1]
    if following.islower():
        return False
    mark = found[0].rstrip(_QUOTES)
    before = text[max(found.start() - _NEAR, 0) : found.start()]
    word = _BETWEEN.split(before)[-1]
    if mark == "." and following.isdigit() and word.lower() in _TAKING_IT_BEFORE_NUMBERS:
        return False
    return mark != "." or not _takes_a_stop(word)


def _takes_a_stop(word: str) -> bool:
    """Say whether a full stop belongs to the word before it: an abbreviation, an ordinal."""
    if word.isdigit():
        return len(word) <= _LONGEST_ORDINAL
    is_letter = len(word) == 1 and word.isalpha() and word not in {"I", "i"}
    # `J.` and `z.` stand for words; `é` is one.
    is_initial = is_letter and (word.isascii() or word.isupper())
    return is_initial or word.lower() in _TAKING_A_STOP or _DOTTED.fullmatch(word) is not None


def find_word_ends(text: str) -> list[int]:
    """Return the places behind the words of a text."""
    return [found.start() for found in re.finditer(r"(?<=\S)(?=\s|$)", text)]


def find_letter_ends(text: str) -> list[int]:
    """Return the places between letters, where no accent, joined sign or flag is torn."""
    return [place for place in range(1, len(text) + 1) if _is_apart(text, place)]


def _is_apart(text: str, place: int) -> bool:
    if place == len(text):
        return True
    before, after = text[place - 1], text[place]
    if before in _JOINERS or after in _JOINERS or _belongs(after):
        return False
    if not _is_half_flag(after):
        return True
    run = 0
    while run < place and _is_half_flag(text[place - 1 - run]):
        run += 1
    return run % 2 == 0


def _belongs(letter: str) -> bool:
    """Say whether a character changes the one before it: accents, vowel signs, skin colours."""
    return unicodedata.category(letter)[0] == "M" or "\U0001f3fb" <= letter <= "\U0001f3ff"


def _is_half_flag(letter: str) -> bool:
    return "\U0001f1e6" <= letter <= "\U0001f1ff"
