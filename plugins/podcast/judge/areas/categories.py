"""Categories: those of Apple's tree, written as they stand there."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.podcast.categories import CATEGORIES
from plugins.podcast.judge.checks import has, quoted
from plugins.podcast.judge.rule import Fault, error, warning
from plugins.podcast.judge.tree import Node, Place
from plugins.shared.nearest import did_you_mean
from plugins.shared.rules import Source

_TODO = "Look it up in Apple's list of categories."


def _attribute(node: Node, _: Place) -> Iterator[Fault]:
    if not node.get("text"):
        what = "itunes:category has no attribute text."
        yield Fault(what=what, todo='Write <itunes:category text="…"/>.')


def _known(node: Node, _: Place) -> Iterator[Fault]:
    top = node.get("text")
    if top and top not in CATEGORIES:
        yield _unknown(node, "there is no category", tuple(CATEGORIES))
        return
    for child in node.all("itunes:category"):
        sub = child.get("text")
        if sub and sub not in CATEGORIES.get(top, ()):
            yield _unknown(child, f"{top!r} has no subcategory", CATEGORIES.get(top, ()))


def _unknown(node: Node, what: str, known: tuple[str, ...]) -> Fault:
    text = node.get("text")
    home = next((top for top, subs in CATEGORIES.items() if text in subs), "")
    hint = f"It stands under {home!r}." if home else ""
    todo = hint or did_you_mean(text.replace("&amp;", "&"), known) or _TODO
    return Fault(what=f"{what} {quoted(text)}.", todo=todo, line=node.line)


def _one_sub(node: Node, _: Place) -> Iterator[Fault]:
    for second in node.all("itunes:category")[1:]:
        what = f"{node.get('text')!r} has a second subcategory, which Apple does not read."
        todo = "Write another itunes:category for it, with the same text."
        yield Fault(what=what, todo=todo, line=second.line)


RULES = (
    error("channel-category", Source.APPLE, "A channel has a category.", "feed",
          has("itunes:category", "Add one of Apple's list.")),
    error("category-text", Source.APPLE, "A category is an attribute.", "itunes:category",
          _attribute),
    error("category-known", Source.APPLE, "A category stands in Apple's list, in its letters.",
          "channel/itunes:category", _known),
    warning("category-one-sub", Source.APPLE, "A category has one subcategory.",
            "channel/itunes:category", _one_sub),
)  # fmt: skip
