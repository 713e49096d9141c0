"""Media that a site names and this machine does not have, taken over from what is published."""

from __future__ import annotations

import shutil
from dataclasses import replace

from tools.build.facts import Absent
from tools.build.site import Site
from tools.publish.targets import Target
from tools.shared.errors import ContentError
from tools.shared.manifest import read_manifest


def carry_over(site: Site, target: Target) -> Site:
    """Complete a build with what the target has of it.

    Raises:
        ContentError: if the target does not have it either.
    """
    missing = [absent for absent in site.facts.absent if not _carry(absent, site, target)]
    if missing:
        raise ContentError("\n".join(map(_tell, missing)))
    return replace(site, manifest=read_manifest(site.folder)) if site.facts.absent else site


def _carry(absent: Absent, site: Site, target: Target) -> bool:
    source = target.find(absent.path, absent.sha256)
    if source is None:
        return False
    place = site.folder / absent.path.lstrip("/")
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, place)
    return True


def _tell(absent: Absent) -> str:
    return (
        f"{absent.path}: this recording was published, but it is neither on this machine nor at "
        "the target. Put it back into the content, and publish again."
    )
