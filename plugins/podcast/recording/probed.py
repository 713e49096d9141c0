"""A recording of an episode, measured once for its bytes, with all that is to be told of it."""

from __future__ import annotations

from pathlib import Path

from plugins.frontmatter.document import Document
from plugins.podcast.audio.faults import AudioError
from plugins.podcast.audio.known import probe_once
from plugins.podcast.audio.probe import Measured
from plugins.shared.problems import split_sentence
from plugins.shared.run import Run


def probed_file(audio: Path, document: Document, run: Run) -> Measured | None:
    """Return what a file is; nothing if it cannot be published, which is told."""
    try:
        measured = probe_once(audio, run.cache)
    except AudioError as error:
        what, todo = split_sentence(error)
        run.problems.error(run.where(audio), what, todo, rule=error.rule)
    except OSError as error:
        what = f"the audio of {document.path.name} cannot be read ({error.strerror})."
        todo = "Look at its permissions."
        run.problems.error(run.where(audio), what, todo, rule="file-readable")
    else:
        for caveat in measured.caveats:
            run.problems.warning(run.where(audio), caveat.what, caveat.todo, rule=caveat.rule)
        return measured
    return None
