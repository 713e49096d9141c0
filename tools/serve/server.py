"""The server: it reads requests, lets `answers` decide and sends what was decided."""

from __future__ import annotations

import errno
import sys
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tools.serve.answers import Answer, answer
from tools.shared.errors import ToolError

_BLOCK = 256 * 1024


class SiteServer(ThreadingHTTPServer):
    """Serves one folder."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401  (the library's)
        """Say nothing of readers who hung up: players do it at every jump."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class SiteHandler(BaseHTTPRequestHandler):
    """Answers the requests of one connection."""

    protocol_version = "HTTP/1.1"
    # A reader that holds its connection open without asking is let go.
    timeout = 60

    def __init__(self, *arguments: Any, folder: Path) -> None:  # noqa: ANN401  (the library's)
        self.folder = folder
        super().__init__(*arguments)

    def do_GET(self) -> None:
        self._send(answer(self.folder, self.command, self.path, self.headers))

    do_HEAD = do_POST = do_PUT = do_DELETE = do_OPTIONS = do_GET  # noqa: N815  (the library's)

    def version_string(self) -> str:
        return "preview"

    def log_request(self, code: int | str = "-", _size: int | str = "-") -> None:
        """Tell of what was not found; the rest is noise."""
        if isinstance(code, HTTPStatus) and code >= HTTPStatus.BAD_REQUEST:
            print(f"{code.value} {self.command} {self.path!r}", file=sys.stderr)

    def log_message(self, *_arguments: object) -> None:
        """Leave the library's own lines out."""

    def _send(self, found: Answer) -> None:
        self.send_response(found.status)
        for name, value in found.headers.items():
            self.send_header(name, value)
        if found.status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(found.length))
        if self.command not in {"GET", "HEAD"}:
            # The body was not read; what follows on this connection could be part of it.
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD" and found.status != HTTPStatus.NOT_MODIFIED:
            self._send_body(found)

    def _send_body(self, found: Answer) -> None:
        if found.file is None:
            self.wfile.write(found.text)
            return
        with found.file.open("rb") as file:
            file.seek(found.part.start)
            left = len(found.part)
            while left and (block := file.read(min(_BLOCK, left))):
                self.wfile.write(block)
                left -= len(block)
        if left:
            # The file was replaced by a shorter one meanwhile: the reader must notice.
            self.close_connection = True


def make_server(folder: Path, bind: str, port: int) -> SiteServer:
    """Take the port, or say why it cannot be had."""
    try:
        return SiteServer((bind, port), partial(SiteHandler, folder=folder))
    except OSError as error:
        reason = {
            errno.EADDRINUSE: "another program uses it",
            errno.EACCES: "this user may not use it",
        }.get(error.errno or 0, error.strerror or str(error))
        raise ToolError(
            f"PORT={port}: cannot serve on {bind}:{port}, {reason}. Choose another with PORT=…"
        ) from None


def serve_until_stopped(server: SiteServer) -> None:
    """Serve until Ctrl-C."""
    with server, suppress(KeyboardInterrupt):
        server.serve_forever()
