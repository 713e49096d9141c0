from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tools.serve.__main__ import find_folder, parse, serving_line
from tools.serve.server import SiteServer, make_server
from tools.shared.errors import ToolError


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SiteServer]:
    """Give a server that shows one page and one sound."""
    (tmp_path / "index.html").write_text("home")
    (tmp_path / "ten.mp3").write_text("0123456789")
    server = make_server(tmp_path, "127.0.0.1", 0)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def connect(server: SiteServer) -> closing[http.client.HTTPConnection]:
    return closing(http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5))


def test_one_connection_serves_many_requests(server: SiteServer) -> None:
    answers = []
    with connect(server) as connection:
        for method, path, headers in [
            ("GET", "/", {}),
            ("HEAD", "/ten.mp3", {}),
            ("GET", "/ten.mp3", {"Range": "bytes=2-4"}),
            ("GET", "/nothing", {}),
            ("GET", "/", {}),
        ]:
            connection.request(method, path, headers=headers)
            answer = connection.getresponse()
            answers.append((answer.status, answer.headers["Content-Length"], answer.read()))

    assert answers == [
        (200, "4", b"home"),
        (200, "10", b""),
        (206, "3", b"234"),
        (404, "14", b"404 Not Found\n"),
        (200, "4", b"home"),
    ]


def test_an_unchanged_page_is_not_sent(server: SiteServer) -> None:
    with connect(server) as connection:
        connection.request("GET", "/")
        first = connection.getresponse()
        first.read()
        connection.request("GET", "/", headers={"if-none-match": first.headers["ETag"]})
        second = connection.getresponse()

        assert (second.status, second.read()) == (304, b"")


def test_a_body_that_nobody_reads_ends_the_connection(server: SiteServer) -> None:
    with connect(server) as connection:
        connection.request("POST", "/", body=b"GET /ten.mp3 HTTP/1.1\r\n\r\n")
        answer = connection.getresponse()

        assert (answer.status, answer.headers["Connection"]) == (405, "close")


def test_a_port_in_use_is_told(server: SiteServer, tmp_path: Path) -> None:
    port = server.server_port

    with pytest.raises(ToolError) as caught:
        make_server(tmp_path, "127.0.0.1", port)

    assert str(caught.value) == (
        f"PORT={port}: cannot serve on 127.0.0.1:{port}, another program uses it. "
        "Choose another with PORT=…"
    )


def test_only_what_was_not_found_is_logged(
    server: SiteServer, capsys: pytest.CaptureFixture[str]
) -> None:
    with connect(server) as connection:
        for path in ("/", "/nothing"):
            connection.request("GET", path)
            connection.getresponse().read()

    assert capsys.readouterr().err == "404 GET '/nothing'\n"


def test_the_server_says_what_it_shows_and_where(
    server: SiteServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert serving_line(server, tmp_path / "public") == (
        f"Serving public/ on http://127.0.0.1:{server.server_port}/   (Ctrl-C ends it)"
    )


def test_the_first_folder_that_exists_is_shown(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()

    assert find_folder([tmp_path / "public", tmp_path / "output"]) == tmp_path / "output"


def test_nothing_to_show_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(ToolError) as caught:
        find_folder([tmp_path / "public", tmp_path / "output"])

    assert str(caught.value) == (
        "There is nothing to show yet: no public/ and no output/. "
        "Run make publish or make html first."
    )


@pytest.mark.parametrize("text", ["eighty", "-1", "65536", "80.5", ""])
def test_a_port_that_is_none_is_told(capsys: pytest.CaptureFixture[str], text: str) -> None:
    with pytest.raises(SystemExit):
        parse([f"--port={text}"])

    assert capsys.readouterr().err == (
        f"argument --port: {text!r} is no port. Give a number from 0 to 65535. "
        "python -m tools.serve --help lists all flags.\n"
    )
