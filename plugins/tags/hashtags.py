"""A Markdown extension that finds the #hashtags in running text and links them.

Each becomes `<a class="hashtag" href="tag:NAME">#NAME</a>`; `md.hashtags` lists the names as they
were written, in the order of the page.
"""

from __future__ import annotations

import re
from urllib.parse import quote
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from plugins.tags.flow import SILENT, Flow
from plugins.tags.grammar import HASHTAG_END, opens, read_name
from plugins.tags.headings import SpacedHashHeaderProcessor

# Letters at both ends, so that the quotes around it are read as quotes around a word.
_TOKEN = "zxq\x02hashtagzxq{}\x03zxq"  # noqa: S105
_TOKENS = re.compile(_TOKEN.format(r"(\d+)"))
_PLACEHOLDER = re.compile("(\x02[^\x02\x03]*\x03)")
_ADDRESS = r"(?P<address>\b(?:[A-Za-z][A-Za-z0-9+.-]{0,20}://|www\.)\S*)"
_ATTRIBUTES = r"(?P<attributes>\{:?[ ]*(?:[#.][\w:-]|[\w:-]+=)[^{}\n]*\})"
_MARK = re.compile(rf"{_ADDRESS}|{_ATTRIBUTES}|\#")
_IS_LIST = re.compile(r"\{:|\{[ ]*[^# ]|.*[ ](?:\.[A-Za-z]|[\w:-]+=)")


class HashtagExtension(Extension):
    """Find hashtags; `md.hashtags` is a new list after every `md.reset()`."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        headings = SpacedHashHeaderProcessor(md.parser)
        md.parser.blockprocessors.register(headings, "hashheader", 70)
        found = FoundHashtags(md)
        md.registerExtension(found)
        # After attribute lists (8) and before abbreviations (7) and typography (6).
        md.treeprocessors.register(HashtagTreeprocessor(md, found), "hashtag", 7.5)
        md.postprocessors.register(HashtagPostprocessor(md, found), "hashtag", 10)


class FoundHashtags(Extension):
    """What one Markdown instance has found since its last reset."""

    names: list[str]

    def __init__(self, md: Markdown) -> None:
        super().__init__()
        self._markdown = md
        self.reset()

    def reset(self) -> None:
        self.names = []
        # The host declares no attribute for what an extension found.
        self._markdown.hashtags = self.names  # type: ignore[attr-defined]


class HashtagPostprocessor(Postprocessor):
    """Put the links where the tree processor left its tokens."""

    def __init__(self, md: Markdown, found: FoundHashtags) -> None:
        super().__init__(md)
        self._found = found

    def run(self, text: str) -> str:
        names = self._found.names
        return _TOKENS.sub(lambda match: render_link(names[int(match[1])]), text)


def render_link(name: str) -> str:
    """Write the link of a hashtag; its address is resolved when all tags are known.

    >>> render_link("C#")
    '<a class="hashtag" href="tag:C%23">#C#</a>'
    """
    return f'<a class="hashtag" href="tag:{quote(name, safe="")}">#{name}</a>'


class HashtagTreeprocessor(Treeprocessor):
    """Replace hashtags by tokens that other processors take for a word.

    Links made here would tear the text, and with it the quotes and abbreviations around them.
    """

    def __init__(self, md: Markdown, found: FoundHashtags) -> None:
        super().__init__(md)
        self._found = found

    def run(self, root: Element) -> None:
        if any("#" in text for text in root.itertext()):
            self._visit(root, Flow(self.md.htmlStash))

    def _visit(self, element: Element, flow: Flow) -> None:
        element.text = self._mark(element.text, flow)
        for child in element:
            self._enter(child, flow)
            child.tail = self._mark(child.tail, flow)

    def _enter(self, child: Element, flow: Flow) -> None:
        is_block = self.md.is_block_level(child.tag)
        if is_block:
            flow.restart()
        if child.tag in SILENT or child.tag == "img":
            flow.pass_text("x")
        else:
            self._visit(child, flow)
        if is_block:
            flow.restart()

    def _mark(self, text: str | None, flow: Flow) -> str | None:
        if not text or isinstance(text, AtomicString):
            flow.pass_text(text or "")
            return text
        return "".join(self._mark_piece(piece, flow) for piece in _PLACEHOLDER.split(text))

    def _mark_piece(self, piece: str, flow: Flow) -> str:
        if piece.startswith("\x02"):
            flow.pass_placeholder(piece)
            return piece
        if flow.silent or "#" not in piece:
            flow.pass_text(piece)
            return piece
        return self._mark_text(piece, flow)

    def _mark_text(self, text: str, flow: Flow) -> str:
        marked, done = [], 0
        while match := _MARK.search(text, done):
            flow.pass_text(text[done : match.start()])
            marked.append(text[done : match.start()])
            name = read_name(text, match.start()) if _is_hashtag(match, flow) else ""
            done = match.start() + 1 + len(name) if name else _end_of_plain(match, flow)
            flow.pass_text(HASHTAG_END if name else text[match.start() : done])
            marked.append(self._keep(name) if name else text[match.start() : done])
        flow.pass_text(text[done:])
        return "".join((*marked, text[done:]))

    def _keep(self, name: str) -> str:
        names = self._found.names
        names.append(name)
        return _TOKEN.format(len(names) - 1)


def _is_hashtag(match: re.Match[str], flow: Flow) -> bool:
    return match.group() == "#" and opens(flow.before)


def _end_of_plain(match: re.Match[str], flow: Flow) -> int:
    """Return where to go on after an address, an attribute list or a brace that is neither."""
    is_prose = match["attributes"] and opens(flow.before) and not _IS_LIST.match(match.group())
    return match.start() + 1 if is_prose else match.end()
