"""Releases: whole builds that lie side by side in one folder, each named after what it holds."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from plugins.shared.files import is_file, is_inside, write_whole
from tools.build.update import apply_changes, plan_changes
from tools.publish.durable import sync_folder, sync_tree
from tools.shared.manifest import Manifest, dump_manifest, find_foreign, parse_manifest

_NAME = re.compile(r"[0-9a-f]{12}")
WORK = ".work-"
LINK = ".link"
# What a killed run may leave beside the releases.
_LEFTOVER = re.compile(r"\.(?:work-|link$|[0-9a-f]{12}(?:\.[a-z]+)?\.json\.).*")
# What lies beside a release and is removed with it: its manifest and notes on it.
_BESIDE = re.compile(r"([0-9a-f]{12})(?:\.[a-z]+)?\.json")


class Releases:
    """The folder of releases beside the link that the world sees."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, name: str) -> Path:
        return self.folder / name

    def manifest(self, name: str) -> Manifest | None:
        """Return what a release held when it was made, if that is still known."""
        path = self._manifest_path(name)
        return parse_manifest(path.read_bytes()) if path.exists() else None

    def foreign(self, name: str) -> tuple[str, ...]:
        """Return the files in a release that its build did not write."""
        manifest = self.manifest(name)
        return () if manifest is None else find_foreign(self.path(name), manifest)

    def names(self) -> list[str]:
        """Return all releases, the one published last first."""
        found = [path.name for path in self.folder.iterdir() if _NAME.fullmatch(path.name)]
        known = [name for name in found if self._manifest_path(name).exists()]
        return sorted(known, key=lambda name: (self._published_at(name), name), reverse=True)

    def note(self, name: str, kind: str) -> str | None:
        """Return what was noted on a release, if anything was."""
        path = self._note_path(name, kind)
        return path.read_text(encoding="utf-8") if path.is_file() else None

    def keep(self, built: Path, name: str, manifest: Manifest, notes: Mapping[str, str]) -> None:
        """Make a build a release; one that is there already is brought back to what it was."""
        sync_tree(built)
        for kind, text in sorted(notes.items()):
            write_whole(self._note_path(name, kind), text.encode())
        write_whole(self._manifest_path(name), dump_manifest(manifest))
        release = self.path(name)
        if release.exists():
            _repair(built, release, manifest)
            sync_tree(release)
        else:
            built.rename(release)
        sync_folder(self.folder)

    def prune(self, live: str, keep: int) -> list[str]:
        """Remove all but the releases published last; one with files of others in it stays."""
        old = [name for name in self.names()[keep:] if name != live and not self.foreign(name)]
        for name in old:
            shutil.rmtree(self.path(name))
            for path in sorted(self.folder.glob(f"{name}.*json")):
                path.unlink()
        return old

    def clean(self) -> None:
        """Remove what killed runs left: places to build in, links, lists without a release."""
        for path in sorted(self.folder.iterdir()):
            if _LEFTOVER.fullmatch(path.name) or self._is_list_of_nothing(path):
                _remove(path)

    def _is_list_of_nothing(self, path: Path) -> bool:
        match = _BESIDE.fullmatch(path.name)
        return match is not None and not self.path(match[1]).exists()

    def _manifest_path(self, name: str) -> Path:
        return self.folder / f"{name}.json"

    def _note_path(self, name: str, kind: str) -> Path:
        return self.folder / f"{name}.{kind}.json"

    def _published_at(self, name: str) -> int:
        return self._manifest_path(name).stat().st_mtime_ns


def read_file(folder: Path, path: str) -> bytes | None:
    """Return a file of a release or a build; a path out of a feed may lead anywhere."""
    file = folder / path
    return file.read_bytes() if is_inside(file, folder) and is_file(file) else None


def is_release_name(name: str) -> bool:
    """Say whether a folder's name is one that the publisher gives."""
    return _NAME.fullmatch(name) is not None


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        # An orphaned build may still write here; what it adds is removed by the next run.
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink()


def _repair(built: Path, release: Path, manifest: Manifest) -> None:
    ours = frozenset(fact.path for fact in manifest)
    apply_changes(plan_changes(built, ours, release, ours), built, release)
