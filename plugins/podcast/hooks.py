"""The Pelican edge of the podcast: episodes read and made whole, feeds written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from pelican import signals
from pelican.generators import Generator

from plugins.entries.model import Kind, Visibility
from plugins.entries.resolve import LinkResolver
from plugins.frontmatter.keys import Folder
from plugins.identity.site import identify
from plugins.podcast.articles.hooks import add_episodes, leave_out_silent_drafts
from plugins.podcast.cast import find_cast
from plugins.podcast.chapters.notes_split import split_chapters
from plugins.podcast.compose import compose
from plugins.podcast.feed import Document as FeedDocument
from plugins.podcast.feed import render_documents
from plugins.podcast.items import Items
from plugins.podcast.model import Person, Show
from plugins.podcast.parts import make_part
from plugins.podcast.recording.assemble import assemble
from plugins.podcast.recording.away import find_away
from plugins.podcast.recording.compared import tell_other_chapters
from plugins.podcast.recording.model import Recording
from plugins.podcast.recording.promised import find_absent, promised_sounds
from plugins.podcast.remote.recall import read_remote
from plugins.podcast.remote_names import find_addresses
from plugins.podcast.rules import find_doubles, number_episode
from plugins.podcast.settings.read import read_shows
from plugins.podcast.shows import make_shows
from plugins.shared.files import write_page
from plugins.shared.problems import Problems
from plugins.shared.run import Run


def read_settings(pelican: Any) -> None:
    """Read `PODCASTS`, and take chapter lists out of show notes before they are rendered."""
    settings = pelican.settings
    run: Run = settings["RUN"]
    shows, problems = read_shows(settings.get("PODCASTS", ()))
    run.problems.add_all(problems)
    settings["SHOW_SETTINGS"] = shows
    settings["REMOTE"] = read_remote(run)
    run.body_filters[Folder.EPISODES.value] = lambda body: split_chapters(body).notes


def make_episodes(generators: list[Any]) -> None:
    """Measure every recording, settle every identity, and complete the entries."""
    context = generators[0].context
    run: Run = context["RUN"]
    shows = make_shows(context["SHOW_SETTINGS"], run, lambda name: _person(name, "host", context))
    context["shows"] = tuple(shows.values())
    context["show"] = next(iter(shows.values()), None)
    contents = [content for content in context["contents"] if content.entry.kind is Kind.EPISODE]
    context["REMOTE"].ask_ahead(
        address for content in contents for address in find_addresses(content.document)
    )
    casts = {content.entry.source: _cast(content, shows, context) for content in contents}
    recordings = _assemble_all(contents, casts, context)
    leave_out_silent_drafts(generators[0], recordings)
    _check_doubles(contents, recordings, run)
    _settle_identity(recordings, context)
    _compare_chapters(contents, recordings, context)
    context["absent"] = sorted(find_absent(recordings.values()))
    for content in context["contents"]:
        source = content.entry.source
        content.entry = replace(content.entry, guid=context["IDENTITY"].guid(source))
        show = shows.get(getattr(content, "show_key", ""))
        if show is not None and source in recordings:
            _add_episode(content, recordings[source], show, casts[source], context)
    context["entries"] = tuple(content.entry for content in context["contents"])


def _cast(content: Any, shows: dict[str, Show], context: Any) -> tuple[Person, ...]:
    show = shows.get(content.show_key)
    person = partial(_person, context=context)
    return find_cast(content.document, show, person, context["RUN"]) if show else ()


def _person(name: str, role: str, context: Any) -> Person:
    label = context["PERSON_LABEL"](name)
    image = context.get("PERSON_IMAGE", lambda _: None)(name)
    return Person(name=label.name, role=role, path=label.path, image=image)


def _assemble_all(
    contents: list[Any], casts: dict[str, tuple[Person, ...]], context: Any
) -> dict[str, Recording]:
    found = {}
    for content in contents:
        source = content.entry.source
        known = tuple(person.name for person in casts[source])
        recording = _assemble(content, context["RUN"], known, context)
        if recording is not None:
            found[source] = recording
    return found


def _assemble(content: Any, run: Run, known: tuple[str, ...], context: Any) -> Recording | None:
    """Measure an episode; what is wrong with a draft stops no preview."""
    document = content.document
    resolver: LinkResolver = context["RESOLVER"]
    if content.entry.visibility is not Visibility.DRAFT:
        away = find_away(document, run, context["PROMISED"])
        return assemble(document, run, known, resolver.resolve, away, context["REMOTE"])
    apart = replace(run, problems=Problems())
    resolve = replace(resolver, run=apart).resolve
    recording = assemble(document, apart, known, resolve, remote=context["REMOTE"])
    run.problems.add_as_warnings(apart.problems)
    return recording


def _check_doubles(contents: list[Any], recordings: dict[str, Recording], run: Run) -> None:
    numbered = []
    for content in contents:
        recording = recordings.get(content.entry.source)
        numbered.append(number_episode(content.document, content.show_key, recording, run))
    run.problems.add_all(find_doubles(numbered))


def _settle_identity(recordings: dict[str, Recording], context: Any) -> None:
    context["IDENTITY"] = identify(
        context["contents"],
        {source: promised_sounds(recording) for source, recording in recordings.items()},
        {"": context["SITE_GUID"], **{show.key: show.guid for show in context["SHOW_SETTINGS"]}},
        context["RUN"],
        context["PROMISED"],
        accepted=frozenset(context.get("ACCEPT", ())),
    )


def _compare_chapters(contents: list[Any], recordings: dict[str, Recording], context: Any) -> None:
    published = context["PROMISED"].published_audio()
    for content in contents:
        recording = recordings.get(content.entry.source)
        if recording is not None:
            tell_other_chapters(recording, content.document, published, context["RUN"])


def _add_episode(
    content: Any, recording: Recording, show: Show, cast: tuple[Person, ...], context: Any
) -> None:
    promised = context["IDENTITY"].sound_paths(content.entry.source)
    run, remote = context["RUN"], context["REMOTE"]
    episode = compose(content.entry, content.document, recording, show, cast, promised, run, remote)
    content.entry = replace(content.entry, episode=episode)


def make_parts(pelican: Any) -> None:
    """Make the podcasts of tags, series, seasons and people, whose covers are published, too."""
    context = pelican.settings["RUN_CONTEXT"]
    context["podcast_parts"] = [
        make_part(
            collection, context["shows"], context["part_guid"](collection.path), context["RUN"]
        )
        for collection in context.get("collections", ())
        if collection.episodes and collection.kind not in {"show", "blog"}
    ]


class PodcastGenerator(Generator):
    """Writes the feeds."""

    def generate_output(self, writer: Any) -> None:
        del writer
        run: Run = self.context["RUN"]
        episodes = [
            content.entry.episode
            for content in self.context["contents"]
            if content.entry.episode is not None and content.entry.is_listed
        ]
        items = Items(run.site)
        for show in self.context["shows"]:
            mine = [episode for episode in episodes if episode.show.key == show.key]
            self._write(render_documents(show, mine, items))
        for show, parts, part in self.context["podcast_parts"]:
            self._write(render_documents(show, parts, items, part))

    def _write(self, documents: Iterable[FeedDocument]) -> None:
        for document in documents:
            write_page(self.output_path, document.path, document.chunks)


def podcast_generator(pelican: Any) -> type[Generator]:
    del pelican
    return PodcastGenerator


def register() -> None:
    signals.initialized.connect(read_settings)
    signals.article_generator_pretaxonomy.connect(add_episodes)
    signals.all_generators_finalized.connect(make_episodes)
    signals.get_writer.connect(make_parts)
    signals.get_generators.connect(podcast_generator)
