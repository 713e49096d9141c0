"""Who makes pictures: other versions of these libraries may write other bytes."""

from __future__ import annotations

import PIL
from PIL import features

_LIBRARIES = ("jpg", "webp", "avif", "littlecms2", "freetype2")
MAKER = "-".join(
    [f"pillow{PIL.__version__}"]
    + [f"{name}{version}" for name in _LIBRARIES if (version := features.version(name))]
)
