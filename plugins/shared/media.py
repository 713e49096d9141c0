"""Media: published under names with a part of their digest, so a name never changes its bytes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.shared.files import sha256_of
from plugins.shared.images import Image, Measured, Variant
from plugins.shared.kept import Kept
from plugins.shared.made import MadeFiles
from plugins.shared.pictures.measured import measure_once
from plugins.shared.pictures.place import without_place
from plugins.shared.pictures.variants import Made, find_variants, make_variants
from plugins.shared.slugs import slugify

PICTURES = {".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".gif", ".avif"}
CHANGED = "it changed while the site was built. Build again when it is all there."
_LONGEST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A file of `content/`, or one made of it in the cache, and the site path it gets.

    `sha256` is the digest of what feeds and pages tell of it, empty for what a build made.
    """

    path: str
    source: Path
    sha256: str = ""


def media_path(stem: str, sha256: str, ending: str) -> str:
    """Return the site path of a media file.

    >>> media_path("075 Échos", "a1b2c3d4e5f6", ".MP3")
    '/media/075-echos-a1b2c3d4.mp3'
    """
    # In ASCII a name may be thrice as long as it was, and longer than a name may be.
    word = slugify(stem)[:_LONGEST].strip("-")
    return f"/media/{word or 'file'}-{sha256[:8]}{ending.lower()}"


def _variant_path(stem: str, made: Made) -> str:
    return media_path(f"{stem}-{made.width}", sha256_of(made.file), made.file.suffix)


class Media:
    """The media of one build; only what a published entry names is in it.

    `images` are the published pictures by path; `placed` the pictures of the author that tell
    where they were taken, each with the copy that is published instead, if one could be made.
    Where no page is shown (`is_shown`), pictures are read to their end, but no variants made.
    """

    def __init__(self, cache: Path, *, is_shown: bool = True) -> None:
        self._is_shown = is_shown
        self._published: dict[str, Published] = {}
        self.kept = Kept(cache / "images")
        self._made = MadeFiles(cache / "made")
        self.images: dict[str, Image] = {}
        self.placed: dict[Path, Path | None] = {}

    def add(self, source: Path, path: str = "", sha256: str = "") -> str:
        """Publish a file and return its site path; `path` is one promised earlier.

        `sha256` is the digest of the bytes that were looked at, if some were.

        All files are published byte for byte, but for pictures that tell where they were taken.
        """
        file = self._placeless(source) if source.suffix.lower() in PICTURES else source
        sha256 = sha256 or sha256_of(file)
        path = path or media_path(source.stem, sha256, file.suffix)
        self._published.setdefault(path, Published(path=path, source=file, sha256=sha256))
        return path

    def make(self, stem: str, content: bytes, ending: str) -> str:
        """Publish bytes that the build made, which wait on disk, and return their site path."""
        made = self._made.keep(content)
        path = media_path(stem, made.name, ending)
        self._published.setdefault(path, Published(path=path, source=made))
        return path

    def file_of(self, path: str) -> Path:
        """Return the file behind a site path."""
        return self._published[path].source

    def measure(self, source: Path) -> Measured:
        """Look at a picture, once for the same bytes.

        Raises:
            ValueError: if the file is no picture, with a whole sentence.
        """
        return measure_once(source, self.kept)

    def add_image(self, source: Path, alt: str, instead: Path | None = None) -> Image:
        """Publish a picture with its variants; `instead` is a copy to publish in its place.

        Raises:
            ValueError: if the file is no picture, with a whole sentence.
        """
        self._placeless(source)
        found = self.add_plain(instead or source, source.stem, alt)
        if found.path not in self.images:
            make = make_variants if self._is_shown else find_variants
            made = make(source, self.measure(source), self.kept)
            self.images[found.path] = self._with_variants(found, made, source.stem)
        return replace(self.images[found.path], alt=alt, source=source)

    def add_plain(self, source: Path, stem: str, alt: str) -> Image:
        """Publish a picture without variants: for feeds and cards, which name but one file.

        Raises:
            ValueError: if the file is no picture, with a whole sentence.
        """
        file = self._placeless(source)
        measured = self.measure(file)
        path = self.add(file, media_path(stem, sha256_of(file), file.suffix))
        return Image(
            path=path,
            small=path,
            width=measured.width,
            height=measured.height,
            length_bytes=file.stat().st_size,
            type=measured.type,
            alt=alt,
            source=source,
        )

    def _with_variants(self, image: Image, made: tuple[Made, ...], stem: str) -> Image:
        paths = [self.add(one.file, _variant_path(stem, one)) for one in made]
        both = list(zip(made, paths, strict=True))
        small = [path for one, path in both if one.is_small]
        return replace(
            image,
            small=small[0] if small else image.path,
            variants=tuple(
                Variant(path=path, width=one.width, type=one.type)
                for one, path in both
                if not one.is_small
            ),
        )

    def _placeless(self, source: Path) -> Path:
        """Return the file to publish for a picture: a copy if it tells where it was taken."""
        if source not in self.placed:
            try:
                measured = self.measure(source)
            except (OSError, ValueError):
                return source
            if not measured.has_place:
                return source
            self.placed[source] = without_place(source, measured, self.kept)
        return self.placed[source] or source

    def __iter__(self) -> Iterator[Published]:
        return iter(sorted(self._published.values(), key=lambda item: item.path))

    def __contains__(self, path: str) -> bool:
        return path in self._published


def copy_media(item: Published, output: Path) -> None:
    """Put one file in its place in the output, unless the very file is there already.

    Raises:
        ValueError: with a whole sentence, if it is not what it was when the build looked at it.
    """
    target = output / item.path.lstrip("/")
    if _length(target) == _length(item.source) is not None:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        shutil.copyfile(item.source, target)
        is_same = not item.sha256 or sha256_of(item.source) == item.sha256
    except FileNotFoundError:
        is_same = False
    if not is_same:
        # Feeds would tell of other bytes, and a later build take them for the right ones.
        target.unlink(missing_ok=True)
        raise ValueError(CHANGED)


def _length(path: Path) -> int | None:
    return path.stat().st_size if path.is_file() else None
