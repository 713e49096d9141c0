"""Where a site lives: its public address, and the three ways to write a link to one of its paths.

A *path* in the model always starts with `/` and is relative to the site, wherever that lives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from plugins.shared.problems import Problem

# RFC 3986, section 3.3: what may stand in a path unencoded; `%` is left, it is an encoding already.
_SAFE = "/:@!$&'()*+,;=~-._%?#"
_PLAIN = re.compile(r"[A-Za-z0-9/:@!$&'()*+,;=~._%?#-]*")
# Scheme, host and perhaps a path: paths of the site are put behind it.
_ADDRESS = re.compile(r"https?://([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(:[0-9]+)?(/[^\s?#\\]*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What is true of the whole site.

    `address` is absolute and has no slash at its end; it is empty in a preview that has no host.
    """

    name: str
    address: str
    language: str
    tagline: str = ""
    media_address: str = ""

    @property
    def root(self) -> str:
        """The path under which the site lives on its host: empty, or such as `/blog`."""
        return urlsplit(self.address).path.rstrip("/")

    @property
    def origin(self) -> str:
        """Scheme and host: what turns a root-relative link into an absolute one."""
        return self.address.removesuffix(self.root) if self.root else self.address

    def link(self, path: str) -> str:
        """Return the root-relative link for a site path."""
        return _quoted(self.root + path)

    def absolute(self, path: str) -> str:
        """Return the absolute URL of a site path, ASCII only."""
        return _quoted(self.address + path)

    def media(self, path: str) -> str:
        """Return the link for a media path: root-relative, or on the media host if there is one.

        What lives on another host for good has its URL for a path.
        """
        if path.startswith(("https://", "http://")):
            return path
        return _quoted(self.media_address + path) if self.media_address else self.link(path)

    def absolute_media(self, path: str) -> str:
        """Return the absolute URL of a media path."""
        if path.startswith(("https://", "http://")):
            return path
        return _quoted((self.media_address or self.address) + path)


def find_address_faults(site: Site, *, is_preview: bool) -> Iterator[Problem]:
    """Find addresses behind which no path of the site would lead anywhere.

    A preview may have none; what is published needs one, because feeds hold no relative links.
    """
    given = {"SITEURL": site.address, "MEDIA_URL": site.media_address}
    for name, address in given.items():
        if _ADDRESS.fullmatch(address) or (not address and (is_preview or name == "MEDIA_URL")):
            continue
        what = f"{name} {address!r} is no address of a site." if address else f"{name} is empty."
        yield Problem(
            where="pelicanconf.py" if is_preview else "publishconf.py",
            what=what,
            todo="Write it whole and in ASCII, such as 'https://example.org'.",
            rule="setting-address",
        )


def _quoted(address: str) -> str:
    # Most addresses are plain, and there are many of them.
    return address if _PLAIN.fullmatch(address) else quote(address, safe=_SAFE)
