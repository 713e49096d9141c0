"""The Pelican edge of lists: addresses claimed while gathering, pages written at the end."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from pelican import signals
from pelican.generators import Generator

from plugins.entries.collections import Collection
from plugins.entries.published import listed
from plugins.listings.archive import by_year
from plugins.listings.gather import Neighbours, feeds_of, find_neighbours, make_blogs, make_shows
from plugins.listings.own_pages import (
    ENGINE,
    NEEDED_PAGES,
    OWN_PATHS,
    OwnPage,
    find_popular,
    group_tags,
    own_pages,
    stand_in,
)
from plugins.listings.pages import Listing, cut, former_pages, next_page
from plugins.listings.redirects import lead_aliases, lead_feeds, lead_former
from plugins.listings.rss import render_rss
from plugins.shared.files import write_page
from plugins.shared.run import Run


def gather_listings(generators: list[Any]) -> None:
    """Make the blogs and shows collections too, cut everything into pages, claim the addresses."""
    context = generators[0].context
    run: Run = context["RUN"]
    contents = context["contents"]
    entries = listed(contents, context["articles"])
    blogs = make_blogs(entries, (content.entry for content in contents), run.site)
    shows = make_shows(entries, context.get("shows", ()))
    context["collections"] = [*blogs, *shows, *context.get("collections", ())]
    _set_neighbours((*blogs, *shows), contents)
    size = context["DEFAULT_PAGINATION"] or 10
    cuts = [cut(item, size, feeds_of(item, run.site)) for item in context["collections"]]
    context["listings"] = [page for pages in cuts for page in pages]
    context["years"] = by_year(entries, run.site.language)
    context["listed"] = entries
    _index_tags(context)
    _claim_addresses(context, run)
    open_ended = [pages for pages in cuts if pages[-1].newer]
    context["redirects"] = _settle_redirects(context, open_ended)
    # These become pages one day, so nobody may take them for moved.
    context["passing"] = {next_page(pages) for pages in open_ended}
    _settle_moves(context)


def _set_neighbours(collections: tuple[Collection, ...], contents: list[Any]) -> None:
    found: dict[str, Neighbours] = {}
    for collection in collections:
        found |= find_neighbours(collection)
    for content in contents:
        content.neighbours = found.get(content.entry.path, Neighbours())


def _index_tags(context: Any) -> None:
    tags = [item for item in context["collections"] if item.kind == "tag" and item.entries]
    context["tag_groups"] = group_tags(tags)
    context["popular"] = find_popular(tags)


def _claim_addresses(context: Any, run: Run) -> None:
    for page in context["listings"]:
        run.claim(page.path, page.collection.source)
    for collection in context["collections"]:
        for feed in feeds_of(collection, run.site):
            run.claim(feed.path, collection.source)
    for path in (*OWN_PATHS, *(year.path for year in context["years"])):
        run.claim(path, ENGINE)
    for page in NEEDED_PAGES:
        if page.path not in run.addresses:
            run.claim(page.path, ENGINE)


def _settle_redirects(context: Any, cuts: list[tuple[Listing, ...]]) -> dict[str, str]:
    """Let old addresses lead to today's; what authors ask for may clash, the rest gives way."""
    run: Run = context["RUN"]
    asked = ((content.document, content.entry) for content in context["contents"])
    redirects = lead_aliases(asked, run)
    found = {next_page(pages) or "": pages[0].collection.path for pages in cuts}
    found |= {path: item.path for item in context["collections"] for path in item.aliases}
    found |= former_pages(context["listings"], context["moved"])
    return redirects | lead_former({**found, **context.get("redirects", {})}, run)


def _settle_moves(context: Any) -> None:
    """Let feeds go on at their former addresses; what is gone has none of today's addresses."""
    run: Run = context["RUN"]
    feeds = {
        item.path: [feed.path for feed in feeds_of(item, run.site)]
        for item in context["collections"]
    }
    context["former_feeds"] = lead_feeds(feeds, context["moved"], run)
    context["gone"] = tuple(path for path in context["gone"] if path not in run.addresses)


class ListingsGenerator(Generator):
    """Writes every page that lists entries, and the feeds of what is listed."""

    def generate_output(self, writer: Any) -> None:
        self._writer = writer
        context = self.context
        for page in own_pages(
            context["listed"], context["collections"], context["tag_groups"], context["popular"],
            context["years"], context["RUN"].site.tagline,
        ):  # fmt: skip
            self._write_own(page)
        for listing in self.context["listings"]:
            self._write_listing(listing)
        for collection in self.context["collections"]:
            self._write_feed(collection)
        self._write_feed_of_all()
        self._write_missing_pages()
        for path, target in sorted(self.context["redirects"].items()):
            title = self._title_of(target)
            self._page(path, "redirect", head=None, target=target, title=title)

    def _title_of(self, path: str) -> str:
        entries = {content.entry.path: content.entry.title for content in self.context["contents"]}
        titles = {item.path: item.title for item in self.context["collections"]}
        return entries.get(path) or titles.get(path) or path

    def _page(self, path: str, template: str, **values: Any) -> None:
        name = path.lstrip("/") + ("index.html" if path.endswith("/") else "")
        self._writer.write_file(
            name, self.get_template(template), self.context, relative_urls=False,
            **values,
        )  # fmt: skip

    def _write_own(self, page: OwnPage) -> None:
        head = self.context["HEADS"].plain(page.title, page.text, page.path, robots=page.robots)
        self._page(page.path, page.template, head=head, **page.values)

    def _write_listing(self, listing: Listing) -> None:
        collection = listing.collection
        head = self.context["HEADS"].listing(listing)
        seasons = tuple(
            item for item in self.context["collections"]
            if item.kind == "season" and item.path.startswith(collection.path)
        )  # fmt: skip
        trail = self.context["HEADS"].trail(listing)
        self._page(
            listing.path, collection.kind, head=head, listing=listing, seasons=seasons,
            breadcrumbs=trail,
        )  # fmt: skip

    def _write_feed(self, collection: Collection) -> None:
        if collection.kind == "show":
            return
        site = self.context["RUN"].site
        feed = feeds_of(collection, site)[0]
        write_page(self.output_path, feed.path, render_rss(
            site, title=feed.title, description=collection.summary, path=collection.path,
            feed_path=feed.path, entries=collection.entries,
        ))  # fmt: skip

    def _write_feed_of_all(self) -> None:
        site = self.context["RUN"].site
        write_page(self.output_path, "/feed.xml", render_rss(
            site, title=f"{site.name}: everything", description=site.tagline, path="/",
            feed_path="/feed.xml", entries=self.context["listed"],
        ))  # fmt: skip

    def _write_missing_pages(self) -> None:
        """Write the two pages that every site has, where the author wrote none."""
        run: Run = self.context["RUN"]
        for page in NEEDED_PAGES:
            if run.addresses.owner(page.path) == ENGINE:
                head = self.context["HEADS"].plain(
                    page.title, page.text, page.path, robots=page.robots
                )
                entry = stand_in(page, run)
                shown = SimpleNamespace(entry=entry, head=head)
                self._page(page.path, page.template, page=shown, head=head)


def listings_generator(pelican: Any) -> type[Generator]:
    del pelican
    return ListingsGenerator


def register() -> None:
    signals.all_generators_finalized.connect(gather_listings)
    signals.get_generators.connect(listings_generator)
