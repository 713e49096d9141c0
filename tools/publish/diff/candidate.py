"""From a finished build and a target to the diff between them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from tools.build.site import Site
from tools.publish.diff.sides import candidate_side, served_side
from tools.publish.diff.sites import compare_sites
from tools.publish.diff.verdict import SiteDiff
from tools.publish.releases import read_file
from tools.shared.manifest import Manifest


class Served(Protocol):
    """What of a target is needed here."""

    def served(self, path: str) -> bytes | None:
        """Return a file that the world sees."""

    def served_manifest(self) -> Manifest:
        """Return all files that were published last."""


def compare_build(site: Site, target: Served, accepted: Iterable[str]) -> SiteDiff:
    """Compare a build with what its target serves now; nothing is changed by it."""
    facts = site.facts
    shows = {key: path.lstrip("/") for key, path in facts.shows}
    new = candidate_side(lambda path: read_file(site.folder, path), site.manifest, shows)
    old = served_side(target.served, target.served_manifest(), shows)
    return compare_sites(
        old,
        new,
        names=dict(facts.names),
        accepted=accepted,
        broken_promises=facts.broken_promises,
    )
