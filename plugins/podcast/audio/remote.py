"""Audio that lives on another host: measured by a few small ranged requests, then remembered.

Nothing is downloaded whole. What was measured is kept in the engine's cache, by address.
"""

from __future__ import annotations

import io
import json
from contextlib import closing
from datetime import timedelta
from hashlib import sha256
from http.client import HTTPException, HTTPResponse
from pathlib import Path, PurePosixPath
from typing import Any, cast
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urlsplit
from urllib.request import Request, urlopen

from plugins.podcast.audio.probe import Measured, measure
from plugins.podcast.model import Chapter
from plugins.shared.files import write_whole

BLOCK = 64 * 1024
# A file whose headers are larger than this is not measured at a distance.
MOST = 64 * BLOCK
TIMEOUT = 20  # seconds
HEADERS = {"User-Agent": "daily-dave-engine", "Accept-Encoding": "identity"}


def is_remote(audio: str) -> bool:
    """Say whether `Audio:` names another host.

    >>> is_remote("https://example.org/003.mp3"), is_remote("003.mp3")
    (True, False)
    """
    return audio.startswith(("https://", "http://"))


class RemoteFile(io.RawIOBase):
    """A file on a server, read in blocks where it is looked at."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url
        self._position = 0
        self._blocks: dict[int, bytes] = {}
        self.length = self._ask_length()

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
        number, start = divmod(self._position, BLOCK)
        if self._position >= self.length:
            return 0
        found = self._block(number)[start : start + len(target)]
        target[: len(found)] = found
        self._position += len(found)
        return len(found)

    def _ask_length(self) -> int:
        with closing(_open(self._url, {}, "HEAD")) as answer:
            length = answer.headers.get("Content-Length", "")
        if not length.isdigit() or not int(length):
            raise ValueError("its server does not say how long it is. Apps need to know: fix it.")
        return int(length)

    def _block(self, number: int) -> bytes:
        if number not in self._blocks:
            if len(self._blocks) * BLOCK >= MOST:
                raise ValueError("its beginning is too large to be measured. Export it again.")
            first = number * BLOCK
            last = min(first + BLOCK, self.length) - 1
            with closing(_open(self._url, {"Range": f"bytes={first}-{last}"}, "GET")) as answer:
                if answer.status != 206:  # noqa: PLR2004 Partial Content (RFC 9110, 15.3.7)
                    raise ValueError(
                        "its server does not answer byte ranges. Apps need them to seek: move it.",
                    )
                self._blocks[number] = answer.read(last - first + 1)
        return self._blocks[number]


def _open(url: str, headers: dict[str, str], method: str) -> HTTPResponse:
    request = Request(url, headers={**HEADERS, **headers}, method=method)  # noqa: S310 http and https only
    try:
        return cast("HTTPResponse", urlopen(request, timeout=TIMEOUT))  # noqa: S310 the same
    except HTTPError as error:
        error.close()
        raise ValueError(f"its server answers {error.code}. Correct the address.") from error
    except (URLError, HTTPException, OSError) as error:
        raise ValueError("it cannot be reached. Check the address and your network.") from error


def probe_remote(url: str, cache: Path) -> Measured:
    """Measure a file on another host, or recall what was measured.

    Raises:
        ValueError: with a whole sentence, if it cannot be measured.
    """
    memory = cache / "remote" / f"{sha256(url.encode()).hexdigest()}.json"
    if memory.is_file():
        return _recall(json.loads(memory.read_text(encoding="utf-8")))
    with closing(RemoteFile(url)) as file:
        reader = io.BufferedReader(file, BLOCK)
        measured = measure(reader, PurePosixPath(unquote(urlsplit(url).path)).suffix, file.length)
    write_whole(memory, json.dumps(_remember(measured), sort_keys=True).encode())
    return measured


def _remember(measured: Measured) -> dict[str, object]:
    return {
        "length_bytes": measured.length_bytes,
        "type": measured.type,
        "seconds": measured.duration.total_seconds(),
        "bitrate": measured.bitrate,
        "chapters": [[c.start.total_seconds(), c.title] for c in measured.chapters],
    }


def _recall(row: dict[str, object]) -> Measured:
    chapters = cast("list[tuple[float, str]]", row["chapters"])
    return Measured(
        length_bytes=cast("int", row["length_bytes"]),
        sha256="",
        type=cast("str", row["type"]),
        duration=timedelta(seconds=cast("float", row["seconds"])),
        bitrate=cast("int | None", row["bitrate"]),
        codecs="",
        chapters=tuple(Chapter(start=timedelta(seconds=s), title=title) for s, title in chapters),
    )
