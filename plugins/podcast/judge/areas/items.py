"""Items: what an episode must say of itself, and who it is for ever."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.podcast.judge.areas.urls import is_absolute
from plugins.podcast.judge.checks import has, one_of, quoted
from plugins.podcast.judge.rule import Fault, error, warning
from plugins.podcast.judge.tree import Node, Place
from plugins.shared.rules import Source
from plugins.shared.slugs import slugify

# What is a number of an episode wherever it stands, and what is one only at an end of the title.
_NUMBER = re.compile(
    r"^\s*\[?(?:eps?|folge|episodio|épisode)[.:\s#-]*\d+|\bS\d+\s*[.:-]?\s*E(?:P\s*)?\d+\b"
    r"|\b(?:ep|episode)\.?\s*#?\d+",
    re.IGNORECASE,
)
_AT_AN_END = re.compile(
    r"^\s*[\[(]?(?:(?:no|nr)?[.\s]*#\s*|(?:no|nr)[.\s]*)?(?P<first>\d+)\s*(?:[\])]|[:.|–—-]\s)"
    r"|^\s*#(?P<begun>\d+)\b|[\s([]#(?P<last>\d+)\s*[\])]?\s*$",
    re.IGNORECASE,
)
_YEAR = re.compile("(?:19|20)[0-9]{2}")


def _number(node: Node, place: Place) -> Iterator[Fault]:
    if _NUMBER.search(node.value) or _is_numbered(node.value, place.node):
        what = f"the title {quoted(node.value)} holds a number that apps show by themselves."
        yield Fault(what=what, todo="Write it into itunes:episode and itunes:season only.")


def _is_numbered(title: str, item: Node) -> bool:
    """Say whether a title begins or ends with a number that is the episode's, or may be."""
    found = _AT_AN_END.search(title)
    if found is None:
        return False
    number = next(text for text in found.groups() if text).lstrip("0")
    own = item.value_of("itunes:episode").lstrip("0")
    return number == own if own else not _YEAR.fullmatch(number)


def _show_name(node: Node, place: Place) -> Iterator[Fault]:
    show = place.feed.channel.value_of("title")
    title = node.value
    if show and len(title) > len(show) and _show_in(title, show):
        what = f"the title {quoted(title)} repeats the name of the show."
        yield Fault(what=what, todo="Leave it out: apps show it beside.")


def _show_in(title: str, show: str) -> bool:
    """Say whether a title names the show; a single word may be a topic unless it stands apart."""
    name = re.escape(show)
    if " " in show:
        return re.search(rf"(?<!\w){name}(?!\w)", title) is not None
    begins = rf"{name}(?:\s*[:|#–—]|\s+-\s|\s+\d)"
    ends = rf"(?:[:|–—(]|\s-)\s*{name}\)?$"
    return re.match(begins, title) is not None or re.search(ends, title) is not None


def _guid(node: Node, _: Place) -> Iterator[Fault]:
    if not node.value_of("guid"):
        found = node.first("guid")
        what = "the item has no guid." if found is None else "the guid is empty."
        todo = "Give it one that never changes, such as a UUID."
        yield Fault(what=what, todo=todo, line=found.line if found else 0)


def _guid_twice(_: Node, place: Place) -> Iterator[Fault]:
    seen: dict[str, Node] = {}
    for item in place.feed.items:
        guid = item.value_of("guid")
        other = seen.setdefault(guid, item) if guid else item
        if other is not item:
            what = f"its guid is that of the item on line {other.line}."
            todo = "Give it its own: apps show one of the two."
            yield Fault(what=what, todo=todo, item=item, line=item.first("guid").line)  # type: ignore[union-attr]  # it has one


def _permalink(node: Node, _: Place) -> Iterator[Fault]:
    said = node.get("isPermaLink")
    if said not in {"", "true", "false"}:
        what = f"isPermaLink is {quoted(said)}."
        yield Fault(what=what, todo="Write true or false.")
    elif said != "false" and node.value and not is_absolute(node.value):
        what = f"the guid {quoted(node.value)} is no address, and does not say so."
        yield Fault(what=what, todo='Write <guid isPermaLink="false">.')


def _guid_of_media(node: Node, place: Place) -> Iterator[Fault]:
    url = next((one.get("url") for one in place.node.all("enclosure")), "")
    if node.value and node.value == url:
        what = "the guid is the address of the audio, and changes with it."
        yield Fault(what=what, todo="Give new episodes a UUID; leave this one as it is.")


def _guid_of_title(node: Node, place: Place) -> Iterator[Fault]:
    title, guid = place.node.value_of("title"), node.value
    if guid and title and guid.lower() in {title.lower(), slugify(title)}:
        what = "the guid is made of the title, and would change with it."
        yield Fault(what=what, todo="Give new episodes a UUID; leave this one as it is.")


def _guid_of_page(node: Node, place: Place) -> Iterator[Fault]:
    link, title = place.node.value_of("link"), slugify(place.node.value_of("title"))
    if title and link.rstrip("/") == node.value.rstrip("/") and title in node.value:
        what = "the guid is the address of a page that is called by the title, and changes with it."
        yield Fault(what=what, todo="Give new episodes a UUID; leave this one as it is.")


def _title_words(node: Node, _: Place) -> Iterator[Fault]:
    if not node.value_of("title"):
        found = node.first("title")
        line = found.line if found else 0
        what = "the item has no title." if found is None else "the title is empty."
        yield Fault(what=what, todo="Write one.", line=line)


RULES = (
    error("item-title", Source.APPLE, "An item has a title.", "item podcast:liveItem",
          _title_words),
    warning("item-title-number", Source.APPLE, "A title holds no number of the episode.",
            "item/title item/itunes:title", _number),
    warning("item-title-show", Source.APPLE, "A title does not repeat the show's.",
            "item/title item/itunes:title", _show_name),
    error("item-guid", Source.APPLE, "An item has a guid.", "item podcast:liveItem", _guid),
    error("item-guid-once", Source.PSP, "No two items have one guid.", "feed", _guid_twice),
    error("item-guid-permalink", Source.RSS, "A guid that is no address says so.", "guid",
          _permalink),
    warning("item-guid-media", Source.NAMESPACE, "A guid is not the address of the audio.",
            "guid", _guid_of_media),
    warning("item-guid-title", Source.NAMESPACE, "A guid is not made of the title.", "guid",
            _guid_of_title),
    warning("item-guid-page", Source.NAMESPACE, "A guid is not the address of a titled page.",
            "guid", _guid_of_page),
    warning("item-link", Source.PSP, "An item has a link.", "item",
            has("link", "Write the address of the episode's page.")),
    warning("item-description", Source.PSP, "An item has a description.", "item",
            has("description", "Say in a few sentences what the episode is about.")),
    warning("item-duration", Source.PSP, "An item has a duration.", "item",
            has("itunes:duration", "Write whole seconds.")),
    warning("item-explicit", Source.PSP, "An item says whether it is explicit.", "item",
            has("itunes:explicit", "Write true or false.")),
    error("episode-type", Source.APPLE, "itunes:episodeType is full, trailer or bonus.",
          "itunes:episodeType", one_of(("full", "trailer", "bonus"))),
)  # fmt: skip
