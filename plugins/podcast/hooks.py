"""The Pelican edge of the podcast: episodes injected as articles, models made, feeds written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.contents import Article, SkipStub
from pelican.generators import Generator
from pelican.utils import order_content, process_translations

from plugins.entries.model import Kind, Visibility
from plugins.entries.resolve import LinkResolver
from plugins.frontmatter.document import Document
from plugins.identity.promises import Ledger
from plugins.identity.site import identify
from plugins.podcast.art.parts import part_cover
from plugins.podcast.assemble import Recording, assemble, find_absent, promised_sounds
from plugins.podcast.away import find_away
from plugins.podcast.chapters.embedded import compare
from plugins.podcast.chapters.notes_split import split_chapters
from plugins.podcast.compose import compose, written_of
from plugins.podcast.feed import Document as FeedDocument
from plugins.podcast.feed import Part, render_documents
from plugins.podcast.items import Items
from plugins.podcast.mixed import set_apart
from plugins.podcast.model import Episode, EpisodeType, Person, Show
from plugins.podcast.remote.recall import read_remote
from plugins.podcast.rules import Numbered, find_doubles
from plugins.podcast.settings import read_shows
from plugins.podcast.shows import credited, make_shows
from plugins.podcast.values.people import read_credit
from plugins.shared.files import write_whole
from plugins.shared.problems import Problems
from plugins.shared.run import Run

FOLDER = "episodes"


class EpisodeArticle(Article):
    """An article that is heard; it lives under its show's address."""

    default_template = "episode"
    show_key = ""

    def _expand_settings(self, key: str, klass: str | None = None) -> str:
        del klass
        path = f"{self.show_key}/{self.slug}/"
        if self.status == "draft":
            path = f"drafts/{path}"
        elif not self.in_default_lang:
            path = f"{self.lang}/{path}"
        return path + ("index.html" if key.endswith("save_as") else "")


def read_settings(pelican: Any) -> None:
    """Read `PODCASTS`, and take chapter lists out of show notes before they are rendered."""
    settings = pelican.settings
    run: Run = settings["RUN"]
    shows, problems = read_shows(settings.get("PODCASTS", ()))
    run.problems.add_all(problems)
    settings["SHOW_SETTINGS"] = shows
    settings["REMOTE"] = read_remote(run)
    run.body_filters[FOLDER] = lambda body: split_chapters(body).notes


def add_episodes(generator: Any) -> None:
    """Read the episodes and add them to the articles."""
    shows = generator.settings["SHOW_SETTINGS"]
    if not shows:
        _tell_no_show(generator)
    if len(shows) < len(generator.settings.get("PODCASTS", ())) or not shows:
        # Whose they are is not known: nothing is said of them, and none is missed.
        run: Run = generator.settings["RUN"]
        run.failed |= {run.content / file for file in generator.get_files([FOLDER])}
        return
    found = [_read(file, generator, shows) for file in sorted(generator.get_files([FOLDER]))]
    episodes = [episode for episode in found if not isinstance(episode, SkipStub)]
    for episode in episodes:
        generator.add_source_path(episode)
    for status, names in {
        "published": ("articles", "translations"),
        "hidden": ("hidden_articles", "hidden_translations"),
        "draft": ("drafts", "drafts_translations"),
    }.items():
        chosen = [episode for episode in episodes if episode.status == status]
        originals, translations = process_translations(chosen, translation_id="slug")
        getattr(generator, names[0]).extend(originals)
        getattr(generator, names[1]).extend(translations)
    order = generator.settings["ARTICLE_ORDER_BY"]
    generator.articles = order_content(generator.articles, order_by=order)


def _tell_no_show(generator: Any) -> None:
    run: Run = generator.settings["RUN"]
    if generator.get_files([FOLDER]) and not generator.settings.get("PODCASTS"):
        what = "there are episodes, but no show in PODCASTS of pelicanconf.py."
        todo = "Describe the show there, or move the episodes away."
        run.problems.error(run.where(run.content / FOLDER), what, todo, rule="show-there")


def _read(file: str, generator: Any, shows: Any) -> Any:
    episode = generator.readers.read_file(
        base_path=generator.path,
        path=file,
        content_class=EpisodeArticle,
        context=generator.context,
        preread_signal=signals.article_generator_preread,
        preread_sender=generator,
        context_signal=signals.article_generator_context,
        context_sender=generator,
    )
    parts = Path(file).parts
    keys = {show.key for show in shows[1:]}
    episode.show_key = parts[1] if len(parts) > 2 and parts[1] in keys else shows[0].key  # noqa: PLR2004 episodes/<key>/file
    return episode


def make_episodes(generators: list[Any]) -> None:
    """Measure every recording, settle every identity, and complete the entries."""
    context = generators[0].context
    run: Run = context["RUN"]
    shows = make_shows(context["SHOW_SETTINGS"], run, lambda name: _person(name, "host", context))
    context["shows"] = tuple(shows.values())
    context["show"] = next(iter(shows.values()), None)
    contents = [content for content in context["contents"] if content.entry.kind is Kind.EPISODE]
    recordings = {
        content.entry.source: recording
        for content in contents
        if (recording := _assemble(content, run, _known(content, shows, context), context))
        is not None
    }
    _leave_out_silent_drafts(generators[0], recordings)
    _check_doubles(contents, recordings, run)
    identity = identify(
        context["contents"],
        {source: promised_sounds(recording) for source, recording in recordings.items()},
        {"": context["SITE_GUID"], **{show.key: show.guid for show in context["SHOW_SETTINGS"]}},
        run,
        context["PROMISED"],
        accepted=frozenset(context.get("ACCEPT", ())),
    )
    context["IDENTITY"] = identity
    _compare_chapters(contents, recordings, context["PROMISED"], run)
    context["absent"] = sorted(find_absent(recordings.values()))
    for content in context["contents"]:
        entry = replace(content.entry, guid=identity.guid(content.entry.source))
        recording = recordings.get(entry.source)
        show = shows.get(getattr(content, "show_key", ""))
        if recording is not None and show is not None:
            cast = _cast(content.document, show, context)
            promised = identity.sound_paths(entry.source)
            document = content.document
            episode = compose(
                entry, document, recording, show, cast, promised, run, context["REMOTE"]
            )
            entry = replace(entry, episode=episode)
        content.entry = entry
    context["entries"] = tuple(content.entry for content in context["contents"])


def _known(content: Any, shows: dict[str, Show], context: Any) -> tuple[str, ...]:
    """Return the names that a transcript may call speakers."""
    show = shows.get(getattr(content, "show_key", ""))
    cast = _cast(content.document, show, context) if show else ()
    return tuple(person.name for person in cast)


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


def _leave_out_silent_drafts(generator: Any, recordings: dict[str, Recording]) -> None:
    """Take drafts that have no audio yet out of the preview: their page would have no player."""
    contents = generator.context["contents"]
    for content in list(contents):
        entry = content.entry
        is_draft = entry.kind is Kind.EPISODE and entry.visibility is Visibility.DRAFT
        if is_draft and entry.source not in recordings:
            contents.remove(content)
            for drafts in (generator.drafts, generator.drafts_translations):
                if content in drafts:
                    drafts.remove(content)


def _check_doubles(contents: list[Any], recordings: dict[str, Recording], run: Run) -> None:
    rows = []
    for content in contents:
        document = content.document
        recording = recordings.get(content.entry.source)
        rows.append(
            Numbered(
                where=document.where,
                show=content.show_key,
                season=document.number("season"),
                type=document.text("type") or EpisodeType.FULL.value,
                number=document.number("episode"),
                audio=_name_of(recording, run) if recording else document.where,
                number_line=document.lines.get("episode"),
                audio_line=document.lines.get("audio"),
            )
        )
    run.problems.add_all(find_doubles(rows))


def _compare_chapters(
    contents: list[Any], recordings: dict[str, Recording], ledger: Ledger, run: Run
) -> None:
    """Warn where the audio tells other chapters than those that are written."""
    published = ledger.published_audio()
    for content in contents:
        recording = recordings.get(content.entry.source)
        if recording is not None and isinstance(recording.audio, Path):
            fault = compare(
                recording.chapters,
                recording.measured,
                content.document.path.stem,
                is_published=recording.measured.sha256 in published,
            )
            run.problems.add_all([fault.problem(run.where(recording.audio))] if fault else ())


def _cast(document: Document, show: Show, context: Any) -> tuple[Person, ...]:
    """Return who is heard: the episode's hosts, else the show's, its guests and helpers.

    Whoever the channel names is repeated, because an item's persons replace the channel's.
    """
    hosts = tuple(_person(name, "host", context) for name in document.names("hosts"))
    guests = tuple(_person(name, "guest", context) for name in document.names("guests"))
    written = written_of(document, context["RUN"])
    found = written.all("credits", read_credit)
    helpers = tuple(credited(item, lambda name: _person(name, "host", context)) for item in found)
    return (hosts or show.hosts) + guests + helpers + show.credits


def _name_of(recording: Recording, run: Run) -> str:
    audio = recording.audio
    return run.where(audio) if isinstance(audio, Path) else audio


def _person(name: str, role: str, context: Any) -> Person:
    label = context["PERSON_LABEL"](name)
    image = context.get("PERSON_IMAGE", lambda _: None)(name)
    return Person(name=label.name, role=role, path=label.path, image=image)


def make_parts(pelican: Any) -> None:
    """Make the podcasts of tags, series, seasons and people, whose covers are published, too."""
    context = pelican.settings["RUN_CONTEXT"]
    context["podcast_parts"] = [
        _part(collection, context)
        for collection in context.get("collections", ())
        if collection.episodes and collection.kind not in {"show", "blog"}
    ]


def _part(collection: Any, context: Any) -> tuple[Show, list[Episode], Part]:
    episodes = [entry.episode for entry in collection.episodes]
    shows = context["shows"]
    # The newest episode decides nothing: its show may be another one tomorrow.
    keys = {episode.show.key for episode in episodes}
    show = next(item for item in shows if item.key in keys)
    part = Part(
        title=collection.title,
        description=collection.summary,
        path=collection.path,
        feed_path=collection.podcast_path,
        image=part_cover(collection.image, show, collection.title, context["RUN"]),
        is_open=collection.is_open,
        guid=context["part_guid"](collection.path),
    )
    channel, items = set_apart(show, episodes)
    return channel, items, part


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
            write_whole(Path(self.output_path, document.path.lstrip("/")), document.chunks)


def podcast_generator(pelican: Any) -> type[Generator]:
    del pelican
    return PodcastGenerator


def register() -> None:
    signals.initialized.connect(read_settings)
    signals.article_generator_pretaxonomy.connect(add_episodes)
    signals.all_generators_finalized.connect(make_episodes)
    signals.get_writer.connect(make_parts)
    signals.get_generators.connect(podcast_generator)
