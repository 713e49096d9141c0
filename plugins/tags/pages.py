"""Which names each file of `content/tags` claims for its tag: its slug, its aliases, its title."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.shared.problems import Problem
from plugins.tags.names import identify


@dataclass(frozen=True, slots=True, kw_only=True)
class TagPage:
    """What an author says about a tag in `content/tags/<slug>.md`."""

    slug: str
    title: str
    aliases: tuple[str, ...] = ()
    source: str
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A name that a page takes for its tag; `kind` is the word for it in a message."""

    page: TagPage
    kind: str
    name: str


def claim_names(pages: Iterable[TagPage]) -> tuple[dict[str, TagPage], tuple[Problem, ...]]:
    """Return each claimed key with its page, and what two pages both claim.

    A slug goes before an alias and an alias before a title; else the first file keeps the name.
    """
    owners: dict[str, Claim] = {}
    claims: dict[tuple[TagPage, str], Claim] = {}
    for claim in _list_claims(sorted(pages, key=lambda page: (page.source, page.slug))):
        claims.setdefault((claim.page, identify(claim.name)), claim)
    problems = []
    for (page, key), claim in claims.items():
        owner = owners.setdefault(key, claim)
        if owner.page != page:
            problems.append(_conflict(claim, owner))
    return {key: claim.page for key, claim in owners.items()}, tuple(problems)


def _list_claims(pages: list[TagPage]) -> Iterable[Claim]:
    yield from (Claim(page=page, kind="slug", name=page.slug) for page in pages)
    for page in pages:
        yield from (Claim(page=page, kind="alias", name=alias) for alias in page.aliases)
    yield from (Claim(page=page, kind="title", name=page.title) for page in pages)


def _conflict(claim: Claim, owner: Claim) -> Problem:
    other = owner.page.source
    what = {
        ("slug", "slug"): f"{other} is about the tag {claim.name!r} too.",
        ("alias", "slug"): f"the alias {claim.name!r} is a tag with a file of its own, {other}.",
        ("alias", "alias"): f"the alias {claim.name!r} is claimed by {other} too.",
        ("title", "slug"): f"the title {claim.name!r} is the name of another tag, {other}.",
        ("title", "alias"): f"the title {claim.name!r} is an alias in {other}.",
        ("title", "title"): f"the title {claim.name!r} is the title of {other} too.",
    }
    todo = {
        "slug": "Keep one of the two files.",
        "alias": "Remove the alias, or that file." if owner.kind == "slug" else "Keep one of them.",
        "title": "Change one of them.",
    }
    return Problem(
        where=claim.page.source,
        line=claim.page.line,
        what=what[claim.kind, owner.kind],
        todo=todo[claim.kind],
        rule="tag-meaning",
    )
