"""Which files are an episode's sound: what its front matter names, else those with its stem."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.frontmatter.document import Document
from plugins.frontmatter.named import find_named
from plugins.podcast.audio.probe import MAIN_ENDINGS
from plugins.podcast.remote.address import is_remote
from plugins.shared.files import files_beside
from plugins.shared.run import Run


def find_audio(document: Document, run: Run) -> Path | str | None:
    """Return the recording: what `Audio:` names, else the file with the same stem."""
    given = document.text("audio")
    if is_remote(given):
        return given
    if given:
        return find_named(given, "audio", document, run)
    found = next(sounds_beside(document.path, MAIN_ENDINGS), None)
    if found is None:
        what = "no audio found."
        wanted = document.path.with_suffix(MAIN_ENDINGS[0]).name
        todo = f'Put {wanted} beside it, or set "Audio:" to a path or URL.'
        run.problems.error(document.where, what, todo, rule="audio-there")
    return found


def sounds_beside(source: Path, endings: Iterable[str]) -> Iterator[Path]:
    """Yield the file of each ending that has a source's stem; recorders write `.MP3` too."""
    found = (next(files_beside(source, (ending, ending.upper())), None) for ending in endings)
    return filter(None, found)
