"""One episode made: the script is spoken, laid out in time, encoded and put on disk."""

from collections.abc import Mapping
from pathlib import Path

from .encode import encode, measure_loudness
from .render import clock, render_transcript
from .source import Source
from .timeline import Recording, assemble
from .voices import VOICES, speak


def record(source: Source) -> Recording:
    """Speak the whole script."""
    return assemble(
        (sentence, speak(sentence.text, VOICES[sentence.speaker])) for sentence in source.sentences
    )


def render_files(source: Source, recording: Recording, *, alternate: bool) -> dict[str, bytes]:
    """Make the files of an episode, by suffix; an alternate is the same sound as Opus."""
    tags = {"title": source.title, "artist": "Dave", "album": "The Daily Dave"}
    files = {
        ".mp3": encode(recording.samples, ".mp3", tags),
        ".vtt": render_transcript(recording.cues).encode(),
    }
    if alternate:
        files[".opus"] = encode(recording.samples, ".opus", tags)
    return files


def write_files(files: Mapping[str, bytes], folder: Path, stem: str) -> None:
    """Write each file whole: what was there stays until its successor is complete."""
    folder.mkdir(parents=True, exist_ok=True)
    for suffix, data in files.items():
        path = folder / f"{stem}{suffix}"
        part = path.with_name(f".{path.name}.part")
        part.write_bytes(data)
        part.replace(path)


def describe(source: Source, recording: Recording, files: Mapping[str, bytes]) -> str:
    """Tell in one line what was made."""
    loudness = f"{measure_loudness(files['.mp3']):.1f} LUFS"
    sizes = ", ".join(f"{suffix} {len(data):,} bytes" for suffix, data in files.items())
    return f"{source.stem}: {clock(recording.duration)}, {loudness}, {sizes}"
