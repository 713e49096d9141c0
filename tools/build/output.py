"""`make html`: build beside the output folder, then bring that folder to the new state."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tools.build.places import refuse_overlap
from tools.build.record import records_folder
from tools.build.request import Request
from tools.build.site import Site, build_site, clean_workplaces, workplace
from tools.build.update import Changes, update_output
from tools.shared.locks import locked


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A build that has reached its output folder."""

    site: Site
    output: Path
    changes: Changes


def build_output(request: Request, output: Path) -> Built:
    """Build a request into an output folder; if the build fails, the folder stays as it was."""
    refuse_overlap(output, request.content, "OUTPUTDIR")
    output = output.resolve()
    prefix = f".{output.name}.building-"
    with locked(records_folder()):
        clean_workplaces(output.parent, prefix)
        with workplace(output.parent, prefix) as place:
            site = build_site(request, place)
            changes = update_output(site.folder, site.manifest, output)
    return Built(site=site, output=output, changes=changes)
