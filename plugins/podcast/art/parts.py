"""The picture of a part of a show: a tag, a series, a season or a person with a feed."""

from __future__ import annotations

from plugins.podcast.art.cover import draw_cover
from plugins.podcast.art.judge import refuse
from plugins.podcast.art.lettering import find_words
from plugins.podcast.art.mend import fit_art, look
from plugins.podcast.model import Show
from plugins.shared.images import Image
from plugins.shared.pictures.colours import DAMAGED
from plugins.shared.run import Run


def part_cover(own: Image | None, show: Show, title: str, run: Run) -> Image:
    """Publish and return the picture that the feed of a part names.

    It is the part's own picture if that can be art, else a cover with its title; where the font
    lacks a letter of the title, it is the cover of the show.
    """
    if own is not None and _is_art_of_its_own(own, show, run):
        return fit_art(own.source, own.alt, run, run.where(own.source)) or show.image
    words, name = find_words(title), find_words(show.title)
    if not words:
        return show.image
    try:
        cover = draw_cover(show.image.source, words, name, run.cache)
    except DAMAGED:  # the cover of the show is no picture, which is told already
        return show.image
    return run.media.add_plain(cover, f"{show.key}-{title}", f"{show.title}: {title}")


def _is_art_of_its_own(own: Image, show: Show, run: Run) -> bool:
    """Say whether a picture can be art; the show's cover, which pages lend a season, is not."""
    return own.source != show.image.source and refuse(look(own.source, run.media)) is None
