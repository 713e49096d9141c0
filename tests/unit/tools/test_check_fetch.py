"""What servers send that is no whole feed: each is told, and nothing waits for ever."""

from __future__ import annotations

import gzip
import itertools
import socket
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

import pytest

import tools.check.body
from tests.unit.podcast.judge.feeds import BASE
from tools.check.feed import check_feed
from tools.check.fetch import fetch_feed
from tools.shared.errors import ToolError

FEED = BASE.encode()
PACKED = gzip.compress(FEED)


@contextmanager
def sending(pieces: Iterable[bytes]) -> Iterator[str]:
    """Answer every connection with the same pieces, a moment apart, and close it."""
    server = socket.create_server(("127.0.0.1", 0))
    stopped = Event()

    def run() -> None:
        while not stopped.is_set():
            with suppress(OSError):
                connection, _ = server.accept()
                with connection:
                    connection.recv(65_536)
                    for piece in pieces:
                        connection.sendall(piece)
                        if stopped.wait(0.02):
                            break

    thread = Thread(target=run)
    thread.start()
    address = server.getsockname()
    try:
        yield f"http://127.0.0.1:{address[1]}/feed.xml"
    finally:
        stopped.set()
        with suppress(OSError):
            socket.create_connection(address).close()
        thread.join()
        server.close()


def answer(*headers: str, body: bytes = b"", status: str = "200 OK") -> bytes:
    head = "\r\n".join((f"HTTP/1.1 {status}", "Connection: close", *headers, "", ""))
    return head.encode() + body


# What a server sends, and what is told of it behind its address.
ODD: dict[str, tuple[bytes, str]] = {
    "a body that breaks off": (
        answer("Content-Length: 9000", body=FEED[:500]),
        "it breaks off after 500 of 9,000 bytes. Ask again, or look at its server.",
    ),
    "a body in pieces that breaks off": (
        answer("Transfer-Encoding: chunked", body=b"FFF\r\n<rss"),
        "it cannot be fetched (it breaks off). Look at the address.",
    ),
    "a compression that breaks off": (
        answer("Content-Encoding: gzip", body=PACKED[:300]),
        "its compression breaks off. Look at its server.",
    ),
    "a compression that is none": (
        answer("Content-Encoding: gzip", body=FEED),
        "it says that it is packed with gzip, and is not. Look at its server.",
    ),
    "a compression that nobody asked for": (
        answer("Content-Encoding: br", body=b"\x0b\x02\x80abc\x03"),
        "it is packed with 'br', for which nobody asked. Let its server go by Accept-Encoding.",
    ),
    "nothing": (b"", "it cannot be fetched (Remote end closed connection without response). Look "
                "at the address."),
    "no HTTP": (b"hello\r\nworld\r\n\r\n", "it cannot be fetched (hello). Look at the address."),
    "a redirect to itself": (
        answer("Location: /feed.xml", status="302 Found"),
        "it redirects in a circle. Correct its server.",
    ),
    "a redirect to a file": (
        answer("Location: file:///etc/passwd", status="302 Found"),
        "it redirects to 'file:///etc/passwd', which is no address of the web. "
        "Correct its server.",
    ),
    "a redirect to nowhere": (
        answer(status="302 Found"),
        "it redirects, and does not say where to. Correct its server.",
    ),
    "a login": (
        answer(status="401 Unauthorized"),
        "it answers with 401: it is not for everybody. Let apps read it unasked.",
    ),
    "a broken server": (
        answer(status="503 Service Unavailable"),
        "it answers with 503. Ask again later, or look at its server.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_an_answer_that_is_no_whole_feed_is_told(name: str) -> None:
    raw, told = ODD[name]

    with sending([raw]) as address, pytest.raises(ToolError) as error:
        fetch_feed(address)

    assert str(error.value) == f"{address}: {told}"


def test_an_answer_that_never_ends_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools.check.body, "SECONDS", 0.1)
    drops = itertools.chain([answer()], itertools.repeat(b" "))

    with sending(drops) as address, pytest.raises(ToolError) as error:
        fetch_feed(address)

    assert str(error.value) == (
        f"{address}: it still comes after 0.1 seconds. Ask again, or look at its server."
    )


def test_encryption_that_is_none_is_told() -> None:
    with sending([answer()]) as address, pytest.raises(ToolError) as error:
        fetch_feed(address.replace("http:", "https:"))

    assert "it cannot be fetched (its encryption fails: " in str(error.value)


def test_parts_that_were_compressed_apart_are_one_feed() -> None:
    body = gzip.compress(FEED[:5000]) + gzip.compress(FEED[5000:])

    with sending([answer("Content-Encoding: gzip", body=body)]) as address:
        assert fetch_feed(address).content == FEED


def test_a_length_that_is_no_number_does_not_matter() -> None:
    with sending([answer("Content-Length: all", body=FEED)]) as address:
        assert fetch_feed(address).content == FEED


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("ftp://example.org/feed", "it is no address of the web. Write it with https://."),
        ("feed://example.org/", "it is no address of the web. Write it with https://."),
        (
            "https://example.org/é",
            "it cannot be fetched (its address holds other letters than ASCII). Look at the "
            "address.",
        ),
        ("http://", "it cannot be fetched (no host given). Look at the address."),
    ],
)
def test_what_is_no_address_is_told(place: str, told: str) -> None:
    with pytest.raises(ToolError) as error:
        check_feed([place])

    assert str(error.value) == f"{place}: {told}"
