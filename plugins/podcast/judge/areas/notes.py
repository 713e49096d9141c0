"""Show notes: HTML that apps show as it was meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from itertools import pairwise

from plugins.podcast.judge.areas.channel import too_long
from plugins.podcast.judge.areas.numbers import duration_of
from plugins.podcast.judge.checks import quoted
from plugins.podcast.judge.rule import Fault, error, warning
from plugins.podcast.judge.tree import Node, Place
from plugins.podcast.values.words import words
from plugins.shared.rules import Source

# Apple: p ol ul li a; PSP-1 adds b i strong em; br is shown widely.
_SHOWN = words("p ol ul li a b i strong em br")
_VOID = words(
    """
    area base br col embed hr img input link meta source track wbr
    """
)
# HTML, 13.1.2.4: what may be left open.
_MAY_STAY_OPEN = words("p li dt dd tr td th thead tbody tfoot option colgroup")
_ACTIVE = words("script iframe object embed form style base meta link")
_ADDRESS = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:).+", re.DOTALL)
_TIME = re.compile(r"^\s*[(\[]?(?:(\d{1,2}):)?(\d{1,2}):(\d\d)[)\]]?(?=\s|$)")
_LINES = re.compile(r"<br\s*/?>|</?(?:p|li|div|ul|ol)\b[^<>]*>|\n", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]*>")
# Python's parser takes ever longer for what no notes have: longer ones are not read to their end.
_READ = 100_000
_AT_LEAST = 3


@dataclass(slots=True)
class Html:
    """What is to be said of a text in HTML, each only once."""

    tags: dict[str, None]
    open: list[str]
    relative: list[str]
    active: list[str]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = Html(tags={}, open=[], relative=[], active=[])
        self._open: list[str] = []
        self._counts: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.tags.setdefault(tag)
        if tag in _ACTIVE:
            self.found.active.append(f"<{tag}>")
        for name, text in attrs:
            self._attribute(name, (text or "").strip())
        if tag not in _VOID:
            self._open.append(tag)
            self._counts[tag] += 1

    def _attribute(self, name: str, text: str) -> None:
        if name.startswith("on"):
            self.found.active.append(name)
        elif name in {"href", "src", "poster"}:
            if text.lower().startswith("javascript:"):
                self.found.active.append(text)
            elif not _ADDRESS.fullmatch(text):
                self.found.relative.append(text)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        while self._open and self._open[-1] != tag and self._open[-1] in _MAY_STAY_OPEN:
            self._pop()
        if self._counts[tag]:
            while self._open and self._open[-1] != tag:
                self.found.open.append(self._pop())
            self._pop()
        elif tag != "p":
            self.found.open.append(f"/{tag}")

    def _pop(self) -> str:
        tag = self._open.pop()
        self._counts[tag] -= 1
        return tag

    def finish(self) -> Html:
        self.close()
        self.found.open += [tag for tag in self._open if tag not in _MAY_STAY_OPEN]
        return self.found


@lru_cache(maxsize=64)
def _read(text: str) -> Html | None:
    """Return what is to be said of a text; nothing where it is plain."""
    if "<" not in text:
        return None
    reader = _Reader()
    try:
        # Behind the last bracket there is no tag, only what looks like the beginning of many.
        reader.feed(text[: text.rfind(">", 0, _READ) + 1])
        return reader.finish() if len(text) <= _READ else reader.found
    except AssertionError:  # so Python's parser tells of a declaration that it does not know
        return reader.found


def _relative(node: Node, _: Place) -> Iterator[Fault]:
    found = _read(node.value)
    if found and found.relative:
        what = f"{node.name} holds the link {quoted(found.relative[0])}, which leads nowhere."
        yield Fault(what=what, todo="Write links whole, with https:// and their host.")


def _active(node: Node, _: Place) -> Iterator[Fault]:
    found = _read(node.value)
    if found and found.active:
        what = f"{node.name} holds {quoted(found.active[0])}, which apps remove or refuse."
        yield Fault(what=what, todo="Leave scripts, frames and styles out.")


def _open(node: Node, _: Place) -> Iterator[Fault]:
    found = _read(node.value)
    if found and found.open:
        tag = found.open[0]
        said = "opened" if tag.startswith("/") else "closed"
        what = f"{node.name} holds a <{tag}> that is never {said}."
        yield Fault(what=what, todo="Close every tag in the order in which it was opened.")


def _shown(node: Node, _: Place) -> Iterator[Fault]:
    found = _read(node.value)
    unknown = [tag for tag in found.tags if tag not in _SHOWN | _ACTIVE] if found else []
    if unknown:
        what = f"the description holds <{unknown[0]}>, which few apps show."
        yield Fault(what=what, todo="Keep to p, br, a, ol, ul, li, b, i; the rest has its place "
                    "in content:encoded.")  # fmt: skip


def _order(node: Node, _: Place) -> Iterator[Fault]:
    names = [child.name for child in node.children]
    if "content:encoded" in names and "description" in names[names.index("content:encoded") :]:
        content = node.first("content:encoded")
        what = "content:encoded stands before description, and old readers take the last."
        line = content.line if content else 0
        yield Fault(what=what, todo="Put description first.", line=line)


def times_in(text: str) -> list[int]:
    """Return the seconds that lines of a description begin with.

    >>> times_in("<p>0:00 Hello<br>1:05 Why</p>")
    [0, 65]
    """
    lines = (_TAGS.sub("", line) for line in _LINES.split(text))
    found = (_TIME.match(line) for line in lines if ":" in line)
    return [int(m[1] or 0) * 3600 + int(m[2]) * 60 + int(m[3]) for m in found if m]


def _chapters(node: Node, place: Place) -> Iterator[Fault]:
    times = times_in(node.value)
    if len(times) < _AT_LEAST:
        return
    duration = duration_of(place.node)
    faults = {
        "does not begin at 00:00": times[0] != 0,
        "does not ascend": any(a >= b for a, b in pairwise(times)),
        "goes on after the end": bool(duration) and times[-1] >= (duration or 0),
    }
    for said in (said for said, is_so in faults.items() if is_so):
        what = f"the list of times in the description {said}, so no app takes it for chapters."
        yield Fault(what=what, todo="Begin at 00:00 and let the times ascend to the end.")


_TEXTS = "item/description item/content:encoded channel/description"
RULES = (
    error("item-description-length", Source.APPLE, "A description has at most 4000 bytes.",
          "item/description", too_long),
    error("feed-notes-links", Source.APPLE, "Links in notes are whole.", _TEXTS, _relative),
    error("feed-notes-active", Source.OURS, "Notes hold nothing that runs.", _TEXTS, _active),
    warning("feed-notes-closed", Source.APPLE, "Tags in notes are closed.", _TEXTS, _open),
    warning("feed-notes-tags", Source.APPLE, "A description holds the tags that apps show.",
            "item/description", _shown),
    warning("feed-notes-order", Source.RSS, "description stands before content:encoded.", "item",
            _order),
    warning("feed-notes-times", Source.APPLE, "A list of times begins at zero and ascends.",
            "item/description", _chapters),
)  # fmt: skip
