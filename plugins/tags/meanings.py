"""Uses that mean one tag, gathered by identity and by what the tag pages claim."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plugins.shared.slugs import slugify
from plugins.tags.names import identify
from plugins.tags.pages import TagPage
from plugins.tags.spellings import Spelling, choose_name, part_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A tag as somebody wrote it, in a `Tags:` line or as a hashtag."""

    name: str
    source: str
    line: int | None = None
    is_hashtag: bool = False

    @property
    def place(self) -> str:
        return self.source if self.line is None else f"{self.source}:{self.line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """One tag in the making; `slug` is empty if none can be made of its name.

    `slugs` are the addresses that any of its spellings gets or once got.
    """

    slug: str
    name: str
    keys: tuple[str, ...]
    uses: tuple[Use, ...]
    slugs: frozenset[str]
    page: TagPage | None = None

    @property
    def place(self) -> str:
        """Where an author finds it: its page, else its first use."""
        return self.page.source if self.page else self.uses[0].place


def gather_meanings(
    uses: Iterable[Use], pages: Iterable[TagPage], owners: Mapping[str, TagPage]
) -> tuple[Meaning, ...]:
    """Return the meanings, those with a page first, then the most used.

    `owners` says which page claims a key.
    """
    uses = tuple(uses)
    keys = {name: identify(name) for name in {use.name for use in uses}}
    by_key: defaultdict[str, list[Use]] = defaultdict(list)
    for use in sorted(uses, key=lambda use: (use.source, use.line or 0, use.name, use.is_hashtag)):
        by_key[keys[use.name]].append(use)
    with_page = [
        _from_page(page, owners, by_key)
        for page in sorted(set(pages), key=lambda page: page.slug)
        if owners[identify(page.slug)] == page
    ]
    without = [_from_uses(key, tuple(found)) for key, found in by_key.items() if key not in owners]
    return (*with_page, *sorted(without, key=lambda meaning: (-len(meaning.uses), meaning.keys)))


def _from_page(
    page: TagPage, owners: Mapping[str, TagPage], by_key: Mapping[str, list[Use]]
) -> Meaning:
    keys = tuple(sorted(key for key, owner in owners.items() if owner == page))
    uses = tuple(use for key in keys for use in by_key.get(key, ()))
    names = [Spelling(name=name) for name in (page.slug, *page.aliases)]
    slugs = frozenset().union(*(s.slugs for s in (*names, *_spellings(uses))))
    return Meaning(slug=page.slug, name=page.title, keys=keys, uses=uses, slugs=slugs, page=page)


def _from_uses(key: str, uses: tuple[Use, ...]) -> Meaning:
    spellings = _spellings(uses)
    words = part_words(spellings)
    return Meaning(
        slug=slugify(" ".join(words)),
        name=choose_name(spellings, words),
        keys=(key,),
        uses=uses,
        slugs=frozenset().union(*(spelling.slugs for spelling in spellings)),
    )


def _spellings(uses: Iterable[Use]) -> tuple[Spelling, ...]:
    counts = Counter((use.name, use.is_hashtag) for use in uses)
    return tuple(
        Spelling(name=name, is_hashtag=is_hashtag, count=count)
        for (name, is_hashtag), count in sorted(counts.items())
    )
