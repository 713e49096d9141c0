"""The Pelican edge of entries: articles and pages in, frozen entries out, media copied."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator

from plugins.entries.links import find_ids
from plugins.entries.model import Entry, Kind, Label, Visibility
from plugins.entries.references import check_references
from plugins.entries.resolve import LinkResolver
from plugins.entries.templates import find_fault
from plugins.frontmatter.pictures import find_image
from plugins.shared.media import copy_media
from plugins.shared.pictures.place import tell_places
from plugins.shared.problems import Problems, split_sentence
from plugins.shared.run import Run
from plugins.shared.slugs import slugify

ARTICLE_LISTS = (
    "articles", "translations", "hidden_articles", "hidden_translations", "drafts",
    "drafts_translations",
)  # fmt: skip
PAGE_LISTS = (
    "pages", "translations", "hidden_pages", "hidden_translations", "draft_pages",
    "draft_translations",
)  # fmt: skip
RESERVED = {
    Kind.POST: {"page"},
    Kind.EPISODE: {"page", "season"},
    Kind.PAGE: {
        "blog", "podcast", "tags", "series", "people", "archive", "search", "media", "assets",
        "drafts", "page",
    },
}  # fmt: skip
UNDATED = datetime(1970, 1, 1, tzinfo=UTC)


def contents_of(generators: list[Any]) -> list[Any]:
    """Return all articles and pages that Pelican holds, in a stable order."""
    found: list[Any] = []
    for generator in generators:
        for name in (*ARTICLE_LISTS, *PAGE_LISTS):
            if hasattr(generator, "readers"):
                found.extend(getattr(generator, name, ()))
    return sorted(dict.fromkeys(found), key=lambda content: str(content.source_path))


def make_entries(generators: list[Any]) -> None:
    """Resolve every link, claim every address, and freeze every entry."""
    context = generators[0].context
    run: Run = context["RUN"]
    contents = [content for content in contents_of(generators) if hasattr(content, "document")]
    resolver = LinkResolver(
        run=run,
        pages={Path(content.source_path): f"/{content.url}" for content in contents}
        | context.get("COLLECTION_PAGES", {}),
        names=context.get("LINK_NAMES", {}),
    )
    for content in contents:
        _claim(content, run)
        _check_template(content, run)
        content._content = resolver.apply(content._content, content.document)  # noqa: SLF001 `content` would resolve links Pelican's way
        content.entry = _entry(content, run, context.get("PERSON_LABEL", author_label))
    context["RESOLVER"] = resolver
    context["contents"] = contents
    context["entries"] = tuple(content.entry for content in contents)


def _check_template(content: Any, run: Run) -> None:
    document = content.document
    if "template" not in document.values:
        return
    root = "page" if kind_of(content) is Kind.PAGE else "article"
    fault = find_fault(content.template, root, run.theme / "templates")
    if fault:
        what, todo = split_sentence(fault)
        line = document.lines["template"]
        run.problems.error(
            document.where, f"Template: {what}", todo, line=line, rule="template-known"
        )


def kind_of(content: Any) -> Kind:
    folder = content.document.folder.value
    return {"posts": Kind.POST, "episodes": Kind.EPISODE}.get(folder, Kind.PAGE)


def _claim(content: Any, run: Run) -> None:
    document = content.document
    kind = kind_of(content)
    shows = {show["key"] for show in content.settings.get("PODCASTS", ())}
    reserved = RESERVED[kind] | (shows if kind is Kind.PAGE else set())
    if content.slug in reserved:
        what = f"the slug {content.slug!r} is reserved: the site has a page of its own there."
        line = document.lines.get("slug")
        run.problems.error(
            document.where, what, "Choose another with 'Slug:'.", line=line, rule="address-free"
        )
        return
    for path in dict.fromkeys((f"/{content.url}", f"/{content.save_as}")):
        problem = run.addresses.claim(path, document.where)
        if problem:
            run.problems.add(problem)
            return


def _entry(content: Any, run: Run, label: Callable[[str], Label]) -> Entry:
    document = content.document
    authors = [str(author) for author in getattr(content, "authors", [])]
    return Entry(
        kind=kind_of(content),
        source=document.where,
        title=content.title,
        path=f"/{content.url}",
        slug=content.slug,
        date=getattr(content, "date", UNDATED),
        modified=getattr(content, "modified", None),
        lang=content.lang,
        summary=content.metadata["summary"],
        html=content._content,  # noqa: SLF001 resolved already
        text=document.body,
        visibility=_visibility(content),
        authors=tuple(label(name) for name in authors),
        tags=getattr(content, "tag_labels", ()),
        image=find_image(document, run),
        series=document.text("series"),
        part=document.number("part"),
    )


def _visibility(content: Any) -> Visibility:
    if content.url == "404.html":
        return Visibility.HIDDEN
    known = {"hidden": Visibility.HIDDEN, "draft": Visibility.DRAFT}
    return known.get(content.status, Visibility.LISTED)


def author_label(name: str) -> Label:
    slug = slugify(name)
    return Label(name=name, slug=slug, path=f"/people/{slug}/")


def check_links(pelican: Any) -> None:
    """Judge the links within the site, now that every address is known, and the pictures."""
    context = pelican.settings["RUN_CONTEXT"]
    run: Run = context["RUN"]
    ids = {entry.path: find_ids(entry.html) for entry in context["entries"]}
    run.problems.add_all(check_references(context["RESOLVER"].references, run, ids))
    run.problems.add_all(tell_places(run.media.placed, run.where))


class MediaGenerator(Generator):
    """Copies the media that published entries name."""

    def generate_output(self, writer: Any) -> None:
        del writer
        run: Run = self.context["RUN"]
        changed = Problems()
        for item in run.media:
            try:
                copy_media(item, Path(self.output_path))
            except ValueError as error:
                what, todo = split_sentence(error)
                changed.error(run.where(item.source), what, todo, rule="file-stays")
        for problem in changed:
            print(problem, file=sys.stderr)
        if changed.errors:
            raise SystemExit(1)


def media_generator(pelican: Any) -> type[Generator]:
    del pelican
    return MediaGenerator


def keep_context(generator: Any) -> None:
    """Let `get_writer`, which is told only of the settings, find the context."""
    generator.settings["RUN_CONTEXT"] = generator.context


def leave_static_files(generator: Any) -> None:
    """Keep Pelican from copying linked files: they are published under names of their own."""
    generator.context["static_links"].clear()


def register() -> None:
    signals.article_generator_init.connect(keep_context)
    signals.page_generator_finalized.connect(leave_static_files)
    signals.all_generators_finalized.connect(make_entries)
    signals.get_generators.connect(media_generator)
    signals.get_writer.connect(check_links)
