"""The Pelican edge of people: names become labels early, collections late."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pelican import signals

from plugins.entries.collections import Collection
from plugins.entries.introductions import introduce, read_introductions
from plugins.entries.model import Entry, Label
from plugins.entries.published import listed
from plugins.frontmatter.keys import Folder
from plugins.people.directory import Directory
from plugins.podcast.model import Person
from plugins.shared.run import Run


def read_people(generator: Any) -> None:
    """Read `content/people`, so that every name can be a link."""
    run: Run = generator.context["RUN"]
    introductions = read_introductions(Folder.PEOPLE, run)
    directory = Directory(
        names={
            name: Label(name=item.title, slug=item.slug, path=f"/people/{item.slug}/")
            for item in introductions
            for name in (item.title, item.slug, *item.aliases)
        }
    )
    images = {item.slug: item.image for item in introductions}
    context = generator.context
    context["PEOPLE"] = introductions
    context["PERSON_LABEL"] = directory.label
    context["PERSON_IMAGE"] = lambda name: images.get(directory.label(name).slug)
    context.setdefault("LINK_NAMES", {})["author"] = lambda name: directory.label(name).path
    pages: dict[Path, str] = context.setdefault("COLLECTION_PAGES", {})
    pages.update({item.document.path: f"/people/{item.slug}/" for item in introductions})


def gather_people(generators: list[Any]) -> None:
    """Add a collection for everybody who wrote or spoke, or is introduced."""
    context = generators[0].context
    introductions = {item.slug: item for item in context["PEOPLE"]}
    for content in context["contents"]:
        content.people = _people_of(content.entry)
    found: dict[str, list[Entry]] = {slug: [] for slug in introductions}
    labels: dict[str, Label] = {}
    for show in context["shows"]:
        for label in _labels(show.persons):
            found.setdefault(label.slug, [])
            labels.setdefault(label.slug, label)
    for content in context["contents"]:
        for label in content.people:
            found.setdefault(label.slug, [])
            labels.setdefault(label.slug, label)
    for entry in listed(context["contents"], context["articles"]):
        for label in _people_of(entry):
            found.setdefault(label.slug, []).append(entry)
            labels.setdefault(label.slug, label)
    context.setdefault("collections", []).extend(
        introduce(
            Collection(
                kind="person",
                slug=slug,
                path=f"/people/{slug}/",
                title=labels[slug].name if slug in labels else slug,
                entries=tuple(entries),
                source=f"the person {slug!r}",
            ),
            introductions.get(slug),
            context["RESOLVER"],
        )
        for slug, entries in sorted(found.items())
    )


def _people_of(entry: Entry) -> tuple[Label, ...]:
    spoken = entry.episode.cast if entry.episode else ()
    return tuple(dict.fromkeys((*entry.authors, *_labels(spoken))))


def _labels(persons: Iterable[Person]) -> list[Label]:
    return [
        Label(name=person.name, slug=person.path.strip("/").split("/")[-1], path=person.path)
        for person in persons
        if person.path
    ]


def register() -> None:
    signals.article_generator_finalized.connect(read_people)
    signals.all_generators_finalized.connect(gather_people)
