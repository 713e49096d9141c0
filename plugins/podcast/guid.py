"""A show's own identity, from the address of its feed (Podcast namespace, guid)."""

from __future__ import annotations

import re
from uuid import UUID, uuid5

NAMESPACE = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def podcast_guid(feed_url: str) -> str:
    """Return the guid of a show whose feed lies at an address: computed once, then kept for ever.

    >>> podcast_guid("https://podnews.net/rss/")
    '9b024349-ccf0-5f69-a609-6b82873eab3c'
    >>> podcast_guid("mp3s.nashownotes.com/pc20rss.xml")
    '917393e3-1b1e-5cef-ace4-edaa54e1f810'
    """
    return str(uuid5(NAMESPACE, _SCHEME.sub("", feed_url.strip()).rstrip("/")))
