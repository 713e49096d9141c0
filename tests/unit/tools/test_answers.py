from __future__ import annotations

import os
from http import HTTPStatus
from pathlib import Path

import pytest

from tools.serve.answers import Answer, answer

TEN = "0123456789"
MODIFIED = "Thu, 01 Jan 2026 08:00:00 GMT"
LATER = "Thu, 01 Jan 2026 08:00:01 GMT"
EARLIER = "Thu, 01 Jan 2026 07:59:59 GMT"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a published site, behind a link, with secrets in and around it."""
    above = tmp_path_factory.mktemp("above")
    files = {
        "secret.txt": "secret",
        "release/index.html": "home",
        "release/404.html": "not here",
        "release/media/ten.mp3": TEN,
        "release/media/empty.mp3": "",
        "release/podcast/index.html": "the show",
        "release/naïve #1/index.html": "odd",
        "release/tags/feed.xml": "a folder without a page",
        "release/.env": "secret",
        "release/.git/index.html": "secret",
    }
    for name, text in files.items():
        (above / name).parent.mkdir(parents=True, exist_ok=True)
        (above / name).write_text(text)
    os.utime(above / "release" / "media" / "ten.mp3", (1767254400, 1767254400))
    (above / "release" / "leak.txt").symlink_to(above / "secret.txt")
    (above / "release" / "outside").symlink_to(above)
    (above / "release" / "circle").symlink_to("circle")
    (above / "public").symlink_to("release")
    return above / "public"


def get(site: Path, target: str, method: str = "GET", **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return answer(site, method, target, named)


def body(found: Answer) -> str:
    if found.file is None:
        return found.text.decode()
    return found.file.read_text()[found.part.start : found.part.stop]


@pytest.mark.parametrize(
    ("target", "status", "text"),
    [
        ("/", 200, "home"),
        ("/index.html", 200, "home"),
        ("/?utm=1", 200, "home"),
        ("//", 200, "home"),
        ("http://127.0.0.1:8000/podcast/", 200, "the show"),
        ("/podcast/", 200, "the show"),
        ("/na%C3%AFve%20%231/", 200, "odd"),
        ("/media/ten.mp3", 200, TEN),
        ("/404.html", 200, "not here"),
        # Not there.
        ("/nothing", 404, "not here"),
        ("/index.html/", 404, "not here"),
        ("/tags", 404, "not here"),
        ("/tags/", 404, "not here"),
        ("/circle", 404, "not here"),
        ("/" + "x" * 5000, 404, "not here"),
        ("/a%00b", 404, "not here"),
        ("/%ff", 404, "not here"),
        # Not to be seen.
        ("/../secret.txt", 404, "not here"),
        ("/%2e%2e/secret.txt", 404, "not here"),
        ("/podcast/..%2f..%2fsecret.txt", 404, "not here"),
        ("/leak.txt", 404, "not here"),
        ("/outside/secret.txt", 404, "not here"),
        ("/.env", 404, "not here"),
        ("/.git/", 404, "not here"),
        ("//etc/passwd", 404, "not here"),
    ],
)
def test_an_address_gets_its_file_or_the_404_page(
    site: Path, target: str, status: int, text: str
) -> None:
    found = get(site, target)

    assert (found.status, body(found)) == (status, text)


@pytest.mark.parametrize(
    ("target", "location"),
    [
        ("/podcast", "/podcast/"),
        ("/podcast?t=5&x=%20", "/podcast/?t=5&x=%20"),
        ("/na%C3%AFve%20%231", "/na%C3%AFve%20%231/"),
        ("//podcast", "/podcast/"),
    ],
)
def test_a_folder_without_its_slash_leads_to_the_one_with_it(
    site: Path, target: str, location: str
) -> None:
    found = get(site, target)

    assert (found.status, found.headers["Location"]) == (HTTPStatus.FOUND, location)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_a_site_can_only_be_read(site: Path, method: str) -> None:
    found = get(site, "/", method)

    assert (found.status, found.headers["Allow"]) == (HTTPStatus.METHOD_NOT_ALLOWED, "GET, HEAD")


def test_a_site_without_a_404_page_says_so_itself(tmp_path: Path) -> None:
    found = get(tmp_path, "/")

    assert (found.status, body(found)) == (HTTPStatus.NOT_FOUND, "404 Not Found\n")


@pytest.mark.parametrize(
    ("asked", "status", "text", "content_range"),
    [
        ("bytes=0-3", 206, "0123", "bytes 0-3/10"),
        ("bytes=7-", 206, "789", "bytes 7-9/10"),
        ("bytes=-2", 206, "89", "bytes 8-9/10"),
        ("bytes=-99", 206, TEN, "bytes 0-9/10"),
        ("bytes=8-99", 206, "89", "bytes 8-9/10"),
        ("bytes=0-0", 206, "0", "bytes 0-0/10"),
        # Outside of the file.
        ("bytes=10-", 416, None, "bytes */10"),
        ("bytes=-0", 416, None, "bytes */10"),
        # What is not understood, or asks for several parts, gets the whole file.
        ("bytes=0-1,3-4", 200, TEN, None),
        ("bytes=3-1", 200, TEN, None),
        ("bytes=-", 200, TEN, None),
        ("seconds=0-1", 200, TEN, None),
        ("", 200, TEN, None),
    ],
)
def test_a_part_of_a_file_can_be_asked_for(
    site: Path, asked: str, status: int, text: str | None, content_range: str | None
) -> None:
    found = get(site, "/media/ten.mp3", Range=asked)

    assert (found.status, found.headers.get("Content-Range")) == (status, content_range)
    assert text is None or body(found) == text


def test_no_part_of_an_empty_file_can_be_had(site: Path) -> None:
    found = get(site, "/media/empty.mp3", Range="bytes=0-")

    assert found.status == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE


def test_a_range_is_for_get_only(site: Path) -> None:
    assert get(site, "/media/ten.mp3", "HEAD", Range="bytes=0-3").status == HTTPStatus.OK


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"If_None_Match": "{tag}"}, 304),
        ({"If_None_Match": 'W/{tag}, "other"'}, 304),
        ({"If_None_Match": "*"}, 304),
        ({"If_None_Match": '"other"'}, 200),
        ({"If_Modified_Since": MODIFIED}, 304),
        ({"If_Modified_Since": LATER}, 304),
        ({"If_Modified_Since": EARLIER}, 200),
        ({"If_Modified_Since": "yesterday"}, 200),
        # The tag counts before the date.
        ({"If_None_Match": '"other"', "If_Modified_Since": LATER}, 200),
        ({"If_None_Match": "{tag}", "Range": "bytes=0-3"}, 304),
        ({"If_Range": "{tag}", "Range": "bytes=0-3"}, 206),
        ({"If_Range": MODIFIED, "Range": "bytes=0-3"}, 206),
        ({"If_Range": '"other"', "Range": "bytes=0-3"}, 200),
    ],
)
def test_a_reader_who_has_the_file_is_not_sent_it_again(
    site: Path, headers: dict[str, str], status: int
) -> None:
    tag = get(site, "/media/ten.mp3").headers["ETag"]

    found = get(site, "/media/ten.mp3", **{k: v.format(tag=tag) for k, v in headers.items()})

    assert found.status == status


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("feed.xml", "application/rss+xml; charset=utf-8"),
        ("podcast.xml", "application/rss+xml; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("chapters.json", "application/json+chapters"),
        ("search.json", "application/json"),
        ("index.html", "text/html; charset=utf-8"),
        ("index.md", "text/markdown; charset=utf-8"),
        ("llms.txt", "text/plain; charset=utf-8"),
        ("075.vtt", "text/vtt; charset=utf-8"),
        ("075.srt", "application/x-subrip; charset=utf-8"),
        ("075.mp3", "audio/mpeg"),
        ("075.MP3", "audio/mpeg"),
        ("075.m4a", "audio/x-m4a"),
        ("075.opus", "audio/ogg"),
        ("main.css", "text/css; charset=utf-8"),
        ("player.js", "text/javascript; charset=utf-8"),
        ("body.woff2", "font/woff2"),
        ("cover.jpg", "image/jpeg"),
        ("cover.webp", "image/webp"),
        ("icon.svg", "image/svg+xml"),
        ("site.webmanifest", "application/manifest+json"),
        ("unknown", "application/octet-stream"),
    ],
)
def test_a_file_has_the_type_that_apps_expect(tmp_path: Path, name: str, expected: str) -> None:
    (tmp_path / name).touch()

    assert get(tmp_path, f"/{name}").headers["Content-Type"] == expected
