"""What all plugins share during one build: the instant, the folders, the problems, what is made."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from pathlib import Path
from urllib.parse import unquote

from plugins.shared.addresses import Addresses
from plugins.shared.images import Image
from plugins.shared.markdown import Rendered, Renderer
from plugins.shared.media import Media
from plugins.shared.problems import Problems
from plugins.shared.site import Site


@dataclass(slots=True, kw_only=True)
class Run:
    """One build, from reading to writing.

    `now` was read once; `is_preview` builds drafts and scheduled entries too; `is_diff` is only
    made to be compared with what is published, and finds `broken_promises` instead of problems;
    one that `is_offline` asks no other host;
    `failed` are source files whose problems are known, so that links to them are not reported
    again; `unpublished` those that this build leaves out, `scheduled` among them; `body_filters`
    change the Markdown of a folder's files before it is rendered.
    """

    site: Site
    content: Path
    theme: Path
    cache: Path
    now: datetime
    zone: tzinfo
    is_preview: bool
    is_strict: bool
    media: Media
    markdown: Mapping[str, object]
    is_diff: bool = False
    is_offline: bool = False
    extra_keys: tuple[str, ...] = ()
    body_filters: dict[str, Callable[[str], str]] = field(default_factory=dict)
    problems: Problems = field(default_factory=Problems)
    broken_promises: Problems = field(default_factory=Problems)
    addresses: Addresses = field(default_factory=Addresses)
    failed: set[Path] = field(default_factory=set)
    unpublished: set[Path] = field(default_factory=set)
    scheduled: set[Path] = field(default_factory=set)
    _renderer: Renderer | None = None

    def render(self, text: str) -> Rendered:
        """Render Markdown with the one renderer, made when all plugins have added their parts."""
        if self._renderer is None:
            self._renderer = Renderer(self.markdown)
        return self._renderer.render(text)

    def image_at(self, link: str) -> Image | None:
        """Return the published picture that a link of a page names."""
        site = self.site
        path = link.removeprefix(site.media_address or site.root)
        return self.media.images.get(unquote(path))

    def claim(self, path: str, source: str) -> None:
        """Give a site path to a source; if another has it, that is told."""
        problem = self.addresses.claim(path, source)
        if problem:
            self.problems.add(problem)

    def where(self, path: Path) -> str:
        """Return a source's path as an author would type it."""
        relative = os.path.relpath(path)
        return str(path) if relative.startswith("..") else relative
