"""Requests to another host: redirects followed with care, every failure told in a sentence."""

from __future__ import annotations

import re
import ssl
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing, contextmanager
from http import HTTPStatus
from http.client import HTTPException, HTTPMessage, HTTPResponse
from string import punctuation
from typing import IO, cast
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from plugins.podcast.remote.patience import HANDLERS, ImpatienceError

TIMEOUT = 20.0  # seconds without a byte
_HEADERS = {"User-Agent": "daily-dave-engine", "Accept": "*/*", "Accept-Encoding": "identity"}
_MOST_REDIRECTS = 10
_PART = 16 * 1024
_MOST_AGAIN = 2
_LONGEST_WAIT = 20  # seconds
_BUSY = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})

_LET_IN = "Let everybody read the file: apps have no password."
_LATER = "Try again later, or ask who runs it."
_TODO = {
    HTTPStatus.UNAUTHORIZED: _LET_IN,
    HTTPStatus.FORBIDDEN: _LET_IN,
    HTTPStatus.NOT_FOUND: "Correct the address, or put the file there.",
    HTTPStatus.GONE: "Correct the address, or put the file there.",
    HTTPStatus.TOO_MANY_REQUESTS: "Wait a while, then try again.",
}


class RemoteError(ValueError):
    """Another host does not do what apps need, told in whole sentences.

    `status` is what it answered, 0 if it did not; `wait` the seconds after which it may be asked
    again.
    """

    def __init__(self, text: str, status: int = 0, wait: int | None = None) -> None:
        super().__init__(text)
        self.status = status
        self.wait = wait


class _Redirects(HTTPRedirectHandler):
    """Follows redirects as apps do; the method stays what it is."""

    def __init__(self) -> None:
        self._seen: list[str] = []

    def http_error_302(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage
    ) -> HTTPResponse | None:
        del code, msg
        location = headers.get("Location")
        if location is None:
            return None
        fp.close()
        self._seen.append(req.full_url)
        url = _follow(req.full_url, location)
        _check_redirect(req.full_url, url, self._seen)
        again = Request(url, headers=dict(req.headers), method=req.get_method())  # noqa: S310 checked above
        return cast("HTTPResponse", self.parent.open(again, timeout=req.timeout))

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


def _follow(url: str, location: str) -> str:
    # Headers come as Latin-1, whatever bytes they hold.
    escaped = quote(location, punctuation, encoding="latin-1")
    try:
        found = urljoin(url, escaped)
        urlsplit(found)
    except ValueError:
        raise RemoteError("it redirects to no address. Correct it there.") from None
    return found


def _check_redirect(old: str, new: str, before: Collection[str]) -> None:
    if new in before or len(before) > _MOST_REDIRECTS:
        raise RemoteError("its redirects lead in a circle. Correct the address.")
    source, target = urlsplit(old), urlsplit(new)
    if target.scheme not in {"https", "http"}:
        raise RemoteError("it redirects to no address of the web. Correct it there.")
    if source.scheme == "https" and target.scheme == "http":
        what = "it redirects from https to http, which apps refuse."
        raise RemoteError(f"{what} Let it lead to https.")
    if "@" in target.netloc:
        what = "it redirects to an address with a name or a password in it."
        raise RemoteError(f"{what} Let the file be read without.")


@contextmanager
def ask(url: str, method: str, headers: Mapping[str, str]) -> Iterator[HTTPResponse]:
    """Send a request and hand out the answer of the last host, whose body is not read yet.

    Raises:
        RemoteError: with a whole sentence, unless the answer is good.
    """
    with closing(_open_at_last(url, method, headers)) as answer:
        yield answer


def _open_at_last(url: str, method: str, headers: Mapping[str, str]) -> HTTPResponse:
    """Open an address, again where a server asks to be asked later, or hangs up for once."""
    for _ in range(_MOST_AGAIN):
        try:
            return _open(url, method, headers)
        except RemoteError as error:
            if error.wait is None:
                raise
            time.sleep(error.wait)
    return _open(url, method, headers)


def _open(url: str, method: str, headers: Mapping[str, str]) -> HTTPResponse:
    request = Request(url, headers={**_HEADERS, **headers}, method=method)  # noqa: S310 an address that was parsed
    try:
        answer: HTTPResponse = build_opener(_Redirects(), *HANDLERS).open(request, timeout=TIMEOUT)
    except RemoteError:
        raise
    except HTTPError as error:
        error.close()
        raise _refusal(error.code, error.headers.get("Retry-After", "")) from None
    except (URLError, HTTPException, OSError, UnicodeError) as error:
        raise _failure(getattr(error, "reason", error)) from None
    return answer


def _refusal(status: int, later: str) -> RemoteError:
    try:
        phrase = f" ({HTTPStatus(status).phrase})"
    except ValueError:
        phrase = ""
    is_theirs = status >= HTTPStatus.INTERNAL_SERVER_ERROR
    todo = _TODO.get(HTTPStatus(status)) if phrase else ""
    todo = todo or (_LATER if is_theirs else "Correct the address.")
    seconds = int(later) if re.fullmatch(r"[0-9]{1,4}", later) else _LONGEST_WAIT + 1
    wait = seconds if seconds <= _LONGEST_WAIT and status in _BUSY else None
    return RemoteError(f"its server answers {status}{phrase}. {todo}", status, wait)


def _failure(reason: object) -> RemoteError:
    if isinstance(reason, ssl.SSLCertVerificationError):
        what = f"its server does not prove who it is ({reason.verify_message})."
        return RemoteError(f"{what} Renew its certificate, or correct the address.")
    if isinstance(reason, TimeoutError):
        return RemoteError(f"its server does not answer within {TIMEOUT:.0f} seconds. {_LATER}")
    if isinstance(reason, ImpatienceError):
        return RemoteError(f"its server is too slow to be measured. {_LATER}")
    what = "it cannot be reached."
    todo = "Check the address and your network, or take the remote.json that 'make probe' wrote"
    todo += " elsewhere and build with OFFLINE=1."
    wait = 0 if isinstance(reason, (ConnectionResetError, BrokenPipeError)) else None
    return RemoteError(f"{what} {todo}", wait=wait)


def read_bytes(answer: HTTPResponse, length: int) -> bytes:
    """Return so many bytes of an answer, fewer if it has no more.

    Raises:
        RemoteError: with a whole sentence, if they do not come in time.
    """
    found = bytearray()
    try:
        while len(found) < length:
            part = answer.read1(min(length - len(found), _PART))
            if not part:
                break
            found += part
    except (HTTPException, OSError) as error:
        raise _failure(error) from None
    return bytes(found)
