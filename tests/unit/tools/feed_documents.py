"""Hand-made feeds for tests: a document with one thing said, everything else as it always is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

SITE = "https://example.org"
SOUND = "/media/076-first-draft-0123abcd.mp3"


def make_item(**said: str) -> str:
    """Return an item; `extra` is XML to add."""
    values = {
        "guid": "guid-76",
        "title": "First draft",
        "date": "Fri, 15 May 2026 05:30:00 GMT",
        "number": "76",
        "link": f"{SITE}/podcast/first-draft/",
        "url": f"{SITE}{SOUND}",
        "length": "1000",
        "type": "audio/mpeg",
        "notes": "Words.",
        "extra": "",
    } | said
    return """<item>
      <title>{title}</title><link>{link}</link><guid isPermaLink="false">{guid}</guid>
      <pubDate>{date}</pubDate><enclosure url="{url}" length="{length}" type="{type}"/>
      <description><![CDATA[{notes}]]></description><itunes:episode>{number}</itunes:episode>
      {extra}</item>""".format(**values)


def make_feed(*items: str, **said: str) -> bytes:
    """Return a document; `extra` is XML to add to the channel, `own` its own address."""
    values = {
        "title": "Phone Notes",
        "guid": "show-guid",
        "own": f"{SITE}/podcast/feed.xml",
        "cover": f"{SITE}/media/cover-89abcdef.jpg",
        "extra": "",
        "before": "",
    } | said
    text = """<?xml version="1.0" encoding="UTF-8"?>{before}
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
 xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:atom="http://www.w3.org/2005/Atom"
 xmlns:fh="http://purl.org/syndication/history/1.0"
 xmlns:psc="http://podlove.org/simple-chapters">
 <channel><title>{title}</title><podcast:guid>{guid}</podcast:guid>
  <atom:link href="{own}" rel="self"/><itunes:image href="{cover}"/>
  {extra}{items}
 </channel>
</rss>"""
    return text.format(items="".join(items), **values).encode()


def older(path: str) -> str:
    """Return the link to an archive page."""
    return f'<atom:link rel="prev-archive" href="{SITE}{path}"/>'


def reader(documents: Mapping[str, bytes]) -> Callable[[str], bytes | None]:
    """Return what reads documents by their path."""
    return documents.get
