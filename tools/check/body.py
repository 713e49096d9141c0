"""The body of an answer: read within limits of size and time, whole, and unpacked."""

from __future__ import annotations

import http.client
import time
import zlib

from tools.shared.console import dump_size
from tools.shared.errors import ToolError

LIMIT = 64_000_000
SECONDS = 60.0
_PIECE = 65_536


def read_body(url: str, response: http.client.HTTPResponse) -> bytes:
    """Return the body of an answer, unpacked.

    Raises:
        ToolError: if it is too large, too slow, breaks off or is packed in an unknown way.
    """
    content = _read(url, response)
    if response.length:
        raise ToolError(
            f"{url}: it breaks off after {len(content):,} of {len(content) + response.length:,} "
            "bytes. Ask again, or look at its server."
        )
    packing = response.headers.get("Content-Encoding", "").strip().lower()
    if packing in {"gzip", "x-gzip"} and content:
        content = _unzip(url, content)
    elif packing not in {"", "identity", "gzip", "x-gzip"}:
        raise ToolError(
            f"{url}: it is packed with {packing!r}, for which nobody asked. Let its server go by "
            "Accept-Encoding."
        )
    return content


def _read(url: str, response: http.client.HTTPResponse) -> bytes:
    pieces: list[bytes] = []
    size, end = 0, time.monotonic() + SECONDS
    while piece := response.read1(_PIECE):
        pieces.append(piece)
        size += len(piece)
        _check_size(url, size)
        if time.monotonic() > end:
            raise ToolError(
                f"{url}: it still comes after {SECONDS:g} seconds. Ask again, or look at its "
                "server."
            )
    return b"".join(pieces)


def _unzip(url: str, content: bytes) -> bytes:
    """Unpack one part after the other, none further than the limit: a few bytes may be many."""
    found = bytearray()
    try:
        while content:
            unpacking = zlib.decompressobj(zlib.MAX_WBITS | 16)
            found += unpacking.decompress(content, LIMIT + 1 - len(found))
            _check_size(url, len(found))
            if not unpacking.eof:
                raise ToolError(f"{url}: its compression breaks off. Look at its server.")
            content = unpacking.unused_data.lstrip(b"\0")
    except zlib.error:
        raise ToolError(
            f"{url}: it says that it is packed with gzip, and is not. Look at its server."
        ) from None
    return bytes(found)


def _check_size(url: str, size: int) -> None:
    if size > LIMIT:
        raise ToolError(f"{url}: it has more than {dump_size(LIMIT)}, which is no feed.")
