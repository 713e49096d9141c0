from __future__ import annotations

from dataclasses import replace

import pytest

from plugins.shared.images import Image, Variant
from plugins.theme.pictures import offer_variants
from tests.unit.builders import make_image

DESK = make_image(
    path="/media/desk-1.jpg",
    variants=(
        Variant(path="/media/desk-320-2.avif", width=320, type="image/avif"),
        Variant(path="/media/desk-640-3.avif", width=640, type="image/avif"),
        Variant(path="/media/desk-640-4.webp", width=640, type="image/webp"),
    ),
)
SIZES = "(min-width: 848px) 800px, 94vw"


def offer(html: str, image: Image = DESK) -> str:
    return offer_variants(html, {"/media/desk-1.jpg": image}.get, lambda path: f"/sub{path}")


def picture(img: str, sizes: str = SIZES) -> str:
    return (
        f'<picture><source type="image/avif" sizes="{sizes}" srcset="/sub/media/desk-320-2.avif '
        f'320w, /sub/media/desk-640-3.avif 640w"><source type="image/webp" sizes="{sizes}" '
        f'srcset="/sub/media/desk-640-4.webp 640w">{img}</picture>'
    )


@pytest.mark.parametrize(
    ("img", "sizes"),
    [
        ('<img alt="a > b" src="/media/desk-1.jpg">', SIZES),
        ("<img src='/media/desk-1.jpg'>", SIZES),
        ('<img src="/media/desk-1.jpg" width="1600" height="900">', SIZES),
        ('<img src="/media/desk-1.jpg" width="200">', "(min-width: 248px) 200px, 94vw"),
    ],
)
def test_a_picture_of_the_site_is_offered_in_all_its_variants(img: str, sizes: str) -> None:
    assert offer(f"<p>One {img} two</p>") == f"<p>One {picture(img, sizes)} two</p>"


@pytest.mark.parametrize(
    "html",
    [
        '<img src="/media/other.jpg">',
        "<img>",
        '<img src="/media/desk-1.jpg" srcset="/media/desk-2.jpg 2x">',
        '<picture><source srcset="/x.webp"><img src="/media/desk-1.jpg"></picture>',
        '<!-- <img src="/media/desk-1.jpg"> -->',
        "<pre>&lt;img src=&quot;/media/desk-1.jpg&quot;&gt;</pre>",
        "<p>imagine</p>",
    ],
)
def test_what_is_no_picture_of_the_site_or_a_choice_already_is_left_alone(html: str) -> None:
    assert offer(html) == html


def test_a_picture_without_variants_is_left_alone() -> None:
    html = '<img src="/media/desk-1.jpg">'

    assert offer(html, replace(DESK, variants=())) == html
