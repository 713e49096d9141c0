"""From the model to the feed's bytes: how long it takes, and how much memory at most."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from plugins.podcast.feed import render_documents
from plugins.podcast.items import Items
from plugins.podcast.model import Chapter, Enclosure, Episode, Person, Show, Transcript
from plugins.podcast.model.transcript import TranscriptFile
from plugins.podcast.notes.write import write_notes
from plugins.shared.images import Image
from plugins.shared.site import Site
from tools.bench.words import paragraphs

NOTES_BYTES = 3_000
_FIRST = datetime(2000, 1, 3, 7, 30, tzinfo=UTC)
_GUID = "4742f4c2-f9ef-519e-9f1f-105bbb16369c"
_ART = Image(path="/media/cover-8c9d0e1f.jpg", small="/media/cover-8c9d0e1f.jpg", width=1400,
             height=1400, length_bytes=90_000, type="image/jpeg", alt="A cover",
             source=Path("cover.jpg"))  # fmt: skip
_FORMS = ("vtt text/vtt", "srt application/x-subrip", "json application/json", "html text/html")


def measure(count: int) -> dict[str, float]:
    """Return seconds, bytes and the peak memory in MB of a feed of so many episodes.

    `notes_seconds` is what it took before to clean their notes and to write the two texts of each.
    """
    site = Site(name="Bench", address="https://example.org", language="en")
    show = _show()
    bare = list(_episodes(show, count))
    html = [paragraphs(number, NOTES_BYTES) for number in range(1, count + 1)]
    begun = time.perf_counter()
    episodes = [replace(e, notes=write_notes(h, e, site)) for e, h in zip(bare, html, strict=True)]
    notes_seconds = time.perf_counter() - begun
    del bare, html
    before = _peak()
    begun, busy = time.perf_counter(), time.process_time()
    documents = render_documents(show, episodes, Items(site))
    seconds, busy = time.perf_counter() - begun, time.process_time() - busy
    return {
        "episodes": count,
        "notes_seconds": round(notes_seconds, 3),
        "seconds": round(seconds, 3),
        "cpu_seconds": round(busy, 3),
        "megabytes": round(sum(len(chunk) for item in documents for chunk in item.chunks) / 1e6, 1),
        "model_peak_mb": before,
        "peak_mb": _peak(),
    }


def _peak() -> float:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 0)


def _show() -> Show:
    return Show(key="podcast", title="Bench", description="One a day.", language="en",
                author="Dave", categories=(("Business", "Careers"),), guid=_GUID, image=_ART,
                owner_email="dave@example.org", hosts=(Person(name="Dave"),))  # fmt: skip


def _episodes(show: Show, count: int) -> Iterator[Episode]:
    for number in range(1, count + 1):
        digest = f"{number:064x}"
        stem = f"/media/{number:05}-an-episode-{digest[-8:]}"
        yield Episode(
            show=show,
            guid=f"episode-{number}",
            title=f"An episode about calls, number {number}",
            path=f"/podcast/{number:05}/",
            published=_FIRST + timedelta(days=number),
            modified=None,
            enclosure=Enclosure(path=f"{stem}.mp3", length_bytes=900_000 + number, sha256=digest,
                                type="audio/mpeg", duration=timedelta(seconds=65)),
            number=number,
            season=1,
            summary=f"What to say on the telephone, part {number}.",
            persons=show.hosts,
            chapters=tuple(
                Chapter(start=timedelta(seconds=12 * n), title=f"Part {n + 1} of it")
                for n in range(5)
            ),
            chapters_path=f"{stem}.chapters.json",
            transcript=Transcript(
                language="en",
                cues=(),
                files=tuple(
                    TranscriptFile(path=f"{stem}.{form.split()[0]}", type=form.split()[1])
                    for form in _FORMS
                ),
                source=Path(f"{number}.vtt"),
            ),
            categories=("trust", "telephone"),
        )  # fmt: skip
