"""A subscriber: gPodder's own command line, with a home of its own, on loopback servers."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tools.serve.server import SiteHandler, SiteServer

_PATIENCE = 60


@dataclass(frozen=True)
class Subscriber:
    """One person's gPodder."""

    home: Path

    def run(self, *command: str) -> str:
        """Run `gpo` and return what it said."""
        environment = {
            **os.environ,
            "GPODDER_HOME": str(self.home),
            "GPODDER_DOWNLOAD_DIR": str(self.home / "Downloads"),
            "NO_PROXY": "*",
        }
        done = subprocess.run(
            ["gpo", *command], env=environment, capture_output=True, text=True,
            timeout=_PATIENCE, check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    def episodes(self) -> list[dict[str, Any]]:
        """Return what gPodder keeps of each episode, newest first."""
        with closing(sqlite3.connect(self.home / "Database")) as database:
            database.row_factory = sqlite3.Row
            rows = database.execute("select * from episode order by published desc").fetchall()
        return [dict(row) for row in rows]

    def show(self) -> dict[str, Any]:
        """Return what gPodder keeps of the one show."""
        with closing(sqlite3.connect(self.home / "Database")) as database:
            database.row_factory = sqlite3.Row
            (row,) = database.execute("select * from podcast").fetchall()
        return dict(row)

    def downloads(self) -> list[Path]:
        return sorted(p for p in (self.home / "Downloads").rglob("*.mp3") if p.is_file())


@dataclass
class Host:
    """A web server on a port of its own; `log` holds the status of each request it answered."""

    address: str
    log: list[tuple[str, str, int]] = field(default_factory=list)

    @property
    def port(self) -> int:
        return int(self.address.rpartition(":")[2])

    def answers(self, path: str) -> list[int]:
        return [status for _, asked, status in self.log if asked == path]


@contextmanager
def served(folder: Path) -> Iterator[Host]:
    """Serve a published site as `make serve` does."""
    host = Host("")

    class Handler(SiteHandler):
        def log_request(self, code: int | str = "-", _size: int | str = "-") -> None:
            host.log.append((self.command, self.path, int(code)))

    yield from _run(SiteServer(("127.0.0.1", 0), partial(Handler, folder=folder)), host)


@contextmanager
def moved_to(address: str, port: int) -> Iterator[Host]:
    """Serve, where a host was, nothing but the news that everything is at another address."""
    host = Host("")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host.log.append((self.command, self.path, HTTPStatus.MOVED_PERMANENTLY))
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", address + self.path)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_HEAD = do_GET  # noqa: N815  (the library's)

        def log_message(self, *_arguments: object) -> None:
            pass

    yield from _run(ThreadingHTTPServer(("127.0.0.1", port), Handler), host)


def _run(server: ThreadingHTTPServer, host: Host) -> Iterator[Host]:
    host.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
