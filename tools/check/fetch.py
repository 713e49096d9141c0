"""A feed fetched as apps fetch it: redirects followed, asked twice, never more than it may be."""

from __future__ import annotations

import gzip
import http.client
import urllib.error
import urllib.request
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from email.message import Message
from typing import IO

from plugins.podcast.judge.answer import Answer
from tools.shared.console import dump_size
from tools.shared.errors import ToolError

LIMIT = 64_000_000
_TIMEOUT = 20.0
_HEADERS = {
    "User-Agent": "feed-check/1.0",
    "Accept": "application/rss+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1",
}
_TROUBLE = (OSError, http.client.HTTPException, ValueError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A feed and what its server said."""

    content: bytes
    answer: Answer


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects to web addresses only, and remembers them."""

    def __init__(self) -> None:
        self.statuses: list[int] = []

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        self.statuses.append(code)
        if not is_web(newurl):
            fp.close()
            raise urllib.error.URLError(f"it redirects to {newurl}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def is_web(text: str) -> bool:
    """Say whether a text is an address of the web."""
    return text.lower().startswith(("https://", "http://"))


def fetch_feed(url: str) -> Fetched:
    """Return a feed; ask again whether it has changed, and for its headers alone."""
    answer, content = _ask(url, {"Accept-Encoding": "gzip"})
    if answer.status != http.client.OK:
        raise ToolError(f"{url}: it answers with {answer.status}. Correct the address.")
    wanted = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
    conditions = {
        name: answer.headers[header] for header, name in wanted.items() if header in answer.headers
    }
    again = _ask(url, conditions)[0].status if conditions else None
    head = _ask(url, {}, method="HEAD")[0].status
    return Fetched(content=content, answer=replace(answer, again=again, head=head))


def fetch_heads(urls: Iterable[str]) -> dict[str, Answer]:
    """Return what servers say of files, asked for the headers alone; 0 where none answers."""
    found = {}
    for url in dict.fromkeys(url for url in urls if is_web(url)):
        try:
            found[url] = _ask(url, {}, method="HEAD")[0]
        except ToolError:
            found[url] = Answer(url=url, status=0)
    return found


def _ask(url: str, headers: dict[str, str], method: str = "GET") -> tuple[Answer, bytes]:
    redirects = _Redirects()
    opener = urllib.request.build_opener(redirects)
    try:
        request = urllib.request.Request(url, headers=_HEADERS | headers, method=method)  # noqa: S310 only of the web
        with opener.open(request, timeout=_TIMEOUT) as response:
            return _read(url, response, redirects)
    except urllib.error.HTTPError as error:
        with error:
            return _answer(error.url or url, error.code, error.headers, redirects), b""
    except _TROUBLE as error:
        reason = getattr(error, "reason", error)
        raise ToolError(f"{url}: it cannot be fetched ({reason}). Look at the address.") from error


def _read(
    url: str, response: http.client.HTTPResponse, redirects: _Redirects
) -> tuple[Answer, bytes]:
    content = response.read(LIMIT + 1)
    answer = _answer(response.url, response.status, response.headers, redirects)
    if answer.headers.get("content-encoding", "").lower() == "gzip" and content:
        content = _unzip(content)
    if len(content) > LIMIT:
        raise ToolError(f"{url}: it has more than {dump_size(LIMIT)}, which is no feed.")
    return answer, content


def _unzip(content: bytes) -> bytes:
    try:
        # No further than the limit: a few bytes may stand for very many.
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(content, LIMIT + 1)
    except zlib.error as error:
        raise gzip.BadGzipFile(str(error)) from error


def _answer(url: str, status: int, headers: Message, redirects: _Redirects) -> Answer:
    return Answer(
        url=url,
        status=status,
        headers={name.lower(): text for name, text in headers.items()},
        redirects=tuple(redirects.statuses),
    )
