"""Media: published under names with a part of their digest, so a name never changes its bytes."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.shared.files import sha256_of, write_whole
from plugins.shared.images import Image, Thumbnails, measure_image
from plugins.shared.slugs import slugify

_LONGEST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A file of `content/`, or bytes made of it, and the site path it gets."""

    path: str
    source: Path | bytes

    def read(self) -> bytes:
        """Return what is published."""
        return self.source if isinstance(self.source, bytes) else self.source.read_bytes()


def media_path(stem: str, sha256: str, ending: str) -> str:
    """Return the site path of a media file.

    >>> media_path("075 Échos", "a1b2c3d4e5f6", ".MP3")
    '/media/075-echos-a1b2c3d4.mp3'
    """
    # In ASCII a name may be thrice as long as it was, and longer than a name may be.
    word = slugify(stem)[:_LONGEST].strip("-")
    return f"/media/{word or 'file'}-{sha256[:8]}{ending.lower()}"


def generated_path(stem: str, content: bytes, ending: str) -> str:
    """Return the site path of a file that the build itself makes."""
    return media_path(stem, hashlib.sha256(content).hexdigest(), ending)


class Media:
    """The media of one build; only what a published entry names is in it."""

    def __init__(self, cache: Path) -> None:
        self._published: dict[str, Published] = {}
        self._thumbnails = Thumbnails(cache / "images")

    def add(self, source: Path, path: str = "") -> str:
        """Publish a file and return its site path; `path` is one promised earlier."""
        path = path or media_path(source.stem, sha256_of(source), source.suffix)
        self._published.setdefault(path, Published(path=path, source=source))
        return path

    def make(self, stem: str, content: bytes, ending: str) -> str:
        """Publish bytes that the build made and return their site path."""
        path = generated_path(stem, content, ending)
        self._published.setdefault(path, Published(path=path, source=content))
        return path

    def add_image(self, source: Path, alt: str) -> Image:
        """Publish a picture with a small version of it.

        Raises:
            ValueError: if the file is no picture, with a whole sentence.
        """
        measured = measure_image(source)
        small = self._thumbnails.of(source, measured)
        path = self.add(source)
        small_path = path if small is None else self.add(small)
        return Image(
            path=path,
            small=small_path,
            width=measured.width,
            height=measured.height,
            length_bytes=source.stat().st_size,
            type=measured.type,
            alt=alt,
            source=source,
        )

    def __iter__(self) -> Iterator[Published]:
        return iter(sorted(self._published.values(), key=lambda item: item.path))

    def __contains__(self, path: str) -> bool:
        return path in self._published


def copy_media(item: Published, output: Path) -> None:
    """Put one file in its place in the output, unless the very file is there already."""
    target = output / item.path.lstrip("/")
    if isinstance(item.source, bytes):
        if not target.is_file() or target.read_bytes() != item.source:
            write_whole(target, item.source)
        return
    if target.is_file() and target.stat().st_size == item.source.stat().st_size:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(item.source, target)
