"""The two weights of the title's typeface, Bricolage Grotesque, loaded at any size.

The font files hold the Latin letters only, and their kerning in the old table, the one that
Pillow's basic layout reads.
"""

from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FOLDER = Path(__file__).parent / "fonts"
PROOF = 1000
FACES = {"title": "bricolage-grotesque-800.ttf", "text": "bricolage-grotesque-600.ttf"}


@cache
def load(face: str, pixels: float) -> ImageFont.FreeTypeFont:
    """Load a face; every build of Pillow has the basic layout."""
    return ImageFont.truetype(FOLDER / FACES[face], pixels, layout_engine=ImageFont.Layout.BASIC)


def fit(text: str, width: float, face: str = "title") -> tuple[float, float]:
    """Give the size at which the ink of a line is just so wide, and how far in the ink starts."""
    font = load(face, PROOF)
    proof = Image.new("L", (round(font.getlength(text)) + PROOF, 2 * PROOF))
    ImageDraw.Draw(proof).text((0, 0), text, font=font, fill=255)
    left, _, right, _ = proof.getbbox() or (0, 0, 1, 1)
    size = width * PROOF / (right - left)
    return size, left * size / PROOF
