"""Podlove Simple Chapters 1.2, read with the line of each chapter."""

from __future__ import annotations

from lxml import etree

from plugins.podcast.chapters.rows import ChapterRow, Fault, Reading, unreadable
from plugins.shared.characters import clean

ENDINGS = (".psc", ".psc.xml")
_TODO = 'Write it as <psc:chapters version="1.2" xmlns:psc="http://podlove.org/simple-chapters">.'


def parse_simple_chapters(text: str) -> Reading:
    """Read the `chapters` element of an XML file; one with a DOCTYPE is refused."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        return unreadable("it cannot be read as XML.", "Correct this line.", line)
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # the stubs lack it
        return unreadable("it has a DOCTYPE, which may hide anything.", "Delete that line.", 1)
    found = next((item for item in root.iter("{*}chapters")), None)
    if found is None:
        return unreadable("it holds no chapters element.", _TODO, 1)
    rows, faults = [], []
    for item in found.iterchildren("{*}chapter"):
        if item.get("start") is None:
            what = "the chapter has no start."
            todo = 'Write it as start="00:01:05".'
            faults.append(Fault(line=_line(item), what=what, todo=todo, rule="chapter-file"))
        else:
            rows.append(_row(item))
    return Reading(rows=tuple(rows), faults=tuple(faults))


def _line(item: etree._Element) -> int:
    line = item.sourceline
    return line if isinstance(line, int) else 1


def _row(item: etree._Element) -> ChapterRow:
    return ChapterRow(
        line=_line(item),
        time=(item.get("start") or "").strip(),
        title=clean(item.get("title") or ""),
        url=clean(item.get("href") or ""),
        image=clean(item.get("image") or ""),
    )
