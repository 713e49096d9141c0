"""The filters of templates: values in, words out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from plugins.shared.dates import day
from plugins.shared.durations import begun_second, clock, decimal_seconds, iso_duration, spoken
from plugins.shared.site import Site


def size(length_bytes: int) -> str:
    """Return a size in words, decimal units.

    >>> size(412_345), size(12_345_678), size(900)
    ('412 kB', '12.3 MB', '900 bytes')
    """
    if length_bytes < 1000:  # noqa: PLR2004 below a kilobyte
        return f"{length_bytes} bytes"
    if length_bytes < 999_500:  # noqa: PLR2004 below what would be rounded to 1000 kB
        return f"{length_bytes / 1000:.0f} kB"
    return f"{length_bytes / 1_000_000:.1f} MB"


def seconds(time: timedelta) -> int:
    """Return whole seconds, for `#t=`."""
    return int(time.total_seconds())


def page_path(output_file: str) -> str:
    """Return the site path of a file that is being written.

    >>> page_path("blog/x/index.html"), page_path("index.html"), page_path("404.html")
    ('/blog/x/', '/', '/404.html')
    """
    folder, _, name = output_file.rpartition("/")
    path = f"/{folder}/" if folder else "/"
    return path if name == "index.html" else path + name


# Languages that are written from right to left, unless a script is named (CLDR, characterOrder).
_NAMES_FROM_RIGHT = "ar arc ckb dv fa he iw ks nqo ps sd syr ug ur yi"
_FROM_RIGHT = frozenset(_NAMES_FROM_RIGHT.split())
_SCRIPTS_FROM_RIGHT = {"adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"}
_SCRIPT_LETTERS = 4


def direction(language: str) -> str:
    """Return in which direction a language is written, as HTML's `dir` says it.

    >>> direction("ar-EG"), direction("en"), direction("az-Arab"), direction("ur-Latn")
    ('rtl', 'ltr', 'rtl', 'ltr')
    """
    name, *subtags = language.lower().split("-")
    scripts = {subtag for subtag in subtags if len(subtag) == _SCRIPT_LETTERS and subtag.isalpha()}
    is_from_right = scripts & _SCRIPTS_FROM_RIGHT if scripts else name in _FROM_RIGHT
    return "rtl" if is_from_right else "ltr"


def filters(site: Site) -> dict[str, Callable[..., object]]:
    """Return all filters by name."""
    return {
        "link": site.link,
        "absolute": site.absolute,
        "media": site.media,
        "page_path": page_path,
        "duration": clock,
        "spoken_duration": spoken,
        "isoduration": iso_duration,
        "seconds": seconds,
        "exact_seconds": decimal_seconds,
        "begun_second": begun_second,
        "size": size,
        "direction": direction,
        "day": day,
        "iso": lambda instant: instant.isoformat(timespec="seconds"),
    }
