"""The address of audio on another host: as it is typed, and as the web writes it."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import SplitResult, quote, unquote, urlsplit, urlunsplit

# RFC 3986, 3.3 and 3.4: what stands for itself in a path and in a query; escapes stay escapes.
_PATH = "/%:@!$&'()*+,;=~"
_QUERY = _PATH + "?"
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def is_remote(audio: str) -> bool:
    """Say whether `Audio:` names another host.

    >>> is_remote("https://example.org/003.mp3"), is_remote("003.mp3")
    (True, False)
    """
    return audio.lower().startswith(("https://", "http://"))


def parse_address(text: str) -> str:
    """Return an address in ASCII, with its escapes as they are and what else needs one escaped.

    >>> parse_address("https://example.org/Ein Ton ä.mp3?x=1 2")
    'https://example.org/Ein%20Ton%20%C3%A4.mp3?x=1%202'

    Raises:
        ValueError: with a whole sentence that does not repeat the address.
    """
    parts = _split(text)
    if "@" in parts.netloc:
        what = "its address holds a name or a password, which everybody could read in the feed."
        raise ValueError(f"{what} Take them out, and let the file be read without.")
    if parts.fragment or text.endswith("#"):
        what = "its address holds a '#', and no server sees what is behind."
        raise ValueError(f"{what} Write '%23' if it is part of the name, else cut it.")
    path, query = (_LONE_PERCENT.sub("%25", part) for part in (parts.path, parts.query))
    return urlunsplit(
        (parts.scheme, _host(parts), quote(path or "/", _PATH), quote(query, _QUERY), "")
    )


def _split(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        is_whole = bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_whole = False
    if not is_whole or not is_remote(text) or _CONTROL.search(text):
        raise ValueError("its address cannot be read. Write it whole: 'https://example.org/…'.")
    return parts


def _host(parts: SplitResult) -> str:
    """Return host and port as the web writes them: a name in other letters is put into ASCII."""
    if parts.netloc.isascii() and not {" ", "<", ">", '"', "\\"} & set(parts.netloc):
        return parts.netloc
    try:
        name = (parts.hostname or "").encode("idna").decode()
    except UnicodeError:
        name = " "
    if not re.fullmatch(r"[\w.-]+", name):
        raise ValueError("its address names a host that cannot be. Correct it.")
    return name if parts.port is None else f"{name}:{parts.port}"


def show_address(text: str) -> str:
    """Return an address as it was typed, without a name or password in it.

    >>> show_address("https://me:secret@example.org/a.mp3")
    'https://…@example.org/a.mp3'
    """
    try:
        parts = urlsplit(text)
        is_plain = "@" not in parts.netloc and parts.port != 0
    except ValueError:
        is_plain = False
    return text if is_plain else re.sub(r"//.*@", "//…@", text)


def ending_of(url: str) -> str:
    """Return the ending of an address's path, by which Apple decides what a file is.

    >>> ending_of("https://example.org/a/075.MP3?from=feed.xml"), ending_of("https://x.org/a")
    ('.mp3', '')
    """
    return PurePosixPath(unquote(urlsplit(url).path)).suffix.lower()
