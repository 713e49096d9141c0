"""How one tag is spelled: where its words part, and which spelling is shown.

A `Tags:` line has room for spaces and a hashtag has none: what stands together in a line is meant
as one word, while capitals inside a hashtag stand for spaces.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plugins.shared.slugs import slugify
from plugins.tags.capitals import split_capitals
from plugins.tags.names import fold, identify, read_words

_ACRONYM_LENGTH = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """One way a tag is written, and how often."""

    name: str
    is_hashtag: bool = False
    count: int = 1

    @property
    def words(self) -> tuple[str, ...]:
        """The words its author parted, with spaces or other signs."""
        return read_words(self.name)

    @property
    def parts(self) -> tuple[str, ...]:
        """The words, where there is one only as its capitals part it."""
        words = self.words
        return split_capitals(words[0]) if len(words) == 1 else words

    @property
    def has_capitals_inside(self) -> bool:
        return len(self.words) == 1 < len(self.parts)

    @property
    def slugs(self) -> frozenset[str]:
        """The addresses this spelling gets while it is the only one, and without hyphens."""
        words = self.parts if self.is_hashtag else self.words
        return frozenset({slugify(" ".join(fold(words))), slugify(identify(self.name))}) - {""}


def part_words(spellings: Sequence[Spelling]) -> tuple[str, ...]:
    """Return the folded words of a tag. What an author parted wins, the most used first.

    >>> part_words([Spelling(name="check in"), Spelling(name="checkin", count=9)])
    ('check', 'in')

    Then a line's capitals, which part nothing; then the hashtags' capitals, unless lines that
    have none are more.

    >>> part_words([Spelling(name="#DaveCast", is_hashtag=True), Spelling(name="DaveCast")])
    ('davecast',)
    >>> part_words([Spelling(name="#DaveCast", is_hashtag=True), Spelling(name="davecast")])
    ('dave', 'cast')
    >>> part_words([Spelling(name="#PodCast", is_hashtag=True), Spelling(name="podcast", count=9)])
    ('podcast',)
    """
    written = [(fold(s.words), s.count) for s in spellings if len(s.words) > 1]
    if written:
        return _most_used(written)
    lines = [s for s in spellings if not s.is_hashtag]
    hashtags = [s for s in spellings if s.is_hashtag and s.has_capitals_inside]
    is_whole = any(s.has_capitals_inside for s in lines) or _total(lines) > _total(hashtags)
    if is_whole or not hashtags:
        return fold(spellings[0].words)
    return _most_used((fold(s.parts), s.count) for s in hashtags)


def choose_name(spellings: Sequence[Spelling], words: tuple[str, ...]) -> str:
    """Return the spelling to show, among those that part the words so.

    Best is one with spaces and capitals, then a hashtag parted at its capitals, then one with
    capitals, then small letters as written; of equals the most used, then the first.

    >>> def show(*names):
    ...     found = [Spelling(name=name, is_hashtag=name.startswith("#")) for name in names]
    ...     return choose_name(found, part_words(found))
    >>> show("Training Thursday", "#trainingthursday"), show("#SayingNo", "saying no")
    ('Training Thursday', 'Saying No')
    >>> show("#sayingNo"), show("#trust", "Trust"), show("follow-up"), show("#follow_up")
    ('Saying No', 'Trust', 'follow-up', 'follow up')
    >>> show("R&B", "#RAndB"), show("#YouTube"), show("#youtube", "YouTube"), show("DaveCast")
    ('R&B', 'YouTube', 'YouTube', 'DaveCast')
    """
    shown: Counter[tuple[int, bool, str]] = Counter()
    for spelling in spellings:
        text = _show(spelling, words)
        if text:
            shown[_rank(spelling, words, text), _shouts(text), text] += spelling.count
    best = min(shown, key=lambda key: (*key[:2], -shown[key], key[2]), default=None)
    return best[2] if best else spellings[0].name


def _show(spelling: Spelling, words: tuple[str, ...]) -> str:
    """Return a spelling as a person would write it, or nothing if it parts other words."""
    if fold(spelling.words) == words:
        plain = spelling.name.strip().lstrip("#").replace("_", " ")
        return unicodedata.normalize("NFC", " ".join(plain.split()))
    if spelling.is_hashtag and fold(spelling.parts) == words:
        first, *others = spelling.parts
        return " ".join((first[0].upper() + first[1:] if first.islower() else first, *others))
    return ""


def _rank(spelling: Spelling, words: tuple[str, ...], text: str) -> int:
    if text == text.lower():
        return 3
    if fold(spelling.words) != words:
        return 1
    has_spaces = " " in text or "-" not in text
    return 0 if len(words) > 1 and has_spaces else 2


def _shouts(text: str) -> bool:
    return text.isupper() and len(text) > _ACRONYM_LENGTH


def _total(spellings: Iterable[Spelling]) -> int:
    return sum(spelling.count for spelling in spellings)


def _most_used(votes: Iterable[tuple[tuple[str, ...], int]]) -> tuple[str, ...]:
    counts: Counter[tuple[str, ...]] = Counter()
    for words, count in votes:
        counts[words] += count
    return min(counts, key=lambda words: (-counts[words], "-".join(words)))
