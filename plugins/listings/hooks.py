"""The Pelican edge of lists: addresses claimed while gathering, pages written at the end."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, NamedTuple

from pelican import signals
from pelican.generators import Generator

from plugins.entries.collections import Collection
from plugins.entries.model import Entry, Kind
from plugins.entries.published import listed
from plugins.identity.feeds import former_feeds
from plugins.listings.archive import Year, by_year
from plugins.listings.gather import (
    Neighbours,
    alias_path,
    feeds_of,
    find_neighbours,
    make_blogs,
    make_shows,
)
from plugins.listings.pages import Listing, cut, former_pages, next_page
from plugins.listings.rss import render_rss
from plugins.shared.files import write_page
from plugins.shared.run import Run
from plugins.tags.index import choose_popular, group_by_letter

HOME_POSTS, HOME_EPISODES, POPULAR = 6, 5, 24
# What is neither an entry nor a page of a collection.
OWN_PATHS = (
    "/", "/feed.xml", "/tags/", "/series/", "/people/", "/archive/", "/search/", "/sitemap.xml",
    "/robots.txt", "/llms.txt",
)  # fmt: skip
# Every site has these; an author may write them.
NEEDED_PAGES = (
    ("/subscribe/", "subscribe", "Subscribe", "Follow along with any app you like."),
    ("/404.html", "not_found", "Page not found", "There is no page at this address."),
)
ENGINE = "the engine"


class TagGroup(NamedTuple):
    """The tags under one letter of the index."""

    letter: str
    tags: tuple[Collection, ...]


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
    groups = group_by_letter(tags, lambda tag: tag.title)
    context["tag_groups"] = tuple(TagGroup(group.letter, group.items) for group in groups)
    context["popular"] = choose_popular(
        tags, lambda tag: tag.title, lambda tag: len(tag.entries), POPULAR
    )


def _claim_addresses(context: Any, run: Run) -> None:
    for page in context["listings"]:
        _claim(page.path, page.collection.source, run)
    for collection in context["collections"]:
        for feed in feeds_of(collection, run.site):
            _claim(feed.path, collection.source, run)
    for path in (*OWN_PATHS, *(year.path for year in context["years"])):
        _claim(path, ENGINE, run)
    for path, *_ in NEEDED_PAGES:
        if path not in run.addresses:
            _claim(path, ENGINE, run)


def _claim(path: str, source: str, run: Run) -> None:
    problem = run.addresses.claim(path, source)
    if problem:
        run.problems.add(problem)


def _settle_redirects(context: Any, cuts: list[tuple[Listing, ...]]) -> dict[str, str]:
    """Let old addresses lead to today's; what authors ask for may clash, the rest gives way."""
    run: Run = context["RUN"]
    redirects: dict[str, str] = {}
    for content in context["contents"]:
        for alias in content.document.names("aliases"):
            path = _alias(alias, content, run)
            if path:
                redirects[path] = content.entry.path
                _claim(path, content.document.where, run)
    found = {next_page(pages) or "": pages[0].collection.path for pages in cuts}
    found |= {path: item.path for item in context["collections"] for path in item.aliases}
    found |= former_pages(context["listings"], context["moved"])
    for path, target in sorted({**found, **context.get("redirects", {})}.items()):
        if path not in run.addresses:
            redirects[path] = target
            _claim(path, "a redirect", run)
    return redirects


def _settle_moves(context: Any) -> None:
    """Let feeds go on at their former addresses; what is gone has none of today's addresses."""
    run: Run = context["RUN"]
    feeds = {
        item.path: [feed.path for feed in feeds_of(item, run.site)]
        for item in context["collections"]
    }
    found = former_feeds(feeds, context["moved"])
    context["former_feeds"] = {old: new for old, new in found if old not in run.addresses}
    for path in context["former_feeds"]:
        _claim(path, "a feed that moved", run)
    context["gone"] = tuple(path for path in context["gone"] if path not in run.addresses)


def _alias(alias: str, content: Any, run: Run) -> str | None:
    path = alias_path(alias)
    if path is None:
        what = f"Aliases: {alias!r} does not stay inside the site."
        line = content.document.lines.get("aliases")
        run.problems.error(
            content.document.where,
            what,
            "Write a path such as /old/.",
            line=line,
            rule="address-former",
        )
    return path


class ListingsGenerator(Generator):
    """Writes every page that lists entries, and the feeds of what is listed."""

    def generate_output(self, writer: Any) -> None:
        self._writer = writer
        self._write_home()
        for listing in self.context["listings"]:
            self._write_listing(listing)
        for collection in self.context["collections"]:
            self._write_feed(collection)
        self._write_indexes()
        for year in self.context["years"]:
            self._write_year(year)
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

    def _plain(self, path: str, template: str, title: str, text: str, **values: Any) -> None:
        robots = values.pop("robots", "")
        head = self.context["HEADS"].plain(title, text, path, robots=robots)
        self._page(path, template, head=head, **values)

    def _write_home(self) -> None:
        entries = self.context["listed"]
        tagline = self.context["RUN"].site.tagline
        self._plain(
            "/", "index", "", tagline,
            posts=tuple(e for e in entries if e.kind is Kind.POST)[:HOME_POSTS],
            episodes=tuple(e for e in entries if e.episode)[:HOME_EPISODES],
            popular=self.context["popular"],
        )  # fmt: skip
        site = self.context["RUN"].site
        write_page(self.output_path, "/feed.xml", render_rss(
            site, title=f"{site.name}: everything", description=site.tagline, path="/",
            feed_path="/feed.xml", entries=entries,
        ))  # fmt: skip

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

    def _write_indexes(self) -> None:
        of_kind = self._of_kind
        tags = [tag for tag in of_kind("tag") if tag.entries]
        self._plain("/tags/", "tags", "Tags", "Every subject, from the most used to the last.",
                    tag_groups=self.context["tag_groups"], popular=self.context["popular"],
                    total=len(tags))  # fmt: skip
        self._plain("/series/", "series_index", "Series", "What is told in parts, in its order.",
                    collections=of_kind("series"))  # fmt: skip
        self._plain("/people/", "people", "People", "Who writes and speaks here.",
                    collections=tuple(
                        person for person in of_kind("person") if person.entries or person.html
                    ))  # fmt: skip
        self._plain("/archive/", "archive", "Archive", "Everything by year and month.",
                    years=self.context["years"])  # fmt: skip
        self._plain("/search/", "search", "Search", "Find a post or an episode by its words.",
                    robots="noindex", entries=self.context["listed"])  # fmt: skip

    def _of_kind(self, kind: str) -> tuple[Collection, ...]:
        return tuple(item for item in self.context["collections"] if item.kind == kind)

    def _write_year(self, year: Year) -> None:
        title = str(year.year)
        self._plain(year.path, "archive_year", title, f"Everything published in {title}.",
                    year=year, years=self.context["years"])  # fmt: skip

    def _write_missing_pages(self) -> None:
        """Write the two pages that every site has, where the author wrote none."""
        owner = self.context["RUN"].addresses.owner
        for path, template, title, text in NEEDED_PAGES:
            if owner(path) == ENGINE:
                self._write_missing(path, template, title, text)

    def _write_missing(self, path: str, template: str, title: str, text: str) -> None:
        robots = "noindex" if path == "/404.html" else ""
        head = self.context["HEADS"].plain(title, text, path, robots=robots)
        run: Run = self.context["RUN"]
        entry = Entry(
            kind=Kind.PAGE, source="the engine", title=title, path=path, slug="", modified=None,
            date=run.now, lang=run.site.language, summary=text, html=f"<p>{text}</p>", text=text,
        )  # fmt: skip
        self._page(path, template, page=SimpleNamespace(entry=entry, head=head), head=head)


def listings_generator(pelican: Any) -> type[Generator]:
    del pelican
    return ListingsGenerator


def register() -> None:
    signals.all_generators_finalized.connect(gather_listings)
    signals.get_generators.connect(listings_generator)
