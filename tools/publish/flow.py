"""The steps of a publish; killed at any of them, it is completed by running it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from tools.build.request import Request
from tools.build.site import Site
from tools.publish.carry import carry_over
from tools.publish.diff.candidate import compare_build
from tools.publish.diff.verdict import SiteDiff
from tools.publish.diff.words import render_remedy
from tools.publish.ledger import refuse_unwritable, write_ledger
from tools.publish.stale import refuse_stale
from tools.publish.targets import Target
from tools.shared.errors import ContentError, HarmError

Build = Callable[[Request, Path], Site]


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What a publish did. `ledger` is the file to commit, if it changed."""

    site: Site
    diff: SiteDiff
    name: str
    is_new: bool
    ledger: Path | None


def _say_nothing(_site: Site, _diff: SiteDiff) -> None:
    pass


def publish(
    request: Request,
    target: Target,
    build: Build,
    tell: Callable[[str], None],
    say: Callable[[Site, SiteDiff], None] = _say_nothing,
) -> Published:
    """Build, compare, store, switch, then write the ledger and remove old releases.

    All of it is done or nothing; `say` is told what changes for listeners before anything does.
    """
    target.check(request.content)
    with target.hold():
        # What another publisher did meanwhile counts too.
        target.check(request.content)
        with target.place() as place:
            tell("Building")
            site = _with_ledger(build(request, place), request)
            _refuse_nothing(site)
            refuse_stale(site.facts.ledger, target)
            if site.facts.ledger is not None:
                refuse_unwritable(site.facts.ledger)
            site = carry_over(site, target)
            tell("Comparing")
            diff = compare_build(site, target, request.accept)
            say(site, diff)
            _refuse_harm(diff)
            tell("Storing")
            name = target.keep(site)
        tell("Switching")
        is_new = target.switch(name)
        tell("Noting what was promised")
        ledger = site.facts.ledger
        is_written = ledger is not None and write_ledger(ledger)
        tell("Removing old releases")
        target.prune(name)
    commit = ledger.path if ledger is not None and is_written else None
    return Published(site=site, diff=diff, name=name, is_new=is_new, ledger=commit)


def _refuse_nothing(site: Site) -> None:
    if not site.manifest:
        raise ContentError("The build made no file at all, so nothing was published.")


def _with_ledger(site: Site, request: Request) -> Site:
    """Leave the ledger out of a build that is only a trial."""
    if request.ledger is not False:
        return site
    return replace(site, facts=replace(site.facts, ledger=None))


def _refuse_harm(diff: SiteDiff) -> None:
    if diff.is_dangerous:
        raise HarmError(render_remedy(diff))
