"""A folder on this machine as the target: a relative link, renamed from release to release."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.shared.files import sha256_of
from tools.build.places import refuse_overlap
from tools.build.site import Site, workplace
from tools.publish.durable import point_link
from tools.publish.notes import LEDGER, make_notes
from tools.publish.releases import LINK, WORK, Releases, is_release_name, read_file
from tools.shared.errors import RefusedError
from tools.shared.locks import locked
from tools.shared.manifest import Manifest, release_id
from tools.shared.paths import show, show_folder, user_path

_KEPT = 3
_ELSEWHERE = "or choose another folder with TARGET=…"


class FolderTarget:
    """Publishes to `public`, a link into `public.releases/` beside it."""

    def __init__(self, address: str) -> None:
        self.link = user_path(address)
        if not self.link.name:
            raise RefusedError(f"{self.link}: no link can go here. Choose a folder with TARGET=…")
        self.releases = Releases(self.link.with_name(f"{self.link.name}.releases"))

    def check(self, content: Path) -> None:
        """Raise an error unless what stands at the target is ours or nothing."""
        for place in (self.link, self.releases.folder):
            refuse_overlap(place, content, "TARGET")
        for problem in (self._find_odd_link(), self._find_odd_folder(), self._find_odd_file()):
            if problem:
                raise RefusedError(problem)

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Keep every other publisher away, and remove what killed ones left."""
        busy = (
            f"{show_folder(self.link)}: another publish is at work here. "
            "Wait until it is done, then run this again."
        )
        with locked(self.releases.folder, busy):
            self.releases.clean()
            yield

    def name(self) -> str:
        return shlex.quote(show(self.link))

    def promised(self) -> str | None:
        """Return the ledger of the live release."""
        live = self.live()
        return self.releases.note(live, LEDGER) if live else None

    def noted(self) -> str:
        """Return the ledger that was noted last, of the live release if it has one."""
        names = [name for name in (self.live(),) if name]
        names += self.releases.names() if self.releases.folder.is_dir() else []
        found = (self.releases.note(name, LEDGER) for name in names)
        return next((text for text in found if text), "")

    @contextmanager
    def place(self) -> Iterator[Path]:
        """Give an empty place to build in, on the same disk as the releases."""
        with workplace(self.releases.folder, WORK) as place:
            yield place

    def find(self, path: str, sha256: str) -> Path | None:
        """Return a published file, from the live release or else an older one."""
        names = [name for name in (self.live(),) if name] + self.releases.names()
        files = (self.releases.path(name) / path.lstrip("/") for name in names)
        return next((file for file in files if file.is_file() and sha256_of(file) == sha256), None)

    def keep(self, site: Site) -> str:
        """Make a build a release and return its name."""
        name = release_id(site.manifest)
        self.releases.keep(site.folder, name, site.manifest, make_notes(site.facts))
        return name

    def switch(self, name: str) -> bool:
        """Show a release to the world; say whether it is another one than before."""
        if self.live() == name:
            return False
        target = f"{self.releases.folder.name}/{name}"
        point_link(self.link, target, self.releases.folder / LINK)
        return True

    def prune(self, name: str) -> None:
        """Remove old releases."""
        self.releases.prune(name, _KEPT)

    def served(self, path: str) -> bytes | None:
        """Return a file that the world sees."""
        live = self.live()
        return None if live is None else read_file(self.releases.path(live), path)

    def served_manifest(self) -> Manifest:
        """Return what was published last, whatever somebody did to it since."""
        live = self.live()
        if live is None or not self.releases.path(live).is_dir():
            return ()
        return self.releases.manifest(live) or ()

    def live(self) -> str | None:
        """Return the name of the release that the world sees, if the link is ours."""
        if not self.link.is_symlink():
            return None
        target = self.link.parent / self.link.readlink()
        is_ours = target.parent.resolve() == self.releases.folder.resolve()
        return target.name if is_ours and is_release_name(target.name) else None

    def describe(self, name: str) -> str:
        """Return where a release is to be seen."""
        return f"{show_folder(self.link)} → {show(self.releases.path(name))}"

    def next_step(self) -> str:
        """Return the command that shows the published site."""
        name = show(self.link)
        given = "" if name == "public" else f" TARGET={shlex.quote(name)}"
        return f"make serve{given}   shows it on http://127.0.0.1:8000/"

    def _find_odd_link(self) -> str:
        name = show(self.link)
        if self.link.is_symlink():
            if self.live() is not None:
                return ""
            return (
                f"{name}: this link leads to {os.fsdecode(self.link.readlink())}, which is no "
                f"release. Remove it (rm {shlex.quote(name)}), {_ELSEWHERE}"
            )
        if not self.link.exists():
            return ""
        kind = "folder" if self.link.is_dir() else "file"
        away = f"mv {shlex.quote(name)} {shlex.quote(name + '.old')}"
        return (
            f"{name}: this {kind} stands where a link must go. Move it away ({away}), {_ELSEWHERE}"
        )

    def _find_odd_folder(self) -> str:
        folder = self.releases.folder
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            return f"{show(folder)}: the releases go into a folder here. Move it away, {_ELSEWHERE}"
        return ""

    def _find_odd_file(self) -> str:
        live = self.live()
        foreign = self.releases.foreign(live) if live else ()
        if not foreign:
            return ""
        return (
            f"{show(self.link / foreign[0])}: this file was not published from the content and "
            f"would be lost. Move it into the content or elsewhere, {_ELSEWHERE}"
        )
