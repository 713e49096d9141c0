"""The Pelican edge of discovery: heads for every page, and the files that machines ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pelican import signals
from pelican.generators import Generator

from plugins.discovery.breadcrumbs import Trail, collection_trail, entry_trail
from plugins.discovery.head import Head, entry_head, listing_head, plain_head
from plugins.discovery.llms import render_llms
from plugins.discovery.robots import render_robots
from plugins.discovery.sitemap import SitemapUrl, render_sitemaps, sitemap_url
from plugins.discovery.twins import render_twin, twin_path
from plugins.entries.model import Entry
from plugins.listings.pages import FeedLink, Listing
from plugins.shared.files import as_spelled, write_page
from plugins.shared.images import Image
from plugins.shared.problems import split_sentence
from plugins.shared.run import Run
from plugins.shared.site import Site

NOT_FOUND = "/404.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """Makes the head of every page that is no entry."""

    site: Site
    feeds: tuple[FeedLink, ...]
    social: Image | None

    def plain(self, title: str, text: str, path: str, *, robots: str = "") -> Head:
        is_found = path != NOT_FOUND
        return plain_head(
            title, text, path if is_found else "", self.site,
            robots=robots, feeds=self.feeds if is_found else (), social=self.social,
        )  # fmt: skip

    def listing(self, listing: Listing) -> Head:
        return listing_head(
            listing.collection, self.site, number=listing.number, path=listing.path,
            entries=listing.entries, feeds=listing.feeds, previous=listing.older,
            following=listing.newer, social=self.social,
        )  # fmt: skip

    def trail(self, listing: Listing) -> Trail:
        return collection_trail(listing.collection, listing.number, listing.path)


def make_heads(generators: list[Any]) -> None:
    """Make the head of every entry, and what makes those of other pages."""
    context = generators[0].context
    run: Run = context["RUN"]
    feeds = _main_feeds(context)
    heads = Heads(site=run.site, feeds=feeds, social=_social(context))
    context["HEADS"], context["MAIN_FEEDS"] = heads, feeds
    for content in context["contents"]:
        content.translated = tuple(other.entry for other in content.translations)
        content.head = _entry_head(content, heads)
        content.breadcrumbs = entry_trail(content.entry)


def _main_feeds(context: Any) -> tuple[FeedLink, ...]:
    site = context["RUN"].site
    shows = [
        FeedLink(title=show.title, path=show.feed_path, is_podcast=True)
        for show in context.get("shows", ())
    ]
    return (
        *shows,
        FeedLink(title=f"{site.name}: Blog", path="/blog/feed.xml"),
        FeedLink(title=f"{site.name}: everything", path="/feed.xml"),
    )


def _social(context: Any) -> Image | None:
    """Return the picture that stands for the site where a page has none of its own."""
    run: Run = context["RUN"]
    file = as_spelled(run.content / (context.get("SOCIAL_IMAGE") or "images/social.jpg"))
    if not file.is_file():
        return None
    try:
        return run.media.add_plain(file, file.stem, run.site.name)
    except ValueError as error:
        what, todo = split_sentence(error)
        run.problems.error(run.where(file), what, todo, rule="picture-readable")
        return None


def _entry_head(content: Any, heads: Heads) -> Head:
    entry: Entry = content.entry
    if entry.path == NOT_FOUND:
        return heads.plain(entry.title, entry.summary, NOT_FOUND, robots="noindex")
    neighbours = getattr(content, "neighbours", None)
    older = neighbours and neighbours.previous
    newer = neighbours and neighbours.following
    return entry_head(
        entry, heads.site, feeds=heads.feeds, translations=content.translated,
        social=heads.social, twin=twin_path(entry.path) if entry.is_listed else "",
        previous=older and older.path, following=newer and newer.path,
    )  # fmt: skip


class DiscoveryGenerator(Generator):
    """Writes the sitemap, robots.txt, llms.txt and the Markdown twins."""

    def generate_output(self, writer: Any) -> None:
        del writer
        context, run = self.context, self.context["RUN"]
        listed = [content for content in context["contents"] if content.entry.is_listed]
        for path, content in render_sitemaps(self._urls(listed), run.site):
            write_page(self.output_path, path, content)
        write_page(self.output_path, "/robots.txt", render_robots(run.site).encode())
        text = render_llms(
            run.site,
            entries=tuple(content.entry for content in listed),
            collections=tuple(context["collections"]),
            feeds=context["MAIN_FEEDS"],
        )
        write_page(self.output_path, "/llms.txt", text.encode())
        for content in listed:
            self._write_twin(content, run)

    def _urls(self, listed: list[Any]) -> list[SitemapUrl]:
        context, site = self.context, self.context["RUN"].site
        urls = [sitemap_url(content.entry, content.translated, site) for content in listed]
        for listing in context["listings"]:
            if not listing.collection.entries and not listing.collection.html:
                continue
            changed = max((entry.changed for entry in listing.entries), default=None)
            urls.append(SitemapUrl(path=listing.path, lastmod=changed))
        newest = max((entry.changed for entry in context["listed"]), default=None)
        urls += [SitemapUrl(path=path, lastmod=newest) for path in ("/", "/archive/", "/tags/")]
        urls += [SitemapUrl(path=path) for path in ("/series/", "/people/", "/subscribe/")]
        for year in context["years"]:
            entries = [entry for month in year.months for entry in month.entries]
            urls.append(SitemapUrl(path=year.path, lastmod=max(entry.changed for entry in entries)))
        return urls

    def _write_twin(self, content: Any, run: Run) -> None:
        path = twin_path(content.entry.path)
        if not path:
            return
        resolver = self.context["RESOLVER"]
        source = content.document.path

        def resolve(target: str) -> str:
            link = resolver.resolve(target, source, content.document.line_of) or ""
            return run.site.origin + link if link.startswith("/") else link

        twin = render_twin(content.entry, run.site, resolve=resolve)
        write_page(self.output_path, path, twin.encode())


def discovery_generator(pelican: Any) -> type[Generator]:
    del pelican
    return DiscoveryGenerator


def register() -> None:
    signals.all_generators_finalized.connect(make_heads)
    signals.get_generators.connect(discovery_generator)
