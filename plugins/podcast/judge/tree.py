"""A feed as the rules see it: nodes with usual prefixes, and the channel or item they stand in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from plugins.podcast.judge.answer import Answer
from plugins.podcast.judge.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An element: its name with the usual prefix, its text as it stands, its line."""

    name: str
    line: int
    text: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: tuple[Node, ...] = ()
    by_name: Mapping[str, tuple[Node, ...]] = field(default_factory=dict)

    @property
    def value(self) -> str:
        """The text without space around it."""
        return self.text.strip()

    def get(self, attribute: str) -> str:
        """Return an attribute without space around it; empty where there is none."""
        return self.attributes.get(attribute, "").strip()

    def all(self, name: str) -> tuple[Node, ...]:
        """Return the children of a name."""
        return self.by_name.get(name, ())

    def first(self, name: str) -> Node | None:
        """Return the first child of a name."""
        found = self.by_name.get(name)
        return found[0] if found else None

    def value_of(self, name: str) -> str:
        """Return the text of the first child of a name; empty where there is none."""
        found = self.by_name.get(name)
        return found[0].value if found else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """A namespace as a document declares it; the line is 0 where it could not be found."""

    prefix: str
    uri: str
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A whole feed: `url` is where it was found, if that is known, `now` when, if that matters.

    `answer` is what its server said, `files` what servers said of the files that it names;
    `own_namespace` is the one in which RSS stands, though it should stand in none.
    """

    document: Document
    root: Node
    channel: Node
    namespaces: tuple[Declared, ...] = ()
    own_namespace: str = ""
    self_links: tuple[Node, ...] = ()
    url: str = ""
    now: datetime | None = None
    answer: Answer | None = None
    files: Mapping[str, Answer] = field(default_factory=dict)

    @property
    def items(self) -> tuple[Node, ...]:
        return self.channel.all("item")

    @property
    def own_url(self) -> str:
        """Where the feed was found, else where it says that it lives."""
        links = self.self_links
        return self.url or (links[0].get("href") if links else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a rule looks: the channel or an item of a feed."""

    feed: Feed
    node: Node

    @property
    def is_item(self) -> bool:
        return self.node.name != "channel"
