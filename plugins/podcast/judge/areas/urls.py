"""Addresses in a feed: absolute, ASCII, https, and of a host that the world can reach."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from plugins.podcast.judge.checks import label, quoted, value
from plugins.podcast.judge.rule import Fault, error, warning
from plugins.podcast.judge.tree import Node, Place
from plugins.shared.rules import Source

# Which attributes of which elements are addresses; "" is the text.
URLS: dict[str, tuple[str, ...]] = {
    "link": ("",),
    "docs": ("",),
    "comments": ("",),
    "url": ("",),
    "itunes:new-feed-url": ("",),
    "itunes:image": ("href",),
    "atom:link": ("href",),
    "enclosure": ("url",),
    "source": ("url",),
    "podcast:funding": ("url",),
    "podcast:person": ("img", "href"),
    "podcast:license": ("url",),
    "podcast:trailer": ("url",),
    "podcast:remoteItem": ("feedUrl",),
    "podcast:image": ("href",),
    "podcast:transcript": ("url",),
    "podcast:chapters": ("url",),
    "podcast:contentLink": ("href",),
    "podcast:socialInteract": ("accountUrl",),
    "media:thumbnail": ("url",),
    "psc:chapter": ("href", "image"),
}
# Other schemes than those of the web have their place in these.
LOOSE: dict[str, tuple[str, ...]] = {
    "podcast:source": ("uri",),
    "podcast:socialInteract": ("uri",),
}
_ALL = {name: (*URLS.get(name, ()), *LOOSE.get(name, ())) for name in {**URLS, **LOOSE}}
_NOT_ASCII = re.compile(r"[^\x21-\x7e]|[<>\"{}|\\^`]")
_HOME = ("localhost", ".localhost", ".local", ".internal", ".test", ".invalid")


@lru_cache(maxsize=4096)
def host_of(url: str) -> str:
    """Return the host of an address, or nothing."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


@lru_cache(maxsize=4096)
def is_private(host: str) -> bool:
    """Say whether only this machine, or the house it stands in, knows a host."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return bool(host) and ("." not in host or host.endswith(_HOME))
    return address.is_private or address.is_loopback or address.is_link_local


def is_absolute(url: str) -> bool:
    """Say whether an address of the web names its scheme and its host."""
    return url.lower().startswith(("https://", "http://")) and bool(host_of(url))


def _urls(node: Node, names: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    for attribute in names.get(node.name, ()):
        found = value(node, attribute)
        if found:
            yield label(node, attribute), found


def _absolute(node: Node, _: Place) -> Iterator[Fault]:
    for name, url in _urls(node, URLS):
        if not is_absolute(url):
            what = f"{name} is {quoted(url)}, no address of the web."
            yield Fault(what=what, todo="Write it whole, with https:// and its host.")
    for name, url in _urls(node, LOOSE):
        if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", url):
            what = f"{name} is {quoted(url)}, which is not absolute."
            yield Fault(what=what, todo="Write it whole, with its scheme.")


def _https(node: Node, _: Place) -> Iterator[Fault]:
    for name, url in _urls(node, URLS):
        if url.lower().startswith("http://") and not is_private(host_of(url)):
            what = f"{name} {quoted(url)} is not encrypted."
            yield Fault(what=what, todo="Serve it with https, and write https://.")


def _ascii(node: Node, _: Place) -> Iterator[Fault]:
    for name, url in _urls(node, _ALL):
        found = _NOT_ASCII.search(url)
        if found:
            what = f"{name} {quoted(url)} holds {found[0]!r}."
            yield Fault(what=what, todo="Encode what is not ASCII with percent signs.")


def _host(node: Node, place: Place) -> Iterator[Fault]:
    for name, url in _urls(node, _ALL):
        host = host_of(url)
        is_web = url.lower().startswith(("https:", "http:"))
        if is_web and is_private(host) and not _is_at_home(url, place):
            what = f"{name} leads to {host!r}, which no listener reaches."
            yield Fault(what=what, todo="Write the public host.")


def _is_at_home(url: str, place: Place) -> bool:
    """Say whether both feed and address live on hosts of this machine, as in a trial."""
    return is_private(host_of(url)) and is_private(host_of(place.feed.own_url))


RULES = (
    error("url-absolute", Source.RSS, "Addresses are whole.", " ".join(_ALL), _absolute),
    error("url-ascii", Source.RFC_3986, "Addresses are ASCII, the rest is percent-encoded.",
          " ".join(_ALL), _ascii),
    warning("url-https", Source.NAMESPACE, "Addresses are https.", " ".join(_ALL), _https),
    error("url-host", Source.APPLE, "Addresses have a public host.", " ".join(_ALL), _host),
)  # fmt: skip
