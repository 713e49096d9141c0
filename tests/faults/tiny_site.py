"""A site small enough to publish hundreds of times in a test: its build just writes some files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tools.build.facts import Facts, Ledger
from tools.build.request import Request
from tools.build.site import Site
from tools.publish.flow import Build, Published, publish
from tools.publish.folder import FolderTarget
from tools.shared.manifest import read_manifest


def make_request(tmp_path: Path, *, ledger: Path | bool | None = None) -> Request:
    content = tmp_path / "content"
    content.mkdir(exist_ok=True)
    return Request(conf=tmp_path / "publishconf.py", content=content, ledger=ledger)


def make_build(files: Mapping[str, str], ledger: Ledger | None = None) -> Build:
    """Return a build that makes these files and this ledger."""

    def build(_request: Request, place: Path) -> Site:
        folder = place / "site"
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text)
        facts = Facts(posts=1, site="https://example.org", ledger=ledger)
        return Site(
            folder=folder, manifest=read_manifest(folder), facts=facts, notes=(), seconds=0.1
        )

    return build


def publish_files(
    tmp_path: Path, files: Mapping[str, str], ledger: Ledger | None = None
) -> Published:
    """Publish files to `public` in the temporary folder."""
    target = FolderTarget(str(tmp_path / "public"))
    return publish(make_request(tmp_path), target, make_build(files, ledger), lambda _step: None)


def read_files(folder: Path) -> dict[str, str]:
    """Return a folder's files as a build was given them."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in found}
