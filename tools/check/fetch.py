"""A feed fetched as apps fetch it: redirects followed, asked twice, never more than it may be."""

from __future__ import annotations

import http.client
import ssl
import urllib.error
import urllib.request
from collections.abc import Iterable
from dataclasses import dataclass, replace
from email.message import Message
from typing import IO

from plugins.podcast.judge.answer import Answer
from tools.check.body import read_body
from tools.shared.errors import ToolError

_TIMEOUT = 20.0
_HEADERS = {
    "User-Agent": "feed-check/1.0",
    "Accept": "application/rss+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1",
}
_REDIRECTS = frozenset([301, 302, 303, 307, 308])
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
        raise ToolError(f"{url}: {_refusal(answer)}")
    wanted = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
    conditions = {
        name: answer.headers[header] for header, name in wanted.items() if header in answer.headers
    }
    again = _status(url, conditions) if conditions else None
    head = _status(url, {}, method="HEAD")
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


def _status(url: str, headers: dict[str, str], method: str = "GET") -> int:
    """Return how a further question is answered; 0 where it is not."""
    try:
        return _ask(url, headers, method)[0].status
    except ToolError:
        return 0


def _refusal(answer: Answer) -> str:
    """Return what a status other than 200 means, as the end of a sentence, and what to do."""
    status, target = answer.status, answer.headers.get("location", "")
    if status in _REDIRECTS and len(answer.redirects) > 1:
        return "it redirects in a circle. Correct its server."
    if status in _REDIRECTS and not target:
        return "it redirects, and does not say where to. Correct its server."
    if status in _REDIRECTS:
        return f"it redirects to {target!r}, which is no address of the web. Correct its server."
    if status in {http.client.UNAUTHORIZED, http.client.FORBIDDEN}:
        return f"it answers with {status}: it is not for everybody. Let apps read it unasked."
    if status >= http.client.INTERNAL_SERVER_ERROR:
        return f"it answers with {status}. Ask again later, or look at its server."
    return f"it answers with {status}. Correct the address."


def _ask(url: str, headers: dict[str, str], method: str = "GET") -> tuple[Answer, bytes]:
    redirects = _Redirects()
    opener = urllib.request.build_opener(redirects)
    try:
        request = urllib.request.Request(url, headers=_HEADERS | headers, method=method)  # noqa: S310 only of the web
        with opener.open(request, timeout=_TIMEOUT) as response:
            content = b"" if method == "HEAD" else read_body(url, response)
            return _answer(response.url, response.status, response.headers, redirects), content
    except urllib.error.HTTPError as error:
        with error:
            return _answer(error.url or url, error.code, error.headers, redirects), b""
    except _TROUBLE as error:
        raise ToolError(
            f"{url}: it cannot be fetched ({_reason(error)}). Look at the address."
        ) from error


def _reason(error: Exception) -> str:
    """Return what went wrong, in one line."""
    reason = getattr(error, "reason", error)
    if isinstance(reason, ssl.SSLCertVerificationError):
        return f"its certificate does not hold: {reason.verify_message}"
    if isinstance(reason, ssl.SSLError):
        return f"its encryption fails: {str(reason.reason).lower().replace('_', ' ')}"
    if isinstance(error, http.client.IncompleteRead):
        return "it breaks off"
    if isinstance(error, UnicodeEncodeError):
        return "its address holds other letters than ASCII"
    return " ".join(str(reason).split()) or type(error).__name__


def _answer(url: str, status: int, headers: Message, redirects: _Redirects) -> Answer:
    return Answer(
        url=url,
        status=status,
        headers={name.lower(): text for name, text in headers.items()},
        redirects=tuple(redirects.statuses),
    )
