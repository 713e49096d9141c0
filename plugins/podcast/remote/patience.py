"""Answers that come to an end: a server may send a byte now and then for hours."""

from __future__ import annotations

import io
import time
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from typing import Any
from urllib.request import HTTPHandler, HTTPSHandler, Request

PATIENCE = 60.0  # seconds for one answer, its headers among it


class ImpatienceError(OSError):
    """An answer that took too long, though there was never a long silence in it."""


class _Watched(io.RawIOBase):
    """What comes from a socket, until patience ends."""

    def __init__(self, raw: io.RawIOBase) -> None:
        super().__init__()
        self._raw = raw
        self._ends = time.monotonic() + PATIENCE

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:  # noqa: ANN401 any buffer; typed from 3.12 on
        if time.monotonic() > self._ends:
            raise ImpatienceError
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()


class _Response(HTTPResponse):
    def __init__(self, *args: Any, **keys: Any) -> None:  # noqa: ANN401 as they come from a connection
        super().__init__(*args, **keys)
        self.fp = io.BufferedReader(_Watched(self.fp.detach()))


class _Connection(HTTPConnection):
    response_class = _Response


class _SecureConnection(HTTPSConnection):
    response_class = _Response


class _Handler(HTTPHandler):
    def http_open(self, req: Request) -> HTTPResponse:
        return self.do_open(_Connection, req)


class _SecureHandler(HTTPSHandler):
    def https_open(self, req: Request) -> HTTPResponse:
        return self.do_open(_SecureConnection, req)


# What takes the place of the library's own ways to open an address.
HANDLERS = (_Handler, _SecureHandler)
