"""The same text in several languages: who points at whom, and what others call a language."""

from __future__ import annotations

import re

from plugins.entries.collections import Collection
from plugins.entries.model import Entry
from plugins.shared.site import Site

_REGION = re.compile(r"[A-Za-z]{2}|\d{3}")


def language_paths(
    entry: Entry, translations: tuple[Entry, ...], default: str
) -> tuple[tuple[str, str], ...]:
    """Return (hreflang, path) of an entry and its translations, the default last as `x-default`.

    Every one of them gets the same pairs, as search engines ask; one language alone gets none.
    """
    listed = {item.lang: item.path for item in (*translations, entry) if item.is_listed}
    if not entry.is_listed or len(listed) == 1:
        return ()
    pairs = sorted(listed.items())
    return (*pairs, ("x-default", listed.get(default, pairs[0][1])))


def listing_language(collection: Collection, site: Site) -> str:
    """Return the language of a listing: the site's, but a blog in another language has its own."""
    languages = {entry.lang for entry in collection.entries} if collection.kind == "blog" else set()
    return languages.pop() if len(languages) == 1 else site.language


def open_graph_locale(language: str) -> str:
    """Return a language tag the way Open Graph writes it, which needs a region.

    >>> open_graph_locale("en-GB"), open_graph_locale("zh-Hant-TW"), open_graph_locale("es")
    ('en_GB', 'zh_TW', '')
    """
    name, *subtags = language.split("-")
    region = next((subtag for subtag in subtags if _REGION.fullmatch(subtag)), "")
    return f"{name.lower()}_{region.upper()}" if region else ""
