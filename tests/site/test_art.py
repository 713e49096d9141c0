"""Pictures on their way to feeds and pages: mended where that is safe, and never with a place."""

from __future__ import annotations

import io
from pathlib import Path

import html5lib
import pytest
from lxml import etree
from PIL import Image

from tests.site.sites import MP3, Built, Content, build, episode, picture, post, write_site
from tests.unit.builders import picture as any_picture
from tests.unit.builders import placed

pytestmark = pytest.mark.slow

ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
CLEAR = any_picture(1500, 1500, "PNG", mode="RGBA")
PLACED = any_picture(700, 500, exif=placed())
FILES: dict[str, Content] = {
    "images/cover.png": CLEAR,
    "episodes/003-echo.md": episode(),
    "episodes/003-echo.mp3": MP3,
    "episodes/003-echo.jpg": picture(1400, 1400, "WEBP"),
    "posts/tide.md": post(body="![A tide](tide.jpg)\n\n[whole](tide.jpg)", Image="sea.png"),
    "posts/tide.jpg": PLACED,
    "posts/sea.png": picture(900, 600, "PNG"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("art")


@pytest.fixture(scope="module")
def built(folder: Path) -> Built:
    write_site(folder, {})
    shows = show_with_cover("images/cover.png")
    built = build(folder, FILES, PODCASTS=shows)
    assert built.is_good, built.told
    return built


def show_with_cover(image: str) -> list[dict[str, object]]:
    import pelicanconf  # noqa: PLC0415 the settings of the sample

    return [{**pelicanconf.PODCASTS[0], "image": image}]


def main_of(built: Built, page: str) -> etree._Element:
    """Return the main part of a page, as a browser reads it."""
    document = html5lib.parse(
        built.text(page + "index.html"), treebuilder="lxml", namespaceHTMLElements=False
    )
    found: etree._Element = next(document.getroot().iter("main"))
    return found


def pictures_of(feed: etree._Element) -> list[str]:
    return [str(element.get("href")) for element in feed.iter(f"{ITUNES}image")]


def test_feeds_name_what_directories_take(built: Built) -> None:
    hrefs = pictures_of(built.xml("/podcast/feed.xml"))

    assert len(hrefs) == 2
    for href, name, side in zip(hrefs, ("cover", "003-echo"), (1500, 1400), strict=True):
        path = href.removeprefix("https://dave.example.org")
        assert path.startswith(f"/media/{name}-")
        assert path.endswith(".jpg")
        with Image.open(io.BytesIO((built.output / path.lstrip("/")).read_bytes())) as found:
            assert (found.format, found.mode, found.size) == ("JPEG", "RGB", (side, side))


def test_the_files_of_the_author_stay_as_they_were(built: Built, folder: Path) -> None:
    assert built.is_good
    for name, content in FILES.items():
        if isinstance(content, bytes):
            assert (folder / "content" / name).read_bytes() == content


def test_what_was_mended_is_told(built: Built, folder: Path) -> None:
    told = [line for line in built.told.splitlines() if "warning" in line]

    assert [line.replace(f"{folder}/content/", "") for line in told] == [
        "episodes/003-echo.md: warning: the artwork 003-echo.jpg is really WEBP, which "
        "directories do not take. A copy as JPEG is published. Save it as JPEG or PNG to have it "
        "as you want it.",
        "images/cover.png: warning: the artwork cover.png has an alpha channel, which directories "
        "do not take. A copy on white is published. Save it without transparency to have it as "
        "you want it.",
        "posts/tide.jpg: warning: the picture tells where it was taken (GPS). A copy without that "
        "is published; the file stays as it is. Save it without its location.",
    ]


def test_no_file_tells_where_it_was_taken(built: Built) -> None:
    for name, content in built.files().items():
        if name.endswith((".jpg", ".png", ".webp", ".avif")):
            with Image.open(io.BytesIO(content)) as found:
                assert dict(found.getexif()) == {}, name


@pytest.mark.parametrize("page", ["/blog/tide/", "/blog/", "/podcast/echo/", "/subscribe/", "/"])
def test_every_picture_of_a_page_is_a_choice_of_known_size(built: Built, page: str) -> None:
    main = main_of(built, page)
    pictures = list(main.iter("picture"))

    assert pictures
    assert len(list(main.iter("img"))) == len(pictures)
    for element in pictures:
        sources, image = element.findall("source"), element.find("img")
        assert [source.get("type") for source in sources] == ["image/avif", "image/webp"]
        assert image is not None
        assert image.get("width")
        assert image.get("height")
        assert image.get("alt") is not None
        offers = [str(image.get("src"))]
        offers += [offer.split()[0] for s in sources for offer in str(s.get("srcset")).split(", ")]
        assert all(built.has(path) for path in offers)


@pytest.mark.parametrize(
    ("page", "first"), [("/blog/tide/", "eager"), ("/blog/", "eager"), ("/podcast/echo/", "eager")]
)
def test_only_the_first_picture_is_loaded_at_once(built: Built, page: str, first: str) -> None:
    loading = [str(image.get("loading")) for image in main_of(built, page).iter("img")]

    assert loading[0] == first
    assert set(loading[1:]) <= {"lazy"}


def test_feeds_have_plain_pictures(built: Built) -> None:
    text = built.text("/blog/feed.xml")

    assert "https://dave.example.org/media/tide-" in text
    assert "<picture" not in text
    assert "srcset" not in text


def test_a_full_cache_an_empty_one_and_a_damaged_one_give_the_same_bytes(
    built: Built, folder: Path
) -> None:
    shows = show_with_cover("images/cover.png")
    again = build(folder, FILES, PODCASTS=shows, OUTPUT_PATH=str(folder / "again"))
    for file in (folder / "cache" / "images").rglob("*.avif"):
        file.write_bytes(file.read_bytes()[:50])
    damaged = build(folder, FILES, PODCASTS=shows, OUTPUT_PATH=str(folder / "damaged"))

    assert again.files() == built.files()
    assert damaged.files() == built.files()
