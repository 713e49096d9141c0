"""A real server of audio on this machine, which can be as odd as servers are."""

from __future__ import annotations

import re
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Served:
    """A file, and how it is served.

    `length` and `total` are what is said instead of the truth in Content-Length of HEAD and in
    Content-Range; `sent` is how much of a body really comes; `pause` are seconds before an answer,
    `drip` seconds between its bytes; `then` is what stands there from the second request on.
    """

    content: bytes = b""
    type: str = "audio/mpeg"
    headers: tuple[tuple[str, str], ...] = ()
    status: int = 200
    head: int = 200
    has_ranges: bool = True
    range: str = ""
    length: str | None = None
    total: str | None = None
    sent: int | None = None
    pause: float = 0
    drip: float = 0
    then: Served | None = None


@dataclass
class MediaHost:
    """What a server serves by path, what it was asked for, and how many bytes it sent."""

    url: str = ""
    files: dict[str, Served] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    sent: int = 0
    gate: threading.Event = field(default_factory=threading.Event)


@contextmanager
def serve_media(certificate: Path | None = None) -> Iterator[MediaHost]:
    """Serve until the end; with a certificate and its key, by https."""
    host = MediaHost()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def do_HEAD(self) -> None:
            _answer(self, host)

        def do_GET(self) -> None:
            _answer(self, host)

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """Stay silent when somebody hangs up."""

    server = Server(("127.0.0.1", 0), Handler)
    scheme = "http"
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        scheme = "https"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    host.url = f"{scheme}://127.0.0.1:{server.server_port}"
    try:
        yield host
    finally:
        host.gate.set()
        server.shutdown()
        thread.join()
        server.server_close()


def _answer(handler: BaseHTTPRequestHandler, host: MediaHost) -> None:
    host.requests.append(f"{handler.command} {handler.path}")
    served = host.files.get(handler.path)
    if served is None:
        handler.send_error(404)
        return
    if served.then is not None:
        host.files[handler.path] = served.then
    host.gate.wait(served.pause)
    is_head = handler.command == "HEAD"
    span = re.fullmatch(r"bytes=(\d+)-(\d+)", handler.headers.get("Range", ""))
    body, status = served.content, served.head if is_head and served.head != 200 else served.status
    content_range = ""
    if span and served.has_ranges and status == 200 and not is_head:
        first, last = int(span[1]), min(int(span[2]), len(body) - 1)
        total = str(len(body)) if served.total is None else served.total
        status, content_range = 206, served.range or f"bytes {first}-{last}/{total}"
        body = body[first : last + 1]
        if first > last:
            status, content_range = 416, f"bytes */{total}"
    handler.send_response(status)
    if served.type:
        handler.send_header("Content-Type", served.type)
    if content_range:
        handler.send_header("Content-Range", content_range)
    length = str(len(body)) if not is_head or served.length is None else served.length
    if length:
        handler.send_header("Content-Length", length)
    for name, text in served.headers:
        handler.send_header(name, text)
    handler.end_headers()
    if not is_head:
        _send(handler, body[: served.sent], served.drip, host)


def _send(handler: BaseHTTPRequestHandler, body: bytes, drip: float, host: MediaHost) -> None:
    step = 1 if drip else 4096
    for start in range(0, len(body), step):
        part = body[start : start + step]
        try:
            handler.wfile.write(part)
        except OSError:
            return
        host.sent += len(part)
        if drip and host.gate.wait(drip):
            return
