"""The table of all rules over feeds, area by area."""

from __future__ import annotations

from plugins.podcast.judge.areas import (
    art,
    categories,
    channel,
    dates,
    document,
    enclosure,
    extras,
    history,
    http,
    items,
    media,
    namespaces,
    notes,
    numbers,
    people,
    rss,
    text,
    transcripts,
    urls,
    value,
)
from plugins.podcast.judge.rule import FeedRule

AREAS: dict[str, tuple[FeedRule, ...]] = {
    "The document": document.RULES,
    "Namespaces and elements": namespaces.RULES,
    "Texts": text.RULES,
    "Addresses": urls.RULES,
    "The show": channel.RULES,
    "Plain RSS": rss.RULES,
    "Art": art.RULES,
    "Categories": categories.RULES,
    "Episodes": items.RULES,
    "Enclosures": enclosure.RULES,
    "Numbers and durations": numbers.RULES,
    "Dates": dates.RULES,
    "Show notes": notes.RULES,
    "Transcripts, chapters and soundbites": transcripts.RULES,
    "Persons, places, licences, trailers": people.RULES,
    "Alternates and live items": media.RULES,
    "The rest of the podcast namespace": extras.RULES,
    "Value": value.RULES,
    "Feeds in several documents": history.RULES,
    "Served": http.RULES,
}
TABLE: tuple[FeedRule, ...] = tuple(rule for rules in AREAS.values() for rule in rules)
