"""Links within the site, judged when all that it has is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.shared.problems import Problem
from plugins.shared.run import Run

# Ids that the theme gives its own parts of a page, and media fragments (`#t=75`).
THEME_FRAGMENTS = ("page_", "t=")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A link within the site that can be judged only when all is gathered."""

    where: str
    line: int | None
    target: str
    path: str
    fragment: str


def check_references(
    references: list[Reference], run: Run, ids: Mapping[str, frozenset[str]]
) -> list[Problem]:
    """Return a problem for each link to a path, or a heading, that the site will not have."""
    return [problem for reference in references if (problem := _check(reference, run, ids))]


def _check(reference: Reference, run: Run, ids: Mapping[str, frozenset[str]]) -> Problem | None:
    known = reference.path in run.addresses or reference.path in run.media
    if not known:
        hint = f"{reference.path}/"
        todo = f"Did you mean '{hint}'?" if hint in run.addresses else "Correct the address."
        what = f"the link {reference.target!r} leads to an address that the site does not have."
        return _problem(reference, what, todo, "link-there")
    fragment = reference.fragment
    if not fragment or fragment.startswith(THEME_FRAGMENTS):
        return None
    if reference.path in ids and fragment not in ids[reference.path]:
        what = (
            f"the link {reference.target!r} leads to a heading that {reference.path} does not have."
        )
        todo = "Link to the heading's words in lower case, joined by hyphens."
        return _problem(reference, what, todo, "link-heading")
    return None


def _problem(found: Reference, what: str, todo: str, rule: str) -> Problem:
    return Problem(where=found.where, line=found.line, what=what, todo=todo, rule=rule)
