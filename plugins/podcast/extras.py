"""What an author wrote beside the sound, read into `Extras`; pictures among it are published."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from plugins.frontmatter.named import check_named
from plugins.podcast.model import Extras, SocialInteract, Value
from plugins.podcast.values.money import read_funding, read_value
from plugins.podcast.values.others import read_chat, read_social, read_text
from plugins.podcast.values.pictures import check_thumbnail, read_picture
from plugins.podcast.values.places import read_license, read_location
from plugins.shared.durations import clock
from plugins.shared.images import Image
from plugins.shared.run import Run

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The lines of one show or episode by key; `locate` finds the file that a path means.

    `tell` takes the fault of a key.
    """

    lines: Mapping[str, Sequence[str]]
    locate: Callable[[str], Path]
    tell: Callable[[str, ValueError], None]

    def all(self, key: str, read: Callable[[str], T]) -> tuple[T, ...]:
        """Read all lines of a key; a fault is told, and its line left out."""
        found = []
        for line in self.lines.get(key, ()):
            try:
                found.append(read(line))
            except ValueError as error:
                self.tell(key, error)
        return tuple(found)

    def one(self, key: str, read: Callable[[str], T]) -> T | None:
        """Read the one line of a key, if it is there."""
        return next(iter(self.all(key, read)), None)

    def value(self, duration: timedelta | None) -> Value | None:
        """Read who gets what; splits end with the audio at the latest."""
        given = (self.lines.get(key, ()) for key in ("value", "value_split", "value_method"))
        lines, splits, method = given
        try:
            value = read_value(lines, splits, " ".join(method))
        except ValueError as error:
            self.tell("value" if lines else "value_split", error)
            return None
        for split in value.splits if value and duration else ():
            end = split.start + split.duration
            if duration and end > duration:
                what = f"it ends at {clock(end)}, but the audio at {clock(duration)}."
                self.tell("value_split", ValueError(f"{what} Correct its start or length."))
        return value

    def social(self) -> tuple[SocialInteract, ...]:
        """Read where the comments are; that there are none is said alone."""
        found = self.all("social", read_social)
        if len(found) > 1 and any(post.protocol == "disabled" for post in found):
            self.tell("social", ValueError("comments are disabled, and have a place. Keep one."))
            return ()
        return found


def read_extras(written: Written, run: Run, duration: timedelta | None = None) -> Extras:
    """Read what is common to shows and episodes; only these have a duration."""

    def publish(path: str, alt: str) -> Image:
        return _publish(written.locate(path), path, alt, run)

    def thumbnail(path: str) -> Image:
        image = publish(path, "")
        check_thumbnail(image)
        return image

    return Extras(
        locations=written.all("location", read_location),
        license=written.one("license", read_license),
        funding=written.all("funding", read_funding),
        value=written.value(duration),
        texts=written.all("txt", read_text),
        pictures=written.all("images", lambda line: read_picture(line, publish)),
        chat=written.one("chat", read_chat),
        social=written.social(),
        thumbnail=written.one("thumbnail", thumbnail),
    )


def _publish(file: Path, path: str, alt: str, run: Run) -> Image:
    check_named(file, path, run.content)
    return run.media.add_image(file, alt)
