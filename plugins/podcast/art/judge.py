"""Holds art against what directories take: what is wrong with it, and what can be mended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plugins.shared.images import Measured

SMALLEST, LARGEST = 1400, 3000  # Apple, artwork requirements
ENDINGS = {"image/jpeg": (".jpg", ".jpeg"), "image/png": (".png",)}
HEAVY = 512 * 1024
# Pillow's names of what is RGB already, or told as an alpha channel.
_PLAIN_MODES = {"RGB", "RGBA", "LA", "PA"}
_COLOURS = {
    "L": "has no colours but greys, where directories want RGB.",
    "1": "has no colours but black and white, where directories want RGB.",
    "P": "has the colours of a palette, where directories want RGB.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A picture for a feed as it was found: the ending of its name, its bytes, what it is."""

    ending: str
    length_bytes: int
    measured: Measured

    @property
    def kind(self) -> str:
        """Its type as people call it: `JPEG`, `WEBP`."""
        return self.measured.type.partition("/")[2].partition("+")[0].upper()

    @property
    def size(self) -> str:
        return f"{self.measured.width}×{self.measured.height}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is not as directories want it, as the end of a sentence that begins with its name.

    `todo` says what the author does about it; `done` what the engine did, if it could.
    """

    rule: str
    what: str
    todo: str
    done: str = ""


def refuse(art: Looked) -> Finding | None:
    """Return the first thing that only the author can mend."""
    return next((fault for find in _REFUSED if (fault := find(art))), None)


def find_mends(art: Looked) -> tuple[Finding, ...]:
    """Return all that is mended in a copy."""
    return tuple(_mends(art))


def needs_pixels(findings: tuple[Finding, ...]) -> bool:
    """Say whether a mend changes the picture, and not only its name."""
    return any(finding.rule != "art-ending" for finding in findings)


def find_weight(art: Looked) -> Finding | None:
    """Return a warning if apps load more than they need to."""
    if art.length_bytes <= HEAVY:
        return None
    what = f"has {art.length_bytes / 1_000_000:.1f} MB, which every app loads for every listener."
    return Finding(rule="art-heavy", what=what, todo="Save it as a JPEG of at most 512 kB.")


def _refuse_drawing(art: Looked) -> Finding | None:
    if art.measured.width:
        return None
    what = f"is a drawing ({art.kind}), which podcast apps do not show."
    return Finding(rule="art-type", what=what, todo="Export it as a JPEG, 3000 pixels wide.")


def _refuse_moving(art: Looked) -> Finding | None:
    if not art.measured.is_animated:
        return None
    return Finding(rule="art-still", what="moves.", todo="Save one picture of it as JPEG.")


def _refuse_shape(art: Looked) -> Finding | None:
    if art.measured.width == art.measured.height:
        return None
    return Finding(
        rule="art-square", what=f"is {art.size}, not square.", todo="Crop it to a square."
    )


def _refuse_small(art: Looked) -> Finding | None:
    if art.measured.width >= SMALLEST:
        return None
    todo = f"Make it {SMALLEST} to {LARGEST} pixels wide."
    return Finding(rule="art-small", what=f"is {art.size}, which is too small.", todo=todo)


_REFUSED: tuple[Callable[[Looked], Finding | None], ...] = (
    _refuse_drawing,
    _refuse_moving,
    _refuse_shape,
    _refuse_small,
)


def _mends(art: Looked) -> Iterator[Finding]:
    """Yield each mend: whether it is needed, what was found, what was done, how to save it."""
    seen = art.measured
    is_right = seen.type in ENDINGS
    of_print = f"has the colours {seen.mode}, which apps show wrong or not at all."
    is_told_otherwise = seen.has_alpha or seen.is_deep
    has_other_colours = seen.mode not in _PLAIN_MODES and not is_told_otherwise
    table = (
        ("art-large", seen.width > LARGEST, f"is {art.size}, which is too large.",
         f"A copy of {LARGEST}×{LARGEST} is published.", f"at most {LARGEST} pixels wide"),
        ("art-type", not is_right, f"is really {art.kind}, which directories do not take.",
         "A copy as JPEG is published.", "as JPEG or PNG"),
        ("art-ending", is_right and art.ending not in ENDINGS[seen.type],
         f"is really {art.kind}.",
         f"It is published with the ending {ENDINGS.get(seen.type, ('',))[0]}.",
         "with the ending to match"),
        ("art-colours", is_right and has_other_colours,
         _COLOURS.get(seen.mode, of_print),
         "A copy in RGB is published.", "in RGB"),
        ("art-alpha", seen.has_alpha, "has an alpha channel, which directories do not take.",
         "A copy on white is published.", "without transparency"),
        ("art-depth", seen.is_deep, "has 16 bits for each colour, which apps may not show.",
         "A copy with 8 bits is published.", "with 8 bits"),
        ("art-profile", seen.has_profile, "has a colour profile of its own, which apps ignore.",
         "A copy in sRGB is published.", "in sRGB"),
        ("art-upright", seen.is_turned, "is stored turned, which apps may not notice.",
         "An upright copy is published.", "upright"),
    )  # fmt: skip
    for rule, is_needed, what, done, how in table:
        if is_needed:
            todo = f"Save it {how} to have it as you want it."
            yield Finding(rule=rule, what=what, done=done, todo=todo)
