"""A file on another host that can be read like one of ours, and never is read whole."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from http import HTTPStatus
from http.client import HTTPResponse
from typing import Any

from plugins.podcast.remote.requests import RemoteError, ask, read_bytes
from plugins.shared.characters import clean

BLOCK = 8 * 1024
# Who reads on gets twice as many blocks each time.
_MOST_AHEAD = 16
# A file of which more than this needs to be read is not measured at a distance.
MOST = 4 * 1024 * 1024
# Some hosts sign addresses for GET alone, or know no other method.
_ASK_AGAIN = frozenset(
    {
        HTTPStatus.BAD_REQUEST,
        HTTPStatus.FORBIDDEN,
        HTTPStatus.METHOD_NOT_ALLOWED,
        HTTPStatus.INTERNAL_SERVER_ERROR,
        HTTPStatus.NOT_IMPLEMENTED,
    }
)
_LENGTH = re.compile(r"[0-9]{1,15}")
_CONTENT_RANGE = re.compile(
    r"bytes (?P<first>\d{1,15})-(?P<last>\d{1,15})/(?P<total>\d{1,15}|\*)",
    re.ASCII | re.IGNORECASE,
)

_NO_RANGES = "its server does not answer byte ranges. Apps need them to seek: move it."
_CHANGED = "it changed while it was measured. Try again."
_PACKED = "its server packs it, so nobody knows its length. Let it send audio as it is."
_EMPTY = "it is empty. Put the file there."
_ENDS_EARLY = "its server sends fewer bytes than it says. Put the whole file there."


class RemoteFile(io.RawIOBase):
    """A file on a server, read in blocks where it is looked at.

    `served` is its Content-Type without parameters; `etag` and `last_modified` as they were sent;
    `answers_head` says whether its server knows the method with which Apple asks.
    """

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url
        self._position = 0
        self._blocks: dict[int, bytes] = {}
        self._skipped: tuple[tuple[int, int], ...] = ()
        self._next, self._ahead = 0, 1
        self.length = 0
        self.served = self.etag = self.last_modified = ""
        self.answers_head = self._ask_head()
        if not self.length:
            self._load(0, 0)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self.length}[whence]
        self._position = max(0, base + offset)
        return self._position

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 any buffer; typed from 3.12 on
        target = memoryview(buffer).cast("B")
        filled = 0
        while filled < len(target) and self._position < self.length:
            number, start = divmod(self._position, BLOCK)
            wanted = len(target) - filled
            found = self._block(number, start + wanted)[start : start + wanted]
            target[filled : filled + len(found)] = found
            filled += len(found)
            self._position += len(found)
        return filled

    def skip(self, spans: Iterable[tuple[int, int]]) -> None:
        """Let bytes from one place to another read as zeros, without being asked for."""
        self._skipped = tuple(spans)

    def _ask_head(self) -> bool:
        try:
            with ask(self._url, "HEAD", {}) as answer:
                self._note(answer)
                length = _header(answer, "Content-Length")
                is_packed = _is_packed(answer)
        except RemoteError as error:
            if error.status in _ASK_AGAIN:
                return False
            raise
        self.length = int(length) if _LENGTH.fullmatch(length) and not is_packed else 0
        return bool(self.length)

    def _note(self, answer: HTTPResponse) -> None:
        """Remember what the server says of the file, the first time."""
        self.served = self.served or _header(answer, "Content-Type").partition(";")[0].strip()
        self.etag = self.etag or _header(answer, "ETag")
        self.last_modified = self.last_modified or _header(answer, "Last-Modified")

    def _is_same(self, answer: HTTPResponse) -> bool:
        """Say whether an answer is about the file that was first asked for.

        The machines that serve one address may each give it an ETag of their own.
        """
        date, tag = _header(answer, "Last-Modified"), _header(answer, "ETag")
        if date and self.last_modified:
            return date == self.last_modified
        return not (tag and self.etag) or _strong(tag) == _strong(self.etag)

    def _block(self, number: int, wanted: int) -> bytes:
        if self._is_skipped(number):
            return bytes(min(BLOCK, self.length - number * BLOCK))
        if number not in self._blocks:
            self._ahead = min(self._ahead * 2, _MOST_AHEAD) if number == self._next else 1
            blocks = max(self._ahead, -(-wanted // BLOCK))
            last = number
            while last + 1 < number + blocks and self._is_unknown(last + 1):
                last += 1
            self._load(number, last)
            self._next = last + 1
        return self._blocks[number]

    def _is_skipped(self, number: int) -> bool:
        first, end = number * BLOCK, min((number + 1) * BLOCK, self.length)
        return any(start <= first and end <= stop for start, stop in self._skipped)

    def _is_unknown(self, number: int) -> bool:
        is_there = number * BLOCK < self.length
        return is_there and number not in self._blocks and not self._is_skipped(number)

    def _load(self, number: int, last: int) -> None:
        """Ask for some blocks in a row."""
        if (len(self._blocks) + last + 1 - number) * BLOCK > MOST:
            raise ValueError("too much of it must be read to measure it. Export it again.")
        content = self._ask_range(number * BLOCK, (last + 1) * BLOCK - 1)
        for one in range(number, last + 1):
            start = (one - number) * BLOCK
            self._blocks[one] = content[start : start + BLOCK]

    def _ask_range(self, first: int, last: int) -> bytes:
        last = min(last, self.length - 1) if self.length else last
        try:
            with ask(self._url, "GET", {"Range": f"bytes={first}-{last}"}) as answer:
                self._check_range(answer, first)
                wanted = min(last, self.length - 1) - first + 1
                content = read_bytes(answer, wanted)
        except RemoteError as error:
            if error.status == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
                raise ValueError(_ENDS_EARLY if self.length else _EMPTY) from None
            raise
        if len(content) < wanted:
            raise ValueError(_ENDS_EARLY)
        return content

    def _check_range(self, answer: HTTPResponse, first: int) -> None:
        """Compare an answer with the question, and with what was said before."""
        if not self._is_same(answer):
            raise ValueError(_CHANGED)
        if not self.length and _header(answer, "Content-Length") == "0":
            raise ValueError(_EMPTY)
        found = _CONTENT_RANGE.fullmatch(_header(answer, "Content-Range"))
        if answer.status != HTTPStatus.PARTIAL_CONTENT or found is None:
            raise ValueError(_NO_RANGES)
        if int(found["first"]) != first:
            raise ValueError(_NO_RANGES)
        if _is_packed(answer):
            raise ValueError(_PACKED)
        self._note(answer)
        total = 0 if found["total"] == "*" else int(found["total"])
        self.length = self.length or total
        if not self.length:
            raise ValueError("its server does not say how long it is. Apps need to know: fix it.")
        if total not in {0, self.length}:
            what = f"its server says that it has {self.length} bytes, and then {total}."
            raise ValueError(f"{what} Let HEAD and GET say the same, and try again.")


def _header(answer: HTTPResponse, name: str) -> str:
    return clean(answer.headers.get(name, ""))


def _strong(tag: str) -> str:
    """Return an ETag that may be compared weakly (RFC 9110, 8.8.3.2): HEAD and GET may differ."""
    return tag.removeprefix("W/")


def _is_packed(answer: HTTPResponse) -> bool:
    return _header(answer, "Content-Encoding").lower() not in {"", "identity"}
