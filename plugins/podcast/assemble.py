"""From a document and the files beside it to what an episode is made of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from plugins.frontmatter.document import Document
from plugins.frontmatter.pictures import named_file
from plugins.identity.promises import Sound
from plugins.podcast.audio.probe import ALTERNATE_ENDINGS, MAIN_ENDINGS, Measured
from plugins.podcast.away import measured_before
from plugins.podcast.chapters.addresses import Resolve, no_link
from plugins.podcast.chapters.embedded import usable
from plugins.podcast.chapters.sources import find_written
from plugins.podcast.model import Chapter, Enclosure, Soundbite, Transcript
from plugins.podcast.probed import probed_file
from plugins.podcast.remote.address import is_remote
from plugins.podcast.remote.recall import Remote
from plugins.podcast.remote.telling import find_remote
from plugins.podcast.transcripts.beside import find_transcripts, read_first
from plugins.podcast.transcripts.files import publish_transcript
from plugins.shared.durations import clock
from plugins.shared.files import files_beside, is_file, is_inside
from plugins.shared.media import media_path
from plugins.shared.run import Run

NOTHING_KNOWN = Remote(is_offline=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """The files of one episode, measured and checked; its audio and chapters are not published yet.

    `audio` is a file of ours, or the URL of one on another host, or the site path of one that was
    published from another machine.
    """

    audio: Path | str
    measured: Measured
    alternates: tuple[tuple[Path | str, Measured], ...]
    chapters: tuple[Chapter, ...]
    transcript: Transcript | None
    soundbites: tuple[Soundbite, ...]


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
        soundbites=_soundbites(document, measured.duration, run),
    )


def _measure(
    document: Document, run: Run, remote: Remote
) -> tuple[Path | str | None, Measured | None]:
    audio = find_audio(document, run)
    if isinstance(audio, str):
        found = find_remote(audio, "audio", document, remote, run)
        return (found[0], found[1].measured) if found else (None, None)
    return audio, _probed(audio, document, run) if audio else None


def find_audio(document: Document, run: Run) -> Path | str | None:
    """Return the recording: what `Audio:` names, else the file with the same stem."""
    given = document.text("audio")
    if is_remote(given):
        return given
    if given:
        return _named(given, "audio", document, run)
    found = next(filter(None, (_beside(document, ending) for ending in MAIN_ENDINGS)), None)
    if found is None:
        what = "no audio found."
        wanted = document.path.with_suffix(MAIN_ENDINGS[0]).name
        todo = f'Put {wanted} beside it, or set "Audio:" to a path or URL.'
        run.problems.error(document.where, what, todo, rule="audio-there")
    return found


def _beside(document: Document, ending: str) -> Path | None:
    """Return the file with the document's stem; recorders write `.MP3` too."""
    return next(files_beside(document.path, (ending, ending.upper())), None)


def _named(given: str, key: str, document: Document, run: Run) -> Path | None:
    file = named_file(given, document, run.content)
    line = document.lines.get(key)
    name = key.capitalize()
    if not is_inside(file, run.content):
        what = f"{name}: {given!r} leads out of the content folder."
        run.problems.error(
            document.where, what, "Put the file inside.", line=line, rule="file-inside"
        )
        return None
    if not is_file(file):
        what = f"{name}: there is no file {given!r}."
        run.problems.error(document.where, what, "Correct the path.", line=line, rule="file-there")
        return None
    return file


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
    for ending in (*MAIN_ENDINGS, *ALTERNATE_ENDINGS):
        path = _beside(document, ending)
        measured = probed_file(path, document, run) if path and path != audio else None
        if path is None or measured is None:
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
    named = _named(given, "transcript", document, run) if given else None
    paths = find_transcripts(document.path) if not given else [named] if named else []
    reading = read_first(paths, duration, known, run) if paths else None
    language = document.text("lang") or run.site.language
    return publish_transcript(reading, document.path.stem, language, run.media)


def _soundbites(document: Document, duration: timedelta, run: Run) -> tuple[Soundbite, ...]:
    given = document.values.get("soundbite", ())
    found = []
    for start, length, title in given if isinstance(given, tuple) else ():
        if start + length > duration:
            end = clock(start + length)
            what = f"Soundbite: it ends at {end}, but the audio at {clock(duration)}."
            line = document.lines.get("soundbite")
            run.problems.error(
                document.where,
                what,
                "Correct its start or length.",
                line=line,
                rule="soundbite-end",
            )
        else:
            found.append(Soundbite(start=start, duration=length, title=title or document.title))
    return tuple(found)


def enclosure(path: str, source: Path | str, measured: Measured) -> Enclosure:
    """Return the enclosure for a published path."""
    return Enclosure(
        path=path,
        length_bytes=measured.length_bytes,
        sha256=measured.sha256,
        type=measured.type,
        duration=measured.duration,
        bitrate=measured.bitrate,
        codecs=measured.codecs,
        source=source if isinstance(source, Path) else None,
    )


def promised_sounds(recording: Recording) -> tuple[Sound, ...]:
    """Return what a recording's enclosures promise, the main one first."""
    found = ((recording.audio, recording.measured), *recording.alternates)
    return tuple(_promised(audio, measured) for audio, measured in found)


def _promised(audio: Path | str, measured: Measured) -> Sound:
    path = audio
    if isinstance(audio, Path):
        path = media_path(audio.stem, measured.sha256, audio.suffix)
    return Sound(
        path=str(path),
        bytes=measured.length_bytes,
        type=measured.type,
        sha256=measured.sha256,
        duration=measured.duration.total_seconds(),
        bitrate=measured.bitrate or 0,
        codecs=measured.codecs,
    )


def find_absent(recordings: Iterable[Recording]) -> Iterable[tuple[str, str]]:
    """Yield path and digest of what the site names and this machine does not have."""
    for recording in recordings:
        for audio, measured in ((recording.audio, recording.measured), *recording.alternates):
            if isinstance(audio, str) and not is_remote(audio):
                yield audio, measured.sha256
