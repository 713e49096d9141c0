"""The Pelican edge of tags: names made canonical early, collections gathered late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from pelican import signals

from plugins.entries.collections import Collection
from plugins.entries.introductions import introduce, read_introductions
from plugins.entries.model import Entry, Label
from plugins.entries.published import listed
from plugins.frontmatter.document import Document
from plugins.frontmatter.keys import Folder
from plugins.shared.run import Run
from plugins.tags.canonical import Canon, Tag, TagPage, Use, canonise
from plugins.tags.hashtags import HashtagExtension
from plugins.tags.related import relate, related_entries

RELATED_TAGS = 6
RELATED_ENTRIES = 3
CONTENT_LISTS = (
    "articles", "translations", "hidden_articles", "hidden_translations", "drafts",
    "drafts_translations",
)  # fmt: skip


def add_extension(pelican: Any) -> None:
    """Let Markdown find hashtags."""
    pelican.settings["MARKDOWN"].setdefault("extensions", []).append(HashtagExtension())


def canonise_tags(generator: Any) -> None:
    """Find the one tag of every name, and let names in texts lead to it."""
    context = generator.context
    run: Run = context["RUN"]
    introductions = read_introductions(Folder.TAGS, run)
    pages = [
        TagPage(
            slug=item.slug,
            title=item.title,
            aliases=item.aliases,
            source=item.document.where,
            line=item.document.lines.get("aliases"),
        )
        for item in introductions
    ]
    uses = [use for article in generator.articles for use in _uses(article)]
    canon = canonise(uses, pages)
    run.problems.add_all(canon.problems)
    context["CANON"], context["TAG_PAGES"] = canon, {item.slug: item for item in introductions}
    paths: dict[Path, str] = context.setdefault("COLLECTION_PAGES", {})
    paths.update({item.document.path: f"/tags/{item.slug}/" for item in introductions})
    used = {tag.slug for use in uses if (tag := canon.find(use.name))} | set(context["TAG_PAGES"])
    context.setdefault("LINK_NAMES", {})["tag"] = lambda name: _path(canon.find(name), used)
    for name in CONTENT_LISTS:
        for content in getattr(generator, name):
            content.tag_labels = _labels(content, canon, used)


def _uses(content: Any) -> Iterator[Use]:
    document: Document = content.document
    for key in ("tags", "category"):
        for name in document.names(key):
            yield Use(name=name, source=document.where, line=document.lines.get(key))
    for name in content.hashtags:
        line = document.line_of(f"#{name}")
        yield Use(name=name, source=document.where, line=line, is_hashtag=True)


def _path(tag: Tag | None, used: set[str]) -> str | None:
    return f"/tags/{tag.slug}/" if tag is not None and tag.slug in used else None


def _labels(content: Any, canon: Canon, used: set[str]) -> tuple[Label, ...]:
    found = [canon.find(use.name) for use in _uses(content)]
    tags = dict.fromkeys(tag for tag in found if tag is not None and tag.slug in used)
    return tuple(Label(name=tag.name, slug=tag.slug, path=f"/tags/{tag.slug}/") for tag in tags)


def gather_tags(generators: list[Any]) -> None:
    """Add a collection for every tag, and `article.related`."""
    context = generators[0].context
    entries = listed(context["contents"], context["articles"])
    tagged = {entry.path: frozenset(label.slug for label in entry.tags) for entry in entries}
    holders: dict[str, list[Entry]] = {}
    for entry in entries:
        for label in entry.tags:
            holders.setdefault(label.slug, []).append(entry)
    plain = {
        tag.slug: _collection(tag, tuple(holders.get(tag.slug, ())), context)
        for tag in context["CANON"].tags
        if tag.slug in holders or tag.slug in context["TAG_PAGES"]
    }
    neighbours = relate(tagged, RELATED_TAGS)
    made = [
        replace(item, related=tuple(plain[other] for other in neighbours.get(slug, ())))
        for slug, item in plain.items()
    ]
    context.setdefault("collections", []).extend(made)
    _relate_entries(context["contents"], entries, tagged)


def _collection(tag: Tag, entries: tuple[Entry, ...], context: Any) -> Collection:
    plain = Collection(
        kind="tag",
        slug=tag.slug,
        path=f"/tags/{tag.slug}/",
        title=tag.name,
        entries=entries,
        source=f"the tag {tag.name!r}",
        aliases=tuple(f"/tags/{alias}/" for alias in tag.aliases),
    )
    return introduce(plain, context["TAG_PAGES"].get(tag.slug), context["RESOLVER"])


def _relate_entries(
    contents: list[Any], entries: tuple[Entry, ...], tagged: dict[str, frozenset[str]]
) -> None:
    by_path = {entry.path: entry for entry in entries}
    related = related_entries([entry.path for entry in entries], tagged, RELATED_ENTRIES)
    for content in contents:
        paths = related.get(content.entry.path, ())
        content.related = tuple(by_path[path] for path in paths)


def register() -> None:
    signals.initialized.connect(add_extension)
    signals.article_generator_finalized.connect(canonise_tags)
    signals.all_generators_finalized.connect(gather_tags)
