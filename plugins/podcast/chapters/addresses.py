"""Where a chapter's link and picture lead: judged, found in the content, made absolute for apps."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from plugins.frontmatter.document import Document
from plugins.frontmatter.named import named_file
from plugins.podcast.art.judge import ENDINGS as ART_TYPES
from plugins.podcast.chapters.rows import ChapterRow, Fault
from plugins.podcast.model import Chapter
from plugins.shared.files import is_file, is_inside
from plugins.shared.images import Image
from plugins.shared.problems import Severity, split_sentence
from plugins.shared.run import Run
from plugins.shared.site import Site

# Target, source and a function that finds the line, as `LinkResolver.resolve` takes them.
Resolve = Callable[[str, Path, Callable[[str], int | None]], str | None]

_SCHEME = re.compile(r"(?P<scheme>[a-zA-Z][a-zA-Z0-9+.-]*):|//")
_SAFE = "/:@!$&'()*+,;=~-._%?#[]"


def no_link(_target: str, _source: Path, _line_of: Callable[[str], int | None]) -> str | None:
    """Leave out links within the site, where there is no site to find them in."""
    return None


def find_url(
    row: ChapterRow, source: Path, document: Document, resolve: Resolve
) -> tuple[str, tuple[Fault, ...]]:
    """Return a row's link: an address on the web as it is, one within the site from its root."""
    target = row.url
    scheme = _SCHEME.match(target)
    if scheme:
        return _foreign(row, target)
    if target.startswith("#"):
        target, source = quote(document.path.name) + target, document.path
    return resolve(target, source, lambda _: row.line) or "" if target else "", ()


def _foreign(row: ChapterRow, target: str) -> tuple[str, tuple[Fault, ...]]:
    if not _is_address(target, {"https", "http"}):
        what = f"the chapter's link {target!r} is no address on the web."
        todo = "Write one that begins with https://."
        return "", (Fault(line=row.line, what=what, todo=todo, rule="chapter-link"),)
    url = quote(target, safe=_SAFE)
    if _is_address(target, {"https"}):
        return url, ()
    what = f"the chapter's link {target!r} is not https, so apps do not get it."
    rule, severity = "chapter-link", Severity.WARNING
    todo = "Write https:// if it answers there."
    return url, (Fault(line=row.line, what=what, todo=todo, rule=rule, severity=severity),)


def _is_address(text: str, schemes: set[str]) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme.lower() in schemes and bool(parts.hostname)
    except ValueError:  # a bracket of an IPv6 address that does not close
        return False


def find_picture(
    row: ChapterRow, document: Document, run: Run
) -> tuple[str, Image | None, tuple[Fault, ...]]:
    """Return where a row's picture will be, and the picture if it is a file of the content."""
    if not row.image:
        return "", None, ()
    if _SCHEME.match(row.image):
        if _is_address(row.image, {"https"}):
            return quote(row.image, safe=_SAFE), None, ()
        what = f"the chapter's picture {row.image!r} is no https address."
        return "", None, (_wrong(row, what, "Put the file beside the episode, or use https."),)
    file = named_file(unquote(row.image), document, run.content)
    found = _published(file, run)
    if isinstance(found, Image):
        return found.path, found, ()
    what, todo = found
    return "", None, (_wrong(row, f"the chapter's picture {row.image!r} {what}", todo),)


def _wrong(row: ChapterRow, what: str, todo: str) -> Fault:
    return Fault(line=row.line, what=what, todo=todo, rule="chapter-picture")


def _published(file: Path, run: Run) -> Image | tuple[str, str]:
    """Publish a picture, or return what is wrong with it and what to do."""
    if not is_inside(file, run.content):
        return "leads out of the content folder.", "Put it inside."
    if not is_file(file):
        return "is a file that is not there.", "Correct the path."
    try:
        picture = run.media.add_image(file, "")
    except ValueError as error:
        what, todo = split_sentence(error)
        return f"cannot be taken: {what}", todo
    if file.suffix.lower() not in ART_TYPES.get(picture.type, ()):
        todo = "Save it as JPEG or PNG, with the ending to match."
        return f"is really {picture.type}.", todo
    return picture


def secure_url(chapter: Chapter, site: Site) -> str:
    """Return a chapter's link as feeds need it: absolute and https, or nothing."""
    is_ours = chapter.url.startswith("/") and not chapter.url.startswith("//")
    return _https(site.origin + chapter.url if is_ours else chapter.url)


def secure_image(chapter: Chapter, site: Site) -> str:
    """Return the address of a chapter's picture, absolute and https, or nothing."""
    return _https(site.absolute_media(chapter.image)) if chapter.image else ""


def _https(address: str) -> str:
    return address if address.lower().startswith("https://") else ""
