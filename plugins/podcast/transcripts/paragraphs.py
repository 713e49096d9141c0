"""HTML, the podcast namespace's plainest format: `cite`, `time` and `p`, parsed and written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from html import escape

from lxml import etree

from plugins.podcast.model import Cue
from plugins.podcast.transcripts.spoken import Fault, Parsed, Spoken
from plugins.podcast.transcripts.text import tidy
from plugins.shared.characters import CONTROL
from plugins.shared.durations import long_clock, parse_time

_SILENT_NAMES = (
    "head title script style template noscript nav button svg iframe object textarea select "
    "h1 h2 h3 h4 h5 h6"
)
_BLOCK_NAMES = "p div li dd dt td th blockquote section article header footer main"
_SILENT = frozenset(_SILENT_NAMES.split())
_BLOCKS = frozenset(_BLOCK_NAMES.split())
# What people write around a name or a time.
_BETWEEN = re.compile(r"[\s\[\](){}:|–—-]*")
_ISO = re.compile(r"PT(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:(\d{1,6}(?:\.\d{1,3})?)S)?", re.IGNORECASE)


def parse_paragraphs(text: str) -> Parsed:
    """Find the words of an HTML transcript; nothing else of it is kept."""
    reader = _Reader()
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(CONTROL.sub(" ", text).encode(), parser)
    except etree.XMLSyntaxError:  # nothing is in it
        root = None
    if root is not None:
        reader.read(root)
    if reader.spoken and not reader.is_timed:
        todo = "Write <time>0:05</time> before each paragraph."
        fault = Fault(what="no paragraph has a time.", todo=todo, rule="cue-times")
        return Parsed(faults=(fault,))
    return Parsed(spoken=tuple(reader.spoken), faults=tuple(reader.faults))


class _Reader:
    """Walks through a page and remembers whose words come next, and when."""

    def __init__(self) -> None:
        self.spoken: list[Spoken] = []
        self.faults: list[Fault] = []
        self.is_timed = False
        self._words = ""
        self._speaker = ""
        self._is_named = False
        self._start = timedelta()
        self._line = 1

    def read(self, root: etree._Element) -> None:
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                self._end(element)
            elif self._begin(element):
                walk.skip_subtree()
        self._flush()

    def _begin(self, element: etree._Element) -> bool:
        """Take an element in; say whether its inside is done with."""
        name = str(element.tag)
        if name in _BLOCKS or name in _SILENT:
            self._flush()
        if name in _SILENT:
            return True
        if name in {"cite", "time"}:
            inner = tidy("".join(str(part) for part in element.itertext()))
            if name == "cite" and (self._is_between or inner.endswith(":")):
                return self._begin_speaker(inner)
            if name == "time" and self._is_between:
                return self._begin_time(element, inner)
        self._words += " " if name == "br" else element.text or ""
        return False

    @property
    def _is_between(self) -> bool:
        """Whether no words have begun: amid words, a cited title or an hour of the day is words."""
        return _BETWEEN.fullmatch(self._words) is not None

    def _begin_speaker(self, name: str) -> bool:
        self._flush()
        self._speaker, self._is_named = name.rstrip(": "), True
        return True

    def _begin_time(self, element: etree._Element, inner: str) -> bool:
        self._flush()
        if not self._is_named:
            self._speaker = ""
        self._line = element.sourceline if isinstance(element.sourceline, int) else 1
        self.is_timed = True
        try:
            self._start = _time(element.get("datetime") or "", inner)
        except ValueError:
            what = f"{inner!r} is not a time."
            fault = Fault(what=what, todo="Write it as 0:05.", line=self._line, rule="cue-times")
            self.faults.append(fault)
        return True

    def _end(self, element: etree._Element) -> None:
        if element.tag in _BLOCKS:
            self._flush()
        self._words += element.tail or ""

    def _flush(self) -> None:
        """Keep the words that came in, if there are any."""
        if not self._is_between:
            words = Spoken(
                start=self._start, text=self._words, speaker=self._speaker, line=self._line
            )
            self.spoken.append(words)
            self._is_named = False
        self._words = ""


def _time(exact: str, shown: str) -> timedelta:
    """Read what machines are told, else what people see."""
    match = _ISO.fullmatch(exact.strip())
    if match is not None and any(match.groups()):
        hours, minutes, seconds = (float(part or 0) for part in match.groups())
        return timedelta(hours=hours, minutes=minutes, seconds=seconds)
    try:
        return parse_time(exact)
    except ValueError:
        return parse_time(shown.strip("[]() "))


def dump_paragraphs(cues: Iterable[Cue]) -> bytes:
    """Write each cue as a paragraph below its speaker and its time."""
    return "".join(map(_dump, cues)).encode()


def _dump(cue: Cue) -> str:
    cite = f"<cite>{escape(cue.speaker, quote=False)}:</cite>\n" if cue.speaker else ""
    time = f"<time>{long_clock(cue.start)}</time>\n"
    return f"{cite}{time}<p>{escape(cue.text, quote=False)}</p>\n"
