from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.unit.podcast.judge.feeds import BASE
from tools.check.feed import check_feed
from tools.check.fetch import fetch_feed
from tools.shared.errors import ToolError

NOW = "--now=2026-06-01T12:00:00"
GOOD = {"Content-Type": "application/rss+xml; charset=utf-8", "ETag": '"1"'}


@contextmanager
def served(
    body: bytes, headers: dict[str, str], *, knows_304: bool = True, head: int = 200
) -> Iterator[str]:
    """Serve a feed at `/feed.xml`, and redirects to it at `/301` and `/302`."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status = {"/301": 301, "/302": 302, "/feed.xml": 200, "/ftp": 302}.get(self.path, 404)
            if status == 200 and knows_304 and self.headers.get("If-None-Match"):
                status = 304
            self.answer(status, body if status == 200 else b"")

        def do_HEAD(self) -> None:
            status = {"/301": 301, "/302": 302, "/feed.xml": head}.get(self.path, 404)
            self.answer(status, b"")

        def answer(self, status: int, content: bytes) -> None:
            self.send_response(status)
            if status in {301, 302}:
                self.send_header("Location", "ftp://x/" if self.path == "/ftp" else "/feed.xml")
            for name, text in headers.items():
                self.send_header(name, text)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def rules_told(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [finding["rule"] for finding in json.loads(capsys.readouterr().out)]


def test_a_file_is_judged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(BASE.replace("<itunes:explicit>true", "<itunes:explicit>yes"))

    code = check_feed([str(path), NOW])

    assert code == 1
    assert capsys.readouterr().out == (
        f"{path}:136: error explicit-word (Apple Podcasts): 'Wanted callers': itunes:explicit is "
        "'yes'. Write 'true' or 'false'.\n"
        f"Checked    {path}, 3 items: 1 error, 0 warnings\n"
    )


@pytest.mark.parametrize(("flags", "code"), [([], 0), (["--strict"], 1)])
def test_warnings_are_errors_for_the_strict(tmp_path: Path, flags: list[str], code: int) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(BASE.replace("<copyright>Dave", "<copyright>© Dave"))

    assert check_feed([str(path), NOW, *flags]) == code


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ToolError) as error:
        check_feed([str(tmp_path / "feed.xml")])

    assert str(error.value) == (
        f"{tmp_path}/feed.xml: it cannot be read (No such file or directory). Name the file of a "
        "feed."
    )


def test_an_address_that_does_not_answer_is_told() -> None:
    with served(b"", {}) as address, pytest.raises(ToolError) as error:
        check_feed([f"{address}/nothing"])

    assert str(error.value) == f"{address}/nothing: it answers with 404. Correct the address."


def test_a_redirect_out_of_the_web_is_not_followed() -> None:
    with served(b"", {}) as address, pytest.raises(ToolError) as error:
        check_feed([f"{address}/ftp"])

    assert str(error.value) == (
        f"{address}/ftp: it cannot be fetched (it redirects to ftp://x/). Look at the address."
    )


@pytest.mark.parametrize(
    ("path", "headers", "knows_304", "head", "rules"),
    [
        ("/feed.xml", GOOD, True, 200, []),
        ("/301", GOOD, True, 200, []),
        ("/302", GOOD, True, 200, ["http-redirect"]),
        ("/feed.xml", GOOD | {"Content-Type": "text/html"}, True, 200, ["http-type"]),
        (
            "/feed.xml",
            GOOD | {"Content-Type": "text/xml; charset=iso-8859-1"},
            True,
            200,
            ["http-charset"],
        ),
        ("/feed.xml", {"Content-Type": "text/xml"}, True, 200, ["http-cache"]),
        ("/feed.xml", GOOD, False, 200, ["http-again"]),
        ("/feed.xml", GOOD, True, 405, ["http-head"]),
    ],
)
def test_how_a_feed_is_served_is_judged_too(
    *,
    path: str,
    headers: dict[str, str],
    knows_304: bool,
    head: int,
    rules: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    with served(BASE.encode(), headers, knows_304=knows_304, head=head) as address:
        own = "https://show.example.org/podcast/feed.xml"
        code = check_feed([f"{address}{path}", "--url", own, "--json", NOW])

    assert (code, rules_told(capsys)) == (0, rules)


def test_a_compressed_answer_is_unpacked() -> None:
    body = gzip.compress(BASE.encode())

    with served(body, GOOD | {"Content-Encoding": "gzip"}) as address:
        assert fetch_feed(f"{address}/feed.xml").content == BASE.encode()


def test_a_bomb_is_not_unpacked_whole() -> None:
    body = gzip.compress(b"\0" * 70_000_000)

    with (
        served(body, GOOD | {"Content-Encoding": "gzip"}) as address,
        pytest.raises(ToolError, match=r"it has more than 64\.0 MB, which is no feed\."),
    ):
        fetch_feed(f"{address}/feed.xml")


def test_art_and_audio_are_asked_for_online(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with served(b"", {}) as address:
        path = tmp_path / "feed.xml"
        feed = BASE.replace("https://show.example.org/media", f"{address}/media")
        path.write_text(feed.replace("https://show.example.org/podcast/f", f"{address}/f"))
        check_feed([str(path), "--online", "--json", NOW])

    rules = rules_told(capsys)
    assert (rules.count("feed-art-there"), rules.count("enclosure-there")) == (4, 3)
