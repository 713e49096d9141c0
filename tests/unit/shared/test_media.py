from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.shared.files import sha256_of
from plugins.shared.images import UNREADABLE, measure_image
from plugins.shared.media import Media, Published, copy_media, media_path
from tests.unit.builders import picture, placed, write


@pytest.mark.parametrize(
    ("stem", "ending", "expected"),
    [
        ("075 Échos", ".MP3", "/media/075-echos-a1b2c3d4.mp3"),
        ("🎉", ".jpg", "/media/file-a1b2c3d4.jpg"),
        ("x", "", "/media/x-a1b2c3d4"),
    ],
)
def test_a_name_holds_a_part_of_the_digest(stem: str, ending: str, expected: str) -> None:
    assert media_path(stem, "a1b2c3d4e5f6", ending) == expected


def test_a_name_is_never_longer_than_a_file_system_takes() -> None:
    path = media_path("北" * 85, "a1b2c3d4e5f6", ".chapters.json")

    assert len(path.removeprefix("/media/")) < 200
    assert "--" not in path


def test_what_the_build_makes_is_named_by_its_bytes_and_waits_on_disk(tmp_path: Path) -> None:
    media = Media(tmp_path / "cache")

    first, again, other = (media.make("075", text, ".json") for text in (b"one", b"one", b"two"))

    assert (first, other) == ("/media/075-7692c3ad.json", "/media/075-3fc4ccfe.json")
    assert again == first
    assert media.file_of(first).read_bytes() == b"one"
    assert media.file_of(first).is_relative_to(tmp_path / "cache" / "made")


def test_a_damaged_file_of_an_older_build_is_made_again(tmp_path: Path) -> None:
    path = Media(tmp_path).make("075", b"one", ".json")
    kept = next(file for file in tmp_path.rglob("*") if file.is_file())
    kept.write_bytes(b"on")

    media = Media(tmp_path)

    assert media.make("075", b"one", ".json") == path
    assert kept.read_bytes() == b"one"


def test_a_file_is_published_under_its_bytes_or_the_path_that_was_promised(tmp_path: Path) -> None:
    media = Media(tmp_path / "cache")
    source = write(tmp_path / "new-name.mp3", b"sound")

    path = media.add(source)
    promised = media.add(source, "/media/old-name-12345678.mp3")

    assert path == f"/media/new-name-{sha256_of(source)[:8]}.mp3"
    assert promised == "/media/old-name-12345678.mp3"
    assert [item.path for item in media] == sorted([path, promised])


def test_a_picture_tells_its_size_and_has_a_small_version(tmp_path: Path) -> None:
    media = Media(tmp_path / "cache")
    source = write(tmp_path / "desk.jpg", picture(1280, 960))

    image = media.add_image(source, "A desk")

    assert (image.width, image.height, image.type, image.alt) == (1280, 960, "image/jpeg", "A desk")
    assert image.length_bytes == source.stat().st_size
    assert image.path in media
    assert image.small.startswith("/media/desk-640-")
    assert image.small.endswith(".jpg")
    assert {(one.type, one.width) for one in image.variants} == {
        (type_, width) for type_ in ("image/avif", "image/webp") for width in (320, 640, 1280)
    }
    assert all(path in media for path in (image.small, *(one.path for one in image.variants)))


def test_a_picture_for_cards_and_feeds_has_no_variants(tmp_path: Path) -> None:
    media = Media(tmp_path / "cache")

    image = media.add_plain(write(tmp_path / "desk.jpg", picture(1280, 960)), "social", "A desk")

    assert (image.small, image.variants) == (image.path, ())
    assert [item.path for item in media] == [image.path]
    assert image.path.startswith("/media/social-")


def test_a_copy_is_published_in_the_place_of_a_picture(tmp_path: Path) -> None:
    media = Media(tmp_path / "cache")
    source = write(tmp_path / "desk.png", picture(300, 300, "PNG"))
    copy = write(tmp_path / "made.jpg", picture(200, 200))

    image = media.add_image(source, "A desk", copy)

    assert (image.path, image.type) == (f"/media/desk-{sha256_of(copy)[:8]}.jpg", "image/jpeg")
    assert (image.width, image.source) == (200, source)
    assert {one.width for one in image.variants} == {300}


@pytest.mark.parametrize("is_shown", [True, False])
def test_no_picture_that_tells_where_it_was_taken_is_published(
    tmp_path: Path, *, is_shown: bool
) -> None:
    media = Media(tmp_path / "cache")
    source = write(tmp_path / "desk.jpg", picture(200, 200, exif=placed()))

    path = media.add_image(source, "").path if is_shown else media.add(source)

    published = [item.source for item in media]
    assert not any(measure_image(file).has_place for file in published)
    assert path in media
    assert list(media.placed) == [source]


def test_a_linked_file_that_is_no_picture_is_published_as_it_is(tmp_path: Path) -> None:
    media = Media(tmp_path / "cache")

    path = media.add(write(tmp_path / "desk.jpg", b"no picture"))

    assert [item.source.read_bytes() for item in media if item.path == path] == [b"no picture"]


def test_a_small_picture_is_its_own_small_version(tmp_path: Path) -> None:
    source = write(tmp_path / "desk.jpg", picture(640, 480))

    image = Media(tmp_path / "cache").add_image(source, "")

    assert image.small == image.path


def test_where_no_page_is_shown_a_picture_has_the_variants_that_were_made_before(
    tmp_path: Path,
) -> None:
    source = write(tmp_path / "desk.jpg", picture(1500, 1500))
    looked = Media(tmp_path / "cache", is_shown=False).add_image(source, "")
    shown = Media(tmp_path / "cache").add_image(source, "")

    again = Media(tmp_path / "cache", is_shown=False).add_image(source, "")

    assert (looked.variants, looked.path) == ((), shown.path)
    assert again == shown
    assert shown.variants


def test_a_damaged_picture_is_told_where_no_page_is_shown(tmp_path: Path) -> None:
    source = write(tmp_path / "desk.jpg", picture(1500, 1500)[:4000])

    with pytest.raises(ValueError, match=f"^{re.escape(UNREADABLE)}$"):
        Media(tmp_path / "cache", is_shown=False).add_image(source, "")


def test_a_file_is_copied_unless_it_is_there(tmp_path: Path) -> None:
    item = Published(path="/media/x-1.mp3", source=write(tmp_path / "x.mp3", b"sound"))
    target = tmp_path / "out" / "media" / "x-1.mp3"

    copy_media(item, tmp_path / "out")
    first = target.stat().st_mtime_ns
    copy_media(item, tmp_path / "out")

    assert target.read_bytes() == b"sound"
    assert target.stat().st_mtime_ns == first


def test_a_copy_that_was_cut_off_is_made_again(tmp_path: Path) -> None:
    item = Published(path="/media/x-1.mp3", source=write(tmp_path / "x.mp3", b"sound"))
    target = write(tmp_path / "out" / "media" / "x-1.mp3", b"so")

    copy_media(item, tmp_path / "out")

    assert target.read_bytes() == b"sound"


def damage(path: Path) -> None:
    path.write_bytes(b"noise")


@pytest.mark.parametrize("change", [damage, Path.unlink], ids=["changed", "deleted"])
@pytest.mark.parametrize("there", [b"", b"so"], ids=["new", "cut off"])
def test_a_file_that_changed_since_it_was_looked_at_is_not_published(
    tmp_path: Path, there: bytes, change: Callable[[Path], None]
) -> None:
    source = write(tmp_path / "x.mp3", b"sound")
    media = Media(tmp_path / "cache")
    path = media.add(source)
    target = tmp_path / "out" / path.lstrip("/")
    if there:
        write(target, there)
    change(source)

    (item,) = media
    with pytest.raises(ValueError, match=r"^it changed while the site was built\. Build again"):
        copy_media(item, tmp_path / "out")

    assert not target.exists()
