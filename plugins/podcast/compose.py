"""An episode of the model, composed of its entry, its recording and the people in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from plugins.entries.model import Entry
from plugins.frontmatter.document import Document
from plugins.frontmatter.keys import KEYS
from plugins.frontmatter.named import named_file
from plugins.podcast.alternates import read_alternate
from plugins.podcast.art.mend import fit_art
from plugins.podcast.audio.faults import AudioError
from plugins.podcast.audio.probe import Measured
from plugins.podcast.chapters.json_file import ENDING as JSON_CHAPTERS
from plugins.podcast.chapters.json_file import dump_json_chapters
from plugins.podcast.chapters.webvtt_file import ENDING as CHAPTERS_TRACK
from plugins.podcast.chapters.webvtt_file import dump_webvtt_chapters
from plugins.podcast.extras import Written, read_extras
from plugins.podcast.model import Enclosure, Episode, EpisodeType, Person, Show
from plugins.podcast.notes.write import write_notes
from plugins.podcast.recording.assemble import NOTHING_KNOWN
from plugins.podcast.recording.model import Recording
from plugins.podcast.recording.promised import enclosure
from plugins.podcast.remote.facts import Facts
from plugins.podcast.remote.recall import Remote
from plugins.podcast.remote.telling import find_remote
from plugins.podcast.values.line import first_word, short, web_address
from plugins.podcast.values.others import read_content_link
from plugins.shared.images import Image
from plugins.shared.problems import split_sentence
from plugins.shared.run import Run

_TITLE_LIMIT = 255  # PSP-1
KEYS_BY_NAME = {key.name.lower(): key.name for key in KEYS}


def compose(
    entry: Entry,
    document: Document,
    recording: Recording,
    show: Show,
    cast: tuple[Person, ...],
    promised: Mapping[str, str],
    run: Run,
    remote: Remote = NOTHING_KNOWN,
) -> Episode:
    """Publish the recording's files and return the episode.

    `promised` are the paths that audio has kept since it was published, by its digest; `remote`
    is what is known of audio on other hosts.
    """

    def alternate(line: str) -> Enclosure | None:
        return read_alternate(line, written.locate, run, far)

    def far(typed: str) -> tuple[str, Facts] | None:
        return find_remote(typed, "alternates", document, remote, run)

    explicit = document.values.get("explicit")
    written = written_of(document, run)
    episode = Episode(
        show=show,
        guid=entry.guid,
        title=entry.title,
        path=entry.path,
        published=entry.date,
        modified=entry.modified,
        enclosure=_publish(recording.audio, recording.measured, promised, run),
        type=EpisodeType(document.text("type") or EpisodeType.FULL),
        number=document.number("episode"),
        season=document.number("season"),
        summary=entry.summary,
        is_explicit=show.is_explicit if explicit is None else bool(explicit),
        image=_art(entry, document, run),
        persons=cast,
        chapters=recording.chapters,
        chapters_path=_chapters_path(document.path.stem, recording, run),
        chapters_track_path=_chapters_track_path(document.path.stem, recording, run),
        transcript=recording.transcript,
        soundbites=recording.soundbites,
        alternates=(
            *(
                _publish(source, measured, promised, run)
                for source, measured in recording.alternates
            ),
            *filter(None, written.all("alternates", alternate)),
        ),
        app_title=document.text("apptitle"),
        decimal=document.text("episode"),
        display=document.text("episodedisplay"),
        is_blocked=document.values.get("block") is True,
        categories=tuple(tag.name for tag in entry.tags),
        comments=written.one("comments", web_address) or "",
        origin=written.one("source", _origin) or ("", ""),
        content_links=written.all("contentlink", read_content_link),
        extras=read_extras(written, run, recording.measured.duration),
    )
    return replace(episode, notes=write_notes(entry.html, episode, run.site))


def _origin(line: str) -> tuple[str, str]:
    address, title = first_word(line)
    return web_address(address), short(title, _TITLE_LIMIT)


# Front-matter keys whose names differ from what `Extras` calls them.
_OTHER_NAMES = {"valuesplit": "value_split", "socialinteract": "social"}


def written_of(document: Document, run: Run) -> Written:
    """Return the lines of an episode's front matter that namespace elements are made of."""

    def tell(key: str, fault: ValueError) -> None:
        name = next((given for given, other in _OTHER_NAMES.items() if other == key), key)
        what, todo = split_sentence(fault)
        line = document.lines.get(name)
        shown = KEYS_BY_NAME[name]
        rule = fault.rule if isinstance(fault, AudioError) else "key-value"
        run.problems.error(document.where, f"{shown}: {what}", todo, line=line, rule=rule)

    lines = {_OTHER_NAMES.get(key, key): document.names(key) for key in document.values}
    return Written(
        lines=lines, locate=lambda path: named_file(path, document, run.content), tell=tell
    )


def _publish(
    audio: Path | str, measured: Measured, promised: Mapping[str, str], run: Run
) -> Enclosure:
    if isinstance(audio, str):
        return enclosure(audio, audio, measured)
    path = run.media.add(audio, promised.get(measured.sha256, ""), measured.sha256)
    return enclosure(path, audio, measured)


def _art(entry: Entry, document: Document, run: Run) -> Image | None:
    if entry.image is None:
        return None
    line = document.lines.get("image")
    return fit_art(entry.image.source, entry.image.alt, run, document.where, line)


def _chapters_path(stem: str, recording: Recording, run: Run) -> str:
    if not recording.chapters:
        return ""
    content = dump_json_chapters(recording.chapters, run.site)
    return run.media.make(stem, content, JSON_CHAPTERS)


def _chapters_track_path(stem: str, recording: Recording, run: Run) -> str:
    listed = [chapter for chapter in recording.chapters if chapter.is_listed]
    if not listed:
        return ""
    content = dump_webvtt_chapters(listed, recording.measured.duration)
    return run.media.make(stem, content, CHAPTERS_TRACK)
