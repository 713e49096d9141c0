"""Further pictures of a show or an episode: `podcast:image`, and one of 16:9 for video places."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import gcd
from pathlib import Path

from plugins.podcast.model import Picture
from plugins.podcast.values.line import choice, parse_line, web_address, whole_number
from plugins.podcast.values.others import PURPOSES
from plugins.shared.images import Image

_RATIO = re.compile(r"\d+(?:\.\d+)?/\d+(?:\.\d+)?")
_REMOTE = ("https://", "http://")
WIDE, HIGH, SLACK = 16, 9, 0.01


def read_picture(text: str, publish: Callable[[str, str], Image]) -> Picture:
    """Return a picture: `images/wide.jpg alt="A desk" purpose=banner`.

    A file is measured and published by `publish(path, alt)`; of one on another host nothing is
    known but what its author says (`aspect-ratio=16/9 width=1920 type=image/jpeg`).
    """
    line = parse_line(text, ("alt", "aspect-ratio", "width", "height", "type", "purpose"))
    purpose = " ".join(choice(word, PURPOSES) for word in line.pair("purpose").split())
    if not line.words.startswith(_REMOTE):
        image = publish(line.words, line.pair("alt"))
        return Picture(
            path=image.path,
            alt=image.alt,
            aspect_ratio=aspect_ratio(image.width, image.height),
            width=image.width,
            height=image.height,
            type=image.type,
            purpose=purpose,
        )
    ratio = line.pair("aspect-ratio")
    if ratio and not _RATIO.fullmatch(ratio):
        raise ValueError(f"aspect-ratio={ratio} is none. Write e.g. aspect-ratio=16/9.")
    sizes = {
        name: whole_number(line.pair(name), name) for name in ("width", "height") if line.pair(name)
    }
    return Picture(
        path=web_address(line.words),
        alt=line.pair("alt"),
        aspect_ratio=ratio,
        width=sizes.get("width"),
        height=sizes.get("height"),
        type=line.pair("type"),
        purpose=purpose,
    )


def aspect_ratio(width: int, height: int) -> str:
    """Return width and height as CSS says their ratio.

    >>> aspect_ratio(1920, 1080), aspect_ratio(1400, 1400)
    ('16/9', '1/1')
    """
    divisor = gcd(width, height) or 1
    return f"{width // divisor}/{height // divisor}"


def check_thumbnail(image: Image) -> None:
    """Raise ValueError unless a picture is as wide as video places want it."""
    if abs(image.width / max(image.height, 1) - WIDE / HIGH) > SLACK:
        name = Path(image.source).name
        raise ValueError(
            f"{name} is {image.width}×{image.height}, not 16:9. Make it e.g. 1920×1080."
        )
