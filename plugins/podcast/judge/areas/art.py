"""Art, as far as its address tells: where it stands, and how its name ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from plugins.podcast.judge.checks import at_most, has, matches, needs, quoted, whole_number
from plugins.podcast.judge.rule import Fault, error, warning
from plugins.podcast.judge.tree import Node, Place
from plugins.shared.rules import Source

_ENDINGS = re.compile(r"\.(?:jpe?g|png)$", re.IGNORECASE)


def _text(node: Node, _: Place) -> Iterator[Fault]:
    if not node.get("href"):
        said = " its address stands as text." if node.value else " it has no href."
        what = f"itunes:image names no picture:{said}"
        yield Fault(what=what, todo='Write <itunes:image href="…"/>.')


def _path(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", ""
    return parts.path, parts.query


def _ending(node: Node, _: Place) -> Iterator[Fault]:
    url = node.get("href")
    path, query = _path(url)
    if url and not _ENDINGS.search(path) and not _ENDINGS.search(query):
        what = f"itunes:image is {quoted(url)}, whose path ends neither in .jpg nor in .png."
        yield Fault(what=what, todo="Give it as JPEG or PNG under a name with that ending.")


def _query(node: Node, _: Place) -> Iterator[Fault]:
    url = node.get("href")
    path, query = _path(url)
    if query and _ENDINGS.search(query) and not _ENDINGS.search(path):
        what = f"itunes:image {quoted(url)} hides its ending in a query."
        yield Fault(what=what, todo="Let the path itself end in .jpg or .png.")


def _ratio(node: Node, _: Place) -> Iterator[Fault]:
    if "aspectRatio" in node.attributes:
        yield Fault(what="podcast:image has the attribute aspectRatio.", todo="Write aspect-ratio.")


def _deprecated(node: Node, _: Place) -> Iterator[Fault]:
    what = f"{node.name} is deprecated since 2025."
    yield Fault(what=what, todo="Write a podcast:image for each picture.")


RULES = (
    error("channel-art", Source.APPLE, "A channel has art.", "feed",
          has("itunes:image", 'Add <itunes:image href="…"/>.')),
    error("feed-art-address", Source.APPLE, "The address of art is an attribute.",
          "itunes:image", _text),
    error("feed-art-ending", Source.APPLE, "The name of art ends in .jpg, .jpeg or .png.",
          "itunes:image", _ending),
    error("feed-art-query", Source.APPLE, "No query hides the ending of art.", "itunes:image",
          _query),
    warning("item-art", Source.PSP, "An item has art.", "item",
            has("itunes:image", 'Add <itunes:image href="…"/>.')),
    error("podcast-image-address", Source.NAMESPACE, "podcast:image has an address.",
          "podcast:image", needs("href")),
    error("podcast-image-ratio", Source.NAMESPACE, "aspect-ratio is written with a hyphen.",
          "podcast:image", _ratio),
    error("podcast-image-ratio-form", Source.NAMESPACE, "A ratio looks like 16/9.",
          "podcast:image",
          matches(r"\d+(?:\.\d+)?(?:\s*/\s*\d+(?:\.\d+)?)?", "Write it as 16/9.",
                  "aspect-ratio")),
    error("podcast-image-width", Source.NAMESPACE, "A width is a number of pixels.",
          "podcast:image", whole_number("Write a number of pixels.", "width", least=1)),
    error("podcast-image-height", Source.NAMESPACE, "A height is a number of pixels.",
          "podcast:image", whole_number("Write a number of pixels.", "height", least=1)),
    error("podcast-image-purpose", Source.NAMESPACE, "A purpose has at most 128 characters.",
          "podcast:image", at_most(128, "purpose")),
    warning("podcast-images", Source.NAMESPACE, "podcast:image has replaced podcast:images.",
            "podcast:images", _deprecated),
    error("thumbnail-address", Source.OURS, "media:thumbnail has a url.", "media:thumbnail",
          needs("url")),
)  # fmt: skip
