"""One canonical tag for each meaning, with one address, whatever way it is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from plugins.shared.problems import Problem, Problems
from plugins.tags.meanings import Meaning, Use, gather_meanings
from plugins.tags.names import identify
from plugins.tags.pages import TagPage, claim_names

__all__ = ["Canon", "Tag", "TagPage", "Use", "canonise"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """One meaning: its address, the name shown, how it is written, the slugs that redirect to it.

    `key` is what all its spellings have in common; `slug` and `key` are unique among tags.
    """

    slug: str
    name: str
    key: str
    spellings: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Canon:
    """All tags sorted by slug, and what is wrong with their names."""

    tags: tuple[Tag, ...]
    problems: tuple[Problem, ...]
    by_key: Mapping[str, Tag] = field(repr=False, compare=False)

    def find(self, name: str) -> Tag | None:
        """Return the tag of a name, in whatever way it is written."""
        return self.by_key.get(identify(name))


def canonise(uses: Iterable[Use], pages: Iterable[TagPage]) -> Canon:
    """Return the tags of all uses and pages; the order of either is of no account.

    >>> names = ("training thursday", "Training-Thursday", "trainingthursday", "C", "C#")
    >>> canon = canonise([Use(name=name, source="a.md") for name in names], ())
    >>> [(tag.slug, tag.name) for tag in canon.tags]
    [('c', 'C'), ('c-sharp', 'C#'), ('training-thursday', 'Training-Thursday')]
    >>> canon.tags[2] is canon.find("#TrainingThursday")
    True
    >>> canon.tags[2].aliases
    ('trainingthursday',)
    """
    pages = tuple(pages)
    owners, conflicts = claim_names(pages)
    kept: dict[str, Meaning] = {}
    addresses: dict[str, str] = {}
    problems = Problems()
    for problem in conflicts:
        problems.add(problem)
    for meaning in gather_meanings(uses, pages, owners):
        first = kept.setdefault(meaning.slug, meaning) if meaning.slug else meaning
        for problem in _check(meaning, first):
            problems.add(problem)
        addresses |= dict.fromkeys(meaning.keys, meaning.slug)
    tags = _settle(kept)
    by_key = {key: tags[slug] for key, slug in addresses.items() if slug}
    for tag in tags.values():
        for name in (tag.slug, *tag.aliases):
            by_key.setdefault(identify(name), tag)
    return Canon(tags=tuple(tags.values()), problems=tuple(problems), by_key=by_key)


def _settle(kept: Mapping[str, Meaning]) -> dict[str, Tag]:
    """Make tags of meanings; an address that two would redirect stays with the first."""
    taken = set(kept)
    tags = {}
    for slug, meaning in sorted(kept.items()):
        aliases = meaning.slugs - taken
        taken |= aliases
        tags[slug] = Tag(
            slug=slug,
            name=meaning.name,
            key=identify(slug) if meaning.page else meaning.keys[0],
            spellings=tuple(sorted({use.name for use in meaning.uses})),
            aliases=tuple(sorted(aliases)),
        )
    return tags


def _check(meaning: Meaning, first: Meaning) -> Iterable[Problem]:
    if not meaning.slug:
        return [_nameless(use) for use in meaning.uses]
    return [] if first is meaning else [_clash(meaning, first)]


def _nameless(use: Use) -> Problem:
    return Problem(
        where=use.source,
        line=use.line,
        what=f"the tag '{use.name}' has nothing in it that an address could be made of.",
        todo=f'Write a word, or "Aliases: {use.name}" in a file of content/tags.',
        rule="tag-letters",
    )


def _clash(meaning: Meaning, first: Meaning) -> Problem:
    """Tell of two tags that only differ in what an address cannot show, such as accents."""
    use, slug = meaning.uses[0], meaning.slug
    other = first.page.title if first.page else first.uses[0].name
    names = [use.name] if first.page else [other, use.name]
    aliases = ", ".join(name for name in names if identify(name) != identify(slug))
    return Problem(
        where=use.source,
        line=use.line,
        what=f"the tags '{use.name}' and '{other}' ({first.place}) share the address"
        f" /tags/{slug}/.",
        todo=f'If they mean the same, write "Aliases: {aliases}" in content/tags/{slug}.md;'
        " if not, give one of them a file of another name there.",
        rule="tag-address",
    )
