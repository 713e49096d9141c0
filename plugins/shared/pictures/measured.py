"""What was measured of a picture, remembered for its bytes: a PNG must be read whole for it."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from plugins.shared.files import sha256_of
from plugins.shared.images import Measured, measure_image
from plugins.shared.kept import Kept
from plugins.shared.pictures.maker import MAKER

_KEY = f"measured-1-{MAKER}"


def measure_once(source: Path, kept: Kept) -> Measured:
    """Look at a picture, or remember what was seen.

    Raises:
        ValueError: if it cannot be read as one, with a whole sentence.
    """
    if source.suffix.lower() == ".svg":
        return measure_image(source)
    try:
        key = f"{_KEY}/{sha256_of(source)}"
    except OSError as error:
        raise ValueError(
            f"it cannot be read ({error.strerror}). Look at its permissions."
        ) from error
    measured = kept.recall(key, ".json", lambda text: Measured(**json.loads(text)))
    if measured is None:
        measured = measure_image(source)
        kept.remember(key, ".json", json.dumps(asdict(measured)).encode())
    return measured
