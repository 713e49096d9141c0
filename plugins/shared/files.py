"""Files read, measured and written so that nothing is ever half there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from unicodedata import normalize

from plugins.shared.digests import Digests, Store


def is_inside(path: Path, folder: Path) -> bool:
    """Say whether a path, with every link followed, lies in a folder."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # a loop of links, or no path at all
        return False


def is_file(path: Path) -> bool:
    """Say whether a file is there, whatever somebody typed as its path."""
    try:
        return path.is_file()
    except (OSError, ValueError):  # longer than a path may be
        return False


def as_spelled(path: Path) -> Path:
    """Return the path of a file as it is spelled on disk; as it was given where no file is.

    An `é` may be one character or two: a Mac writes two, where others write one.
    """
    if str(path).isascii() or is_file(path):
        return path
    folder = _spelled_folder(path.parent)
    places = _spellings(folder, path.name) if folder else ()
    return next((place for place in places if is_file(place)), path)


def _spelled_folder(folder: Path) -> Path | None:
    if str(folder).isascii() or os.path.isdir(folder):  # noqa: PTH112 never raises
        return folder
    place: Path | None = Path(folder.anchor)
    for part in folder.relative_to(folder.anchor).parts:
        places = _spellings(place, part) if place else ()
        place = next((place for place in places if os.path.isdir(place)), None)  # noqa: PTH112
    return place


def _spellings(folder: Path, name: str) -> Iterator[Path]:
    names = dict.fromkeys([name, normalize("NFC", name), normalize("NFD", name)])
    return (folder / name for name in names)


def files_beside(source: Path, endings: Iterable[str]) -> Iterator[Path]:
    """Yield the files that have a source's stem, in the order of the endings."""
    places = (source.with_name(source.stem + ending) for ending in endings)
    return (file for file in map(as_spelled, places) if is_file(file))


DIGESTS = Digests()


def sha256_of(path: Path) -> str:
    """Return the lower-case hex digest of a file, read once as long as it does not change."""
    return DIGESTS.of(path)


def keep_digests(store: Store) -> None:
    """Remember in a store, from one build to the next, what `sha256_of` finds."""
    DIGESTS.keep_in(store)


def read_digest(path: Path) -> str:
    """Return the digest of a file whose bytes were looked at, not one from an earlier build."""
    return DIGESTS.read(path)


def write_whole(path: Path, content: bytes | Iterable[bytes], *, is_lasting: bool = True) -> None:
    """Write a file so that a reader, even after a power cut, sees the old or the new one whole.

    Content may come in pieces that are written one after the other.
    What is not `is_lasting` need not outlive a power cut: it is written faster.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines([content] if isinstance(content, bytes) else content)
            if is_lasting:
                file.flush()
                os.fsync(file.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def write_page(output: Path | str, path: str, content: bytes | Iterable[bytes]) -> None:
    """Write what the site has at one of its paths into the folder of a build."""
    write_whole(Path(output, path.lstrip("/")), content)
