"""An episode of the model, composed of its entry, its recording and the people in it."""

from __future__ import annotations

from pathlib import Path

from plugins.entries.model import Entry
from plugins.frontmatter.document import Document
from plugins.podcast.assemble import Recording, enclosure
from plugins.podcast.chapters.written import dump_json_chapters
from plugins.podcast.model import Episode, EpisodeType, Person, Show, Transcript, TranscriptFile
from plugins.podcast.rules import check_art
from plugins.shared.images import Image, measure_image
from plugins.shared.run import Run


def compose(
    entry: Entry,
    document: Document,
    recording: Recording,
    show: Show,
    cast: tuple[Person, ...],
    promised: str,
    run: Run,
) -> Episode:
    """Publish the recording's files and return the episode; `promised` is its audio's path."""
    audio = recording.audio
    path = run.media.add(audio, promised) if isinstance(audio, Path) else audio
    explicit = document.values.get("explicit")
    return Episode(
        show=show,
        guid=entry.guid,
        title=entry.title,
        path=entry.path,
        published=entry.date,
        modified=entry.modified,
        enclosure=enclosure(path, audio, recording.measured),
        type=EpisodeType(document.text("type") or EpisodeType.FULL),
        number=document.number("episode"),
        season=document.number("season"),
        summary=entry.summary,
        notes=entry.html,
        is_explicit=show.is_explicit if explicit is None else bool(explicit),
        image=_art(entry, document, run),
        persons=cast,
        chapters=recording.chapters,
        chapters_path=_chapters_path(document.path.stem, recording, run),
        transcript=_transcript(recording, entry.lang, run),
        soundbites=recording.soundbites,
        alternates=tuple(
            enclosure(run.media.add(source), source, measured)
            for source, measured in recording.alternates
        ),
    )


def _art(entry: Entry, document: Document, run: Run) -> Image | None:
    if entry.image is None:
        return None
    mode = measure_image(entry.image.source).mode
    run.problems.add_all(check_art(entry.image, mode, document.where, document.lines.get("image")))
    return entry.image


def _chapters_path(stem: str, recording: Recording, run: Run) -> str:
    if not recording.chapters:
        return ""
    return run.media.make(stem, dump_json_chapters(recording.chapters), ".chapters.json")


def _transcript(recording: Recording, language: str, run: Run) -> Transcript | None:
    source = recording.transcript
    if source is None:
        return None
    files = (TranscriptFile(path=run.media.add(source), type="text/vtt"),)
    return Transcript(language=language, cues=recording.cues, files=files, source=source)
