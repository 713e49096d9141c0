"""The Pelican edge of reading: our reader, the build's `Run`, and the report of problems."""

from __future__ import annotations

import logging
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pelican import signals
from pelican.readers import BaseReader
from pelican.urlwrappers import Author, Category

from plugins.frontmatter.document import Document
from plugins.frontmatter.keys import Folder
from plugins.frontmatter.reading import read, status_of
from plugins.frontmatter.tree import check_tree
from plugins.shared.dates import parse_date
from plugins.shared.files import keep_digests
from plugins.shared.html.left_out import find_left_out
from plugins.shared.kept import Kept
from plugins.shared.markdown import plain_text, summarise
from plugins.shared.media import Media
from plugins.shared.problems import SiteError
from plugins.shared.run import Run
from plugins.shared.site import Site, find_address_faults

ENDINGS = ("md", "markdown", "mkd", "mdown")
_MARKED = re.compile(r"[*_`<\[&\\]")
SKIPPED = {"title": "", "status": "skip"}


class ToldByUs(logging.Filter):
    """Leaves out what Pelican says of things that our checks tell better, or that are right."""

    MESSAGES = ("There are %s", "All items (", "Empty alt attribute", "Removed extraneous")

    def filter(self, record: logging.LogRecord) -> bool:
        return not str(record.msg).startswith(self.MESSAGES)


TOLD_BY_US = ToldByUs()


def start_run(pelican: Any) -> None:
    """Make the build's `Run`, and let Pelican link within the site by root-relative paths."""
    settings = pelican.settings
    for name in ("pelican.utils", "pelican.readers", "pelican.settings"):
        logging.getLogger(name).addFilter(TOLD_BY_US)
    zone = ZoneInfo(settings.get("TIMEZONE", "UTC"))
    content = Path(settings["PATH"])
    cache = Path(settings.get("ENGINE_CACHE") or ".cache")
    keep_digests(Kept(cache / "digests"))
    run = Run(
        site=_site(settings),
        content=content,
        theme=Path(settings["THEME"]),
        cache=cache,
        now=_now(settings.get("NOW"), zone),
        zone=zone,
        is_preview=bool(settings.get("PREVIEW")),
        is_strict=bool(settings.get("STRICT")),
        is_diff=settings.get("IDENTITY") == "tell",
        is_offline=bool(settings.get("OFFLINE")),
        media=Media(cache, is_shown=not settings.get("CHECK")),
        markdown=settings["MARKDOWN"],
        extra_keys=tuple(settings.get("EXTRA_KEYS", ())),
    )
    settings["RUN"] = run
    settings["SITEURL"] = run.site.root
    run.problems.add_all(find_address_faults(run.site, is_preview=run.is_preview))
    run.problems.add_all(check_tree(content, run.where))


def _site(settings: Any) -> Site:
    return Site(
        name=settings["SITENAME"],
        address=(settings["SITEURL"] or "").rstrip("/"),
        language=settings["DEFAULT_LANG"],
        tagline=settings.get("SITESUBTITLE") or "",
        media_address=(settings.get("MEDIA_URL") or "").rstrip("/"),
    )


def _now(given: Any, zone: ZoneInfo) -> datetime:
    if not given:
        return datetime.now(UTC)
    try:
        return parse_date(str(given), zone)
    except ValueError as error:
        raise SiteError(f"NOW: {error} Write it as 2026-02-05T07:30.") from error


def use_reader(readers: Any) -> None:
    """Let our reader read Markdown, and nothing read anything else."""
    readers.reader_classes = dict.fromkeys(ENDINGS, SourceReader)


class SourceReader(BaseReader):
    """Pelican's way to a document: HTML and metadata, or `status: skip`."""

    enabled = True
    file_extensions: list[str] = []  # noqa: RUF012 Pelican's form; `use_reader` says for which

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        run: Run = self.settings["RUN"]
        path = Path(source_path)
        folder = Folder(path.relative_to(run.content).parts[0])
        document = read(path, folder, run)
        if path in run.failed or path in run.unpublished:
            return "", dict(SKIPPED)
        change = run.body_filters.get(folder.value, str)
        try:
            rendered = run.render(change(document.body))
        except RecursionError:
            what = "its lists or quotes are nested too deep to be read."
            run.problems.error(
                document.where, what, "Flatten them.", line=document.body_line, rule="text-nested"
            )
            run.failed.add(path)
            return "", dict(SKIPPED)
        if folder in {Folder.POSTS, Folder.EPISODES}:
            run.problems.add_all(find_left_out(rendered.html, document.where, document.line_of))
        return rendered.html, self._metadata(document, rendered.html, rendered.hashtags)

    def _summary(self, document: Document) -> str:
        """Return the author's summary in plain words, whatever marks it was written with."""
        given = document.text("summary") or document.text("description")
        if not _MARKED.search(given):
            return given
        return plain_text(self.settings["RUN"].render(given).html)

    def _metadata(self, document: Document, html: str, hashtags: tuple[str, ...]) -> dict[str, Any]:
        names = document.names("authors") or document.names("author")
        metadata: dict[str, Any] = {
            "title": document.title,
            "slug": document.slug,
            "status": status_of(document, self.settings["RUN"]),
            "summary": self._summary(document) or summarise(html),
            # Pelican asks every draft for one; here a category is a tag.
            "category": Category(self.settings["DEFAULT_CATEGORY"], self.settings),
            "document": document,
            "hashtags": hashtags,
        }
        for key in ("date", "modified", "lang", "template", "url", "save_as"):
            if key in document.values:
                metadata[key] = document.values[key]
        if document.text("template") == "not_found":
            # Servers and hosts look for this very name.
            metadata["url"] = metadata["save_as"] = "404.html"
        if "translation" in document.values:
            metadata["translation"] = str(document.values["translation"]).lower()
        if names:
            metadata["authors"] = [Author(name, self.settings) for name in names]
        return metadata


def register() -> None:
    signals.initialized.connect(start_run)
    signals.readers_init.connect(use_reader)
