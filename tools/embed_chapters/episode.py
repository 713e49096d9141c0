"""The episode that is meant: its source, its chapters, its audio, and whether that is promised."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from unicodedata import normalize

from plugins.entries.resolve import MARKDOWN
from plugins.frontmatter.document import Document, read_document
from plugins.frontmatter.keys import Folder
from plugins.identity.site import key_of
from plugins.identity.text import LedgerError, parse_ledger
from plugins.podcast.audio.probe import ALTERNATE_ENDINGS, MAIN_ENDINGS, probe
from plugins.podcast.chapters.sources import find_written
from plugins.podcast.model import Chapter
from plugins.podcast.recording.found import find_audio, sounds_beside
from plugins.shared.files import sha256_of
from plugins.shared.media import Media
from plugins.shared.nearest import did_you_mean
from plugins.shared.run import Run
from plugins.shared.site import Site
from tools.shared.errors import ContentError, RefusedError, ToolError
from tools.shared.paths import CACHE, show


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An episode whose chapters were written.

    `files` are its audio, the main one first; `media` has the pictures of its chapters.
    """

    source: Path
    files: tuple[Path, ...]
    chapters: tuple[Chapter, ...]
    media: Media


def find_episode(name: str, content: Path) -> Path:
    """Return the source of the episode with this stem, or this path."""
    folder = content / "episodes"
    sources = sorted(path for path in folder.rglob("*") if path.suffix in MARKDOWN)
    stem = Path(name).stem if Path(name).suffix in MARKDOWN else Path(name).name
    found = [path for path in sources if normalize("NFC", path.stem) == normalize("NFC", stem)]
    if len(found) > 1:
        names = " and ".join(show(path) for path in found)
        raise ToolError(f"EPISODE={name}: {names} have that name. Rename one of them.")
    if not found:
        hint = did_you_mean(stem, [path.stem for path in sources])
        todo = hint or f"Name a Markdown file of {show(folder)} without its ending."
        raise ToolError(f"EPISODE={name}: there is no such episode. {todo}")
    return found[0]


def read_episode(source: Path, content: Path) -> Target:
    """Return the episode with its chapters, or raise with all that is wrong with them."""
    run = _run(content)
    document = read_document(source, Folder.EPISODES, run.where(source), zone=UTC)
    if not document.body:
        run.problems.add_all(document.problems)
    audio = find_audio(document, run)
    chapters = _chapters(document, audio, run)
    if run.problems.errors:
        raise ContentError("\n".join(str(problem) for problem in run.problems))
    if isinstance(audio, str):
        raise ContentError(f"{document.where}: its audio is on another host. Embed them there.")
    if audio is None or not chapters:
        raise ContentError(
            f"{document.where}: it has no chapters to embed. "
            "Write a list of them in the notes, or a file beside them."
        )
    files = (audio, *_alternates(source, audio))
    return Target(source=source, files=files, chapters=chapters, media=run.media)


def _run(content: Path) -> Run:
    return Run(
        site=Site(name="", address="", language="en"),
        content=content,
        theme=content,
        cache=CACHE,
        now=datetime.fromtimestamp(0, UTC),
        zone=UTC,
        is_preview=True,
        is_strict=False,
        media=Media(CACHE),
        markdown={},
    )


def _chapters(document: Document, audio: Path | str | None, run: Run) -> tuple[Chapter, ...]:
    if not isinstance(audio, Path):
        return ()
    try:
        duration = probe(audio).duration
    except (ValueError, OSError) as error:
        raise ContentError(f"{show(audio)}: {error}") from error
    return find_written(document, duration, run) or ()


def _alternates(source: Path, audio: Path) -> Iterator[Path]:
    beside = sounds_beside(source, (*MAIN_ENDINGS, *ALTERNATE_ENDINGS))
    return (file for file in beside if not file.samefile(audio))


def refuse_published(
    target: Target, content: Path, ledger: Path, accepted: tuple[str, ...]
) -> None:
    """Raise if the world has got this audio, unless the author named the episode."""
    key = key_of(target.source, content)
    name = key.rpartition("/")[2]
    if {name, key} & {*accepted} or not ledger.is_file():
        return
    try:
        promises = parse_ledger(ledger.read_text(encoding="utf-8"))
    except (LedgerError, UnicodeDecodeError) as error:
        raise ContentError(f"{show(ledger)}: {error}") from error
    mine = promises.entries.get(key)
    digests = {sha256_of(path) for path in target.files}
    is_promised = mine is not None and mine.sound is not None
    if is_promised or digests & promises.published_audio():
        raise RefusedError(
            f"{show(target.files[0])}: this audio was published, and who has it keeps it. "
            f"Leave it as it is, or allow the change with ACCEPT={name}, here and in make publish."
        )
