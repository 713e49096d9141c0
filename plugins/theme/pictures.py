"""The pictures in an author's text, offered to browsers in several widths and formats."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape
from itertools import groupby

from plugins.shared.images import Image

# The widest that a text is, in pixels: 65 characters of the largest letters.
_TEXT = 800
_REST = r"""(?:[^>"']|"[^"]*"|'[^']*')*"""
# What is a choice already, or no picture at all, is left alone.
_PICTURE = re.compile(
    rf"<!--.*?-->|<picture\b.*?</picture>|<img\b(?P<rest>{_REST})>", re.DOTALL | re.IGNORECASE
)
_SRC = re.compile(r"""\ssrc=(?P<quote>["'])(?P<src>.*?)(?P=quote)""", re.IGNORECASE)
_WIDTH = re.compile(r"""\swidth=["']?(?P<width>\d+)""", re.IGNORECASE)


def offer_variants(
    html: str, image_of: Callable[[str], Image | None], link: Callable[[str], str]
) -> str:
    """Put each picture that has variants into a `picture` element that names them.

    `image_of` knows a picture by its link, `link` gives the one of a path.
    """

    def offered(match: re.Match[str]) -> str:
        source = _SRC.search(match["rest"] or "")
        image = image_of(unescape(source["src"])) if source else None
        if image is None or not image.variants or " srcset=" in match["rest"]:
            return match[0]
        return f"<picture>{_sources(image, _sizes(match['rest']), link)}{match[0]}</picture>"

    return _PICTURE.sub(offered, html)


def _sizes(attributes: str) -> str:
    width = _WIDTH.search(attributes)
    widest = min(int(width["width"]), _TEXT) if width else _TEXT
    return f"(min-width: {widest + 48}px) {widest}px, 94vw"


def _sources(image: Image, sizes: str, link: Callable[[str], str]) -> str:
    found = ""
    for type_, variants in groupby(image.variants, lambda variant: variant.type):
        offers = ", ".join(f"{link(one.path)} {one.width}w" for one in variants)
        found += f'<source type="{type_}" sizes="{sizes}" srcset="{escape(offers)}">'
    return found
