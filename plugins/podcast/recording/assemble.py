"""From a document and the files beside it to what an episode is made of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import timedelta
from pathlib import Path

from plugins.frontmatter.document import Document
from plugins.frontmatter.named import find_named
from plugins.identity.promises import Sound
from plugins.podcast.audio.probe import ALTERNATE_ENDINGS, MAIN_ENDINGS, Measured
from plugins.podcast.chapters.addresses import Resolve, no_link
from plugins.podcast.chapters.embedded import usable
from plugins.podcast.chapters.sources import find_written
from plugins.podcast.model import Chapter, Transcript
from plugins.podcast.recording.found import find_audio, sounds_beside
from plugins.podcast.recording.model import Recording
from plugins.podcast.recording.probed import probed_file
from plugins.podcast.recording.promised import measured_before
from plugins.podcast.recording.soundbites import read_soundbites
from plugins.podcast.remote.recall import Remote
from plugins.podcast.remote.telling import find_remote
from plugins.podcast.transcripts.beside import find_transcripts, read_first
from plugins.podcast.transcripts.files import publish_transcript
from plugins.shared.durations import clock
from plugins.shared.run import Run

NOTHING_KNOWN = Remote(is_offline=True)


def assemble(
    document: Document,
    run: Run,
    known: Collection[str] = (),
    resolve: Resolve = no_link,
    away: Sequence[Sound] = (),
    remote: Remote = NOTHING_KNOWN,
) -> Recording | None:
    """Find and measure everything that belongs to an episode; nothing if it has no usable audio.

    `known` are the names of the people in it; `resolve` finds where its links lead; `away` are
    recordings that were published and are not on this machine; `remote` what is known of those on
    other hosts.
    """
    before = [(sound.path, measured_before(sound)) for sound in away]
    audio, measured = before[0] if before else _measure(document, run, remote)
    if audio is None or measured is None:
        return None
    return Recording(
        audio=audio,
        measured=measured,
        alternates=tuple(before[1:] if before else _alternates(document, audio, measured, run)),
        chapters=_chapters(document, audio, measured, run, resolve),
        transcript=_transcript(document, measured.duration, known, run),
        soundbites=read_soundbites(document, measured.duration, run),
    )


def _measure(
    document: Document, run: Run, remote: Remote
) -> tuple[Path | str | None, Measured | None]:
    audio = find_audio(document, run)
    if isinstance(audio, str):
        found = find_remote(audio, "audio", document, remote, run)
        return (found[0], found[1].measured) if found else (None, None)
    return audio, _probed(audio, document, run) if audio else None


def _probed(audio: Path, document: Document, run: Run) -> Measured | None:
    measured = probed_file(audio, document, run)
    if measured is not None and audio.suffix.lower() not in MAIN_ENDINGS:
        what = f"podcast apps do not play {audio.suffix} as an episode."
        todo = "Give the episode an MP3 or M4A; keep this beside it."
        run.problems.error(run.where(audio), what, todo, rule="audio-format")
        return None
    return measured


def _alternates(
    document: Document, audio: Path | str, main: Measured, run: Run
) -> Iterable[tuple[Path, Measured]]:
    """Yield the other formats with the episode's stem; they must play as long as the main one."""
    for path in sounds_beside(document.path, (*MAIN_ENDINGS, *ALTERNATE_ENDINGS)):
        measured = probed_file(path, document, run) if path != audio else None
        if measured is None:
            continue
        if abs(measured.duration - main.duration) > timedelta(seconds=2):
            what = f"it plays {clock(measured.duration)}, the episode {clock(main.duration)}."
            todo = "Export both from the same recording."
            run.problems.error(run.where(path), what, todo, rule="audio-same")
            continue
        yield path, measured


def _chapters(
    document: Document, audio: Path | str, measured: Measured, run: Run, resolve: Resolve
) -> tuple[Chapter, ...]:
    written = find_written(document, measured.duration, run, resolve)
    if written is not None:
        return written
    chapters, faults = usable(measured.chapters, measured.duration)
    where = run.where(audio) if isinstance(audio, Path) else document.where
    run.problems.add_all(fault.problem(where) for fault in faults)
    return chapters


def _transcript(
    document: Document, duration: timedelta, known: Collection[str], run: Run
) -> Transcript | None:
    """Publish the transcript at once: all of them together would not fit in memory."""
    given = document.text("transcript")
    named = find_named(given, "transcript", document, run) if given else None
    paths = find_transcripts(document.path) if not given else [named] if named else []
    reading = read_first(paths, duration, known, run) if paths else None
    language = document.text("lang") or run.site.language
    return publish_transcript(reading, document.path.stem, language, run.media)
