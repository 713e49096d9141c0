"""Slugs: the last part of an address, from a file's name or as an author gives it."""

from __future__ import annotations

import re
import unicodedata

from unidecode import unidecode

_LEADING_DATE = re.compile(r"\d{4}-\d{2}-\d{2}[-_ ]+(?=.)")
_LEADING_NUMBER = re.compile(r"(?!\d{4}-\d{2}-\d{2}$)\d+[-_. ]+(?=.)")
_LANGUAGE_END = re.compile(r"\.[a-z]{2}(?:-[a-z]{2})?$")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_SLUG = re.compile(r"[a-z0-9]+(?:[-_.~][a-z0-9]+)*")


def slugify(text: str) -> str:
    """Return lower-case ASCII words joined by hyphens; empty if nothing can be kept.

    >>> slugify("Ein Café, zwei Kunden!"), slugify("🎉")
    ('ein-cafe-zwei-kunden', '')
    """
    plain = unidecode(unicodedata.normalize("NFKC", text)).lower().replace("'", "")
    return _NOT_SLUG.sub("-", plain).strip("-")


def slug_from_stem(stem: str) -> str:
    """Return the slug of a file's stem: without its leading date or number and its language.

    >>> slug_from_stem("075-unwanted-callers"), slug_from_stem("2026-02-05-the-contact-list")
    ('unwanted-callers', 'the-contact-list')
    >>> slug_from_stem("trust.es"), slug_from_stem("7-habits"), slug_from_stem("2026")
    ('trust', 'habits', '2026')
    """
    stem = _LANGUAGE_END.sub("", stem)
    leading = _LEADING_DATE.match(stem) or _LEADING_NUMBER.match(stem)
    return slugify(stem[leading.end() :] if leading else stem)


def is_slug(text: str) -> bool:
    """Say whether a text can be an address's part as it is.

    >>> is_slug("c-sharp"), is_slug("../x"), is_slug("Über"), is_slug("")
    (True, False, False, False)
    """
    return _SLUG.fullmatch(text) is not None
