"""The Pelican edge of lists: addresses claimed while gathering, pages written at the end."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

from pelican import signals
from pelican.generators import Generator

from plugins.entries.collections import Collection
from plugins.entries.model import Entry, Kind, newest_first
from plugins.listings.archive import Year, by_year
from plugins.listings.pages import FeedLink, Listing, cut, next_page
from plugins.listings.rss import render_rss
from plugins.shared.files import write_whole
from plugins.shared.run import Run
from plugins.tags.index import choose_popular, group_by_letter

HOME_POSTS, HOME_EPISODES, POPULAR = 6, 5, 24
# Kinds whose name is an English word that a feed's title needs.
PREFIXES = {"tag": "Tag: ", "series": "Series: ", "person": ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The entries before and after one, in its blog or show."""

    previous: Entry | None = None
    following: Entry | None = None


class TagGroup(NamedTuple):
    """The tags under one letter of the index."""

    letter: str
    tags: tuple[Collection, ...]


def gather_listings(generators: list[Any]) -> None:
    """Make the blogs and shows collections too, cut everything into pages, claim the addresses."""
    context = generators[0].context
    run: Run = context["RUN"]
    entries = _listed(context)
    blogs = _blogs(entries, context)
    shows = _shows(entries, context)
    context["collections"] = [*blogs, *shows, *context.get("collections", ())]
    for collection in (*blogs, *shows):
        _set_neighbours(collection, context["contents"])
    size = context["DEFAULT_PAGINATION"] or 10
    listings = [cut(item, size, _feeds(item, context)) for item in context["collections"]]
    redirects = context.setdefault("redirects", {})
    for pages in listings:
        for page in pages:
            _claim(page.path, page.collection.source or page.collection.title, run)
        newer = next_page(pages)
        if newer:
            redirects[newer] = pages[0].collection.path
    context["listings"] = [page for pages in listings for page in pages]
    context["years"] = by_year(entries, run.site.language)
    context["listed"] = entries
    tags = [item for item in context["collections"] if item.kind == "tag"]
    context["tag_groups"] = tuple(
        TagGroup(group.letter, group.items) for group in group_by_letter(tags, lambda t: t.title)
    )
    context["popular"] = choose_popular(
        tags, lambda tag: tag.title, lambda tag: len(tag.entries), POPULAR
    )
    _claim_rest(context, run)
    _add_aliases(context, run)


def _listed(context: Any) -> tuple[Entry, ...]:
    originals = {id(content) for content in context["articles"]}
    return newest_first(
        tuple(
            content.entry
            for content in context["contents"]
            if id(content) in originals and content.entry.is_listed
        )
    )


def _blogs(entries: tuple[Entry, ...], context: Any) -> list[Collection]:
    """Return the blog, and one for each other language that something is written in."""
    run: Run = context["RUN"]
    blog = Collection(
        kind="blog",
        slug="blog",
        path="/blog/",
        title="Blog",
        summary=run.site.tagline,
        entries=tuple(entry for entry in entries if entry.kind is Kind.POST),
        source="the blog",
    )
    others: dict[str, list[Entry]] = {}
    for content in context["contents"]:
        entry = content.entry
        if entry.kind is Kind.POST and entry.is_listed and entry.lang != run.site.language:
            others.setdefault(entry.lang, []).append(entry)
    for language in others:
        context.setdefault("redirects", {}).setdefault(f"/{language}/", f"/{language}/blog/")
    return [
        blog,
        *(_foreign(language, found) for language, found in sorted(others.items())),
    ]


def _foreign(language: str, entries: list[Entry]) -> Collection:
    return Collection(
        kind="blog",
        slug=language,
        path=f"/{language}/blog/",
        title={"es": "Blog en español", "de": "Blog auf Deutsch", "fr": "Blog en français"}.get(
            language, f"Blog ({language})"
        ),
        entries=newest_first(tuple(entries)),
        source=f"the blog in {language!r}",
    )


def _shows(entries: tuple[Entry, ...], context: Any) -> list[Collection]:
    return [
        Collection(
            kind="show",
            slug=show.key,
            path=show.path,
            title=show.title,
            summary=show.description,
            image=show.image,
            entries=tuple(
                entry for entry in entries if entry.episode and entry.episode.show.key == show.key
            ),
            source=f"the show {show.title!r}",
        )
        for show in context.get("shows", ())
    ]


def _set_neighbours(collection: Collection, contents: list[Any]) -> None:
    entries = collection.entries
    found = {
        entry.path: Neighbours(previous=older, following=newer)
        for entry, newer, older in zip(
            entries, (None, *entries), (*entries[1:], None), strict=False
        )
    }
    for content in contents:
        content.neighbours = found.get(
            content.entry.path, getattr(content, "neighbours", Neighbours())
        )


def _feeds(collection: Collection, context: Any) -> tuple[FeedLink, ...]:
    """Return the feeds of a collection; a show has the one it was promised."""
    if collection.kind == "show":
        return (FeedLink(title=collection.title, path=collection.feed_path, is_podcast=True),)
    name = f"{context['RUN'].site.name}: {PREFIXES.get(collection.kind, '')}{collection.title}"
    feeds = [FeedLink(title=name, path=collection.feed_path)]
    if collection.episodes:
        show = collection.episodes[0].episode
        title = f"{show.show.title if show else ''}: {collection.title}"
        feeds.append(FeedLink(title=title, path=collection.podcast_path, is_podcast=True))
    return tuple(feeds)


def _claim(path: str, source: str, run: Run) -> None:
    problem = run.addresses.claim(path, source)
    if problem:
        run.problems.add(problem)


def _claim_rest(context: Any, run: Run) -> None:
    """Claim what is neither an entry nor a page of a collection."""
    for path in (
        "/", "/feed.xml", "/tags/", "/series/", "/people/", "/archive/", "/search/",
        "/sitemap.xml", "/robots.txt", "/llms.txt",
        *(year.path for year in context["years"]),
    ):  # fmt: skip
        _claim(path, "the engine", run)
    for path in ("/subscribe/", "/404.html"):
        if path not in run.addresses:
            _claim(path, "the engine", run)
    for collection in context["collections"]:
        for feed in _feeds(collection, context):
            _claim(feed.path, collection.source or collection.title, run)


def _add_aliases(context: Any, run: Run) -> None:
    """Let old addresses lead to today's: those of the ledger, of tags, and of `Aliases:`."""
    redirects = context["redirects"]
    for content in context["contents"]:
        for alias in content.document.names("aliases"):
            path = "/" + alias.strip().strip("/") + "/"
            if ".." in path.split("/"):
                what = f"Aliases: {alias!r} does not stay inside the site."
                line = content.document.lines.get("aliases")
                run.problems.error(content.document.where, what, "Correct it.", line=line)
                continue
            redirects[path] = content.entry.path
            _claim(path, content.document.where, run)
    for path in sorted(redirects):
        if path not in run.addresses:
            _claim(path, "a redirect", run)
        elif run.addresses.owner(path) != "a redirect" and not _is_alias(path, context):
            del redirects[path]


def _is_alias(path: str, context: Any) -> bool:
    return any(
        path == "/" + alias.strip().strip("/") + "/"
        for content in context["contents"]
        for alias in content.document.names("aliases")
    )


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
        self._bytes("/feed.xml", render_rss(
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
        self._page(listing.path, collection.kind, head=head, listing=listing, seasons=seasons)

    def _write_feed(self, collection: Collection) -> None:
        if collection.kind == "show":
            return
        site = self.context["RUN"].site
        feed = _feeds(collection, self.context)[0]
        self._bytes(feed.path, render_rss(
            site, title=feed.title, description=collection.summary, path=collection.path,
            feed_path=feed.path, entries=collection.entries,
        ))  # fmt: skip

    def _write_indexes(self) -> None:
        of_kind = self._of_kind
        tags = of_kind("tag")
        self._plain("/tags/", "tags", "Tags", "Every subject, from the most used to the last.",
                    tag_groups=self.context["tag_groups"], popular=self.context["popular"],
                    total=len(tags))  # fmt: skip
        self._plain("/series/", "series_index", "Series", "What is told in parts, in its order.",
                    collections=of_kind("series"))  # fmt: skip
        self._plain("/people/", "people", "People", "Who writes and speaks here.",
                    collections=of_kind("person"))  # fmt: skip
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
        for path, template, title, text in (
            ("/subscribe/", "subscribe", "Subscribe", "Follow along with any app you like."),
            ("/404.html", "not_found", "Page not found", "There is no page at this address."),
        ):
            if owner(path) == "the engine":
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

    def _bytes(self, path: str, content: bytes) -> None:
        write_whole(Path(self.output_path, path.lstrip("/")), content)


def listings_generator(pelican: Any) -> type[Generator]:
    del pelican
    return ListingsGenerator


def register() -> None:
    signals.all_generators_finalized.connect(gather_listings)
    signals.get_generators.connect(listings_generator)
