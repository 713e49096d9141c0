"""Bring an output folder to what was just built: only what differs and is ours is touched."""

from __future__ import annotations

import filecmp
from dataclasses import dataclass
from pathlib import Path

from tools.build.record import Record, read_record, write_record
from tools.shared.errors import RefusedError
from tools.shared.manifest import Manifest
from tools.shared.paths import show, show_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What an output folder needs: files to write and files to remove, sorted."""

    write: tuple[str, ...]
    remove: tuple[str, ...]


def update_output(built: Path, manifest: Manifest, output: Path) -> Changes:
    """Move a build into its output folder and remember every file of it.

    The record names old and new files before the first is written: a killed run's are known.
    """
    record = read_record(output)
    known = record.files if record else frozenset()
    new = frozenset(fact.path for fact in manifest)
    changes = plan_changes(built, new, output, known)
    write_record(Record(folder=output, files=known | new))
    apply_changes(changes, built, output)
    write_record(Record(folder=output, files=new))
    return changes


def plan_changes(built: Path, new: frozenset[str], output: Path, known: frozenset[str]) -> Changes:
    """Compare a build with its output folder; what is in the way and not ours is refused."""
    write = tuple(path for path in sorted(new) if not is_same_file(built / path, output / path))
    foreign = sorted(found for path in write for found in find_in_the_way(output, path) - known)
    if foreign:
        raise RefusedError(
            f"{show(output / foreign[0])}: this file was not written by a build. "
            f"Move it out of {show_folder(output)}, or choose another folder with OUTPUTDIR=…"
        )
    return Changes(write=write, remove=tuple(sorted(known - new)))


def is_same_file(one: Path, other: Path) -> bool:
    """Say whether two plain files have the same bytes."""
    if other.is_symlink() or not other.is_file():
        return False
    return filecmp.cmp(one, other, shallow=False)


def find_in_the_way(output: Path, path: str) -> set[str]:
    """Return what stands where a file shall go: itself, a file for a folder, a folder's files."""
    place = output / path
    above = [output / parent for parent in Path(path).parents[:-1]]
    found = [spot for spot in (place, *above) if spot.is_symlink() or spot.is_file()]
    if not found:
        found = [child for child in place.rglob("*") if child.is_symlink() or child.is_file()]
    return {spot.relative_to(output).as_posix() for spot in found}


def apply_changes(changes: Changes, built: Path, output: Path) -> None:
    """Remove and move files; what is the same keeps its time."""
    for path in changes.remove:
        remove_file(output, path)
    for path in changes.write:
        place = output / path
        place.parent.mkdir(parents=True, exist_ok=True)
        (built / path).replace(place)


def remove_file(output: Path, path: str) -> None:
    """Remove a file and the folders that are empty without it."""
    place = output / path
    if place.is_symlink() or place.is_file():
        place.unlink()
    for folder in place.relative_to(output).parents[:-1]:
        if not remove_empty(output / folder):
            return


def remove_empty(folder: Path) -> bool:
    """Remove a folder if it is there and empty; say whether it is gone."""
    try:
        folder.rmdir()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True
