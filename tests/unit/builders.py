"""Valid values with one thing said: what a test does not name does not matter to it."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unicodedata import normalize

from PIL import Image as Pillow

from plugins.entries.collections import Collection
from plugins.entries.model import Entry, Kind, Label
from plugins.identity.pages import PageCandidate
from plugins.identity.promises import Promise, Sound
from plugins.identity.recognise import Candidate
from plugins.podcast.audio.probe import Measured
from plugins.podcast.feed import Part, render_documents
from plugins.podcast.items import Items
from plugins.podcast.model import Chapter, Enclosure, Episode, Show
from plugins.podcast.notes.write import write_notes
from plugins.shared.images import Image
from plugins.shared.media import Media
from plugins.shared.run import Run
from plugins.shared.site import Site

DATA = Path(__file__).parents[1] / "data"
ADDRESS = "https://example.org"
DATE = datetime(2026, 3, 12, 7, 30, tzinfo=UTC)
SHOW_GUID = "4742f4c2-f9ef-519e-9f1f-105bbb16369c"


Spell = Callable[[str], str]


def composed(text: str) -> str:
    """Text in which an `é` is one character, as most systems write it."""
    return normalize("NFC", text)


def decomposed(text: str) -> str:
    """Text in which an `é` is two characters, as a Mac writes it."""
    return normalize("NFD", text)


SPELLINGS: tuple[tuple[Spell, Spell], ...] = ((composed, decomposed), (decomposed, composed))


def make_site(**said: Any) -> Site:
    return replace(Site(name="Phone Notes", address=ADDRESS, language="en"), **said)


def make_run(folder: Path, **said: Any) -> Run:
    """A run over `folder/content`, which is made."""
    content = folder / "content"
    content.mkdir(exist_ok=True)
    run = Run(
        site=make_site(),
        content=content,
        theme=folder / "theme",
        cache=folder / "cache",
        now=datetime(2026, 6, 1, tzinfo=UTC),
        zone=UTC,
        is_preview=False,
        is_strict=False,
        media=Media(folder / "cache"),
        markdown={"extensions": ["markdown.extensions.extra"]},
    )
    return replace(run, **said)


def messages(run: Run) -> list[str]:
    """What the author is told, with paths from the content folder on."""
    return [str(problem).replace(f"{run.where(run.content)}/", "") for problem in run.problems]


def make_image(**said: Any) -> Image:
    image = Image(
        path="/media/cover-8c9d0e1f.jpg",
        small="/media/cover-640-4e5f6a7b.webp",
        width=1400,
        height=1400,
        length_bytes=90_000,
        type="image/jpeg",
        alt="A cover",
        source=Path("content/images/cover.jpg"),
    )
    return replace(image, **said)


def picture(
    width: int = 800, height: int = 600, kind: str = "JPEG", *, mode: str = "RGB", **options: Any
) -> bytes:
    """Bytes of a picture of one colour."""
    buffer = io.BytesIO()
    colour = (60,) * len(Pillow.new(mode, (1, 1)).getbands())
    found = Pillow.new(mode, (width, height), colour)
    if mode == "P":
        found.putpalette([level for level in range(256) for _ in "RGB"])
    found.save(buffer, kind, **options)
    return buffer.getvalue()


def moving(kind: str, width: int = 80, height: int = 60) -> bytes:
    """Bytes of two pictures, one after the other."""
    buffer = io.BytesIO()
    first, second = (Pillow.new("RGB", (width, height), colour) for colour in ("red", "blue"))
    first.save(buffer, kind, save_all=True, append_images=[second])
    return buffer.getvalue()


def placed() -> Pillow.Exif:
    """What a telephone writes about where it was."""
    exif = Pillow.Exif()
    exif[0x010F] = "A telephone"
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 0.0), 3: "W", 4: (0.0, 7.0, 0.0)})
    return exif


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def make_label(name: str) -> Label:
    slug = name.lower().replace(" ", "-")
    return Label(name=name, slug=slug, path=f"/people/{slug}/")


def make_entry(**said: Any) -> Entry:
    entry = Entry(
        kind=Kind.POST,
        source="content/posts/listen.md",
        title="Listen first",
        path="/blog/listen/",
        slug="listen",
        date=DATE,
        modified=None,
        lang="en",
        summary="Why the ear comes first.",
        html="<p>Two ears.</p>",
        text="Two ears.",
    )
    return replace(entry, **said)


def make_numbered(number: int, **said: Any) -> Entry:
    """An entry whose path and date say the same number."""
    path = f"/blog/{number:03}/"
    return make_entry(path=path, source=path, date=DATE + timedelta(days=number), **said)


def make_collection(*entries: Entry, **said: Any) -> Collection:
    collection = Collection(
        kind="tag", slug="trust", path="/tags/trust/", title="Trust", entries=entries
    )
    return replace(collection, **said)


def make_show(**said: Any) -> Show:
    show = Show(
        key="podcast",
        title="The Daily Dave",
        description="One call a day.",
        language="en",
        author="Dave",
        categories=(("Business", "Careers"),),
        guid=SHOW_GUID,
        image=make_image(),
    )
    return replace(show, **said)


def make_enclosure(**said: Any) -> Enclosure:
    enclosure = Enclosure(
        path="/media/075-calls-12345678.mp3",
        length_bytes=412_345,
        sha256="12345678" * 8,
        type="audio/mpeg",
        duration=timedelta(seconds=65),
    )
    return replace(enclosure, **said)


def make_measured(**said: Any) -> Measured:
    measured = Measured(
        length_bytes=412_345,
        sha256="12345678" * 8,
        type="audio/mpeg",
        duration=timedelta(seconds=65),
        bitrate=64_000,
        codecs="",
        chapters=(),
    )
    return replace(measured, **said)


def make_chapter(seconds: float, title: str, url: str = "") -> Chapter:
    return Chapter(start=timedelta(seconds=seconds), title=title, url=url)


def make_episode(notes: str = "", **said: Any) -> Episode:
    """`notes` are the HTML that the two texts for apps are made of."""
    episode = Episode(
        show=make_show(),
        guid="episode-guid",
        title="Unwanted callers",
        path="/podcast/calls/",
        published=DATE,
        modified=None,
        enclosure=make_enclosure(),
    )
    episode = replace(episode, **said)
    return replace(episode, notes=write_notes(notes, episode, make_site()))


def render_feed(show: Show, episodes: Sequence[Episode], part: Part | None = None) -> bytes:
    """Return the document with the newest episodes."""
    return render_documents(show, episodes, Items(make_site()), part)[-1].content


def make_sound(digest: str = "aa", **said: Any) -> Sound:
    sound = Sound(
        path=f"/media/075-calls-{digest}.mp3",
        bytes=412_345,
        type="audio/mpeg",
        sha256=digest,
        duration=65.25,
    )
    return replace(sound, **said)


def make_candidate(name: str = "075-calls", **said: Any) -> Candidate:
    candidate = Candidate(
        key=f"episodes/{name}",
        name=name,
        where=f"content/episodes/{name}.md",
        guid="",
        fallback_guid=f"made-of-{name}",
        published="2026-03-12T07:30:00Z",
        page=f"/podcast/{name}/",
        source_sha256=f"text-of-{name}",
    )
    return replace(candidate, **said)


def make_promise(name: str = "075-calls", **said: Any) -> Promise:
    promise = Promise(
        guid=f"made-of-{name}",
        published="2026-03-12T07:30:00Z",
        page=f"/podcast/{name}/",
        source_sha256=f"text-of-{name}",
    )
    return replace(promise, **said)


def make_page(path: str = "/tags/trust/", **said: Any) -> PageCandidate:
    name = path.strip("/").rpartition("/")[2]
    page = PageCandidate(path=path, name=name, where=f"the page {name!r}", source="")
    return replace(page, **said)
