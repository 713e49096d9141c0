"""Audio on another host: measured by small ranged requests from a real server."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.site.sites import MP3, build, episode

pytestmark = pytest.mark.slow

# Twenty minutes of constant bitrate: forty times the sound of the fixture, without the first frame,
# which says how many there are.
LONG = MP3[MP3.index(b"\xff\xf3", 100) :] * 40


@dataclass
class Host:
    """A server with one file, and how many of its bytes it has sent."""

    url: str = ""
    sent: int = 0
    has_ranges: bool = True
    requests: list[str] = field(default_factory=list)


@pytest.fixture
def host() -> Iterator[Host]:
    found = Host()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def do_HEAD(self) -> None:
            self._answer(is_head=True)

        def do_GET(self) -> None:
            self._answer(is_head=False)

        def _answer(self, *, is_head: bool) -> None:
            found.requests.append(self.command)
            if self.path != "/long.mp3":
                self.send_error(404)
                return
            span = re.fullmatch(r"bytes=(\d+)-(\d+)", self.headers.get("Range", ""))
            body = LONG[int(span[1]) : int(span[2]) + 1] if span and found.has_ranges else LONG
            self.send_response(206 if span and found.has_ranges else 200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if not is_head:
                try:
                    self.wfile.write(body)
                    found.sent += len(body)
                except ConnectionError:
                    pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    found.url = f"http://127.0.0.1:{server.server_port}"
    yield found
    server.shutdown()
    thread.join()
    server.server_close()


def test_remote_audio_is_measured_by_a_fraction_of_its_bytes(host: Host, tmp_path: Path) -> None:
    built = build(tmp_path, {"episodes/003-echo.md": episode(Audio=f"{host.url}/long.mp3")})

    enclosure = built.xml("/podcast/feed.xml").find("channel/item/enclosure")
    assert enclosure is not None
    assert enclosure.get("url") == f"{host.url}/long.mp3"
    assert enclosure.get("length") == str(len(LONG))
    assert enclosure.get("type") == "audio/mpeg"
    duration = built.xml("/podcast/feed.xml").findtext(".//{*}duration") or ""
    assert abs(int(duration) - 1200) <= 6
    assert host.sent < len(LONG) / 4


def test_what_was_measured_is_not_asked_again(host: Host, tmp_path: Path) -> None:
    files = {"episodes/003-echo.md": episode(Audio=f"{host.url}/long.mp3")}
    build(tmp_path, files)
    host.requests.clear()

    assert build(tmp_path, files).is_good
    assert host.requests == []


def test_the_page_may_load_remote_audio(host: Host, tmp_path: Path) -> None:
    built = build(tmp_path, {"episodes/003-echo.md": episode(Audio=f"{host.url}/long.mp3")})

    assert f"media-src &#39;self&#39; {host.url};" in built.text("/podcast/echo/index.html")


CASES = {
    "/none.mp3": "its server answers 404. Correct the address.",
    ":1/none.mp3": "it cannot be reached. Check the address and your network.",
}


@pytest.mark.parametrize("path", CASES)
def test_remote_audio_that_is_not_there_is_told(host: Host, tmp_path: Path, path: str) -> None:
    url = f"http://127.0.0.1{path}" if path.startswith(":") else host.url + path
    built = build(tmp_path, {"episodes/003-echo.md": episode(Audio=url)})

    where = f"{tmp_path}/content/episodes/003-echo.md:3"
    assert built.told.splitlines()[0] == f"{where}: Audio: {url}: {CASES[path]}"


def test_a_server_without_ranges_is_told(host: Host, tmp_path: Path) -> None:
    host.has_ranges = False

    built = build(tmp_path, {"episodes/003-echo.md": episode(Audio=f"{host.url}/long.mp3")})

    assert "its server does not answer byte ranges. Apps need them to seek: move it." in built.told
