"""Where a link of an author leads: another entry, a file beside it, a path of the site."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from plugins.entries.links import (
    is_foreign,
    replace_hashtags,
    rewrite_links,
    size_images,
    split_internal,
    split_target,
)
from plugins.entries.references import Reference
from plugins.frontmatter.document import Document
from plugins.shared.files import as_spelled, is_file, is_inside
from plugins.shared.media import PICTURES
from plugins.shared.problems import split_sentence
from plugins.shared.run import Run

MARKDOWN = {".md", ".markdown", ".mkd", ".mdown"}


@dataclass(slots=True, kw_only=True)
class LinkResolver:
    """Resolves the links of all entries of a build.

    `pages` maps a source file to its site path; `names` resolves `{tag}` and `{author}`;
    `pictures` are the author's, by the link they got, with the target that was typed.
    """

    run: Run
    pages: Mapping[Path, str]
    names: Mapping[str, Callable[[str], str | None]]
    references: list[Reference] = field(default_factory=list)
    pictures: dict[str, tuple[Path, str]] = field(default_factory=dict)

    def apply(self, html: str, document: Document) -> str:
        """Return HTML with every link resolved and every picture's size said."""
        source = document.path
        html = replace_hashtags(html, self.names.get("tag", lambda _: None))
        html = rewrite_links(html, lambda target: self.resolve(target, source, document.line_of))
        return size_images(html, lambda src: self._size(src, document))

    def resolve(
        self, target: str, source: Path, line_of: Callable[[str], int | None]
    ) -> str | None:
        """Return the root-relative link for a target; the target itself if there is a problem.

        Nothing is returned for an entry that is not published yet: its address stays private.
        """
        if not target or is_foreign(target):
            return target
        what, rest = split_internal(target)
        path, tail = split_target(rest)
        if what in self.names or what == "index":
            return self._by_name(what, path, target, source, line_of)
        if not path:
            self._refer(target, self.pages.get(source, ""), tail, source, line_of)
            return target
        file = self._file(unquote(path), source)
        if what or not path.startswith("/") or is_file(file):
            return self._to_file(file, tail, target, source, line_of)
        self._refer(target, path, tail, source, line_of)
        return self.run.site.link(path) + tail

    def _file(self, path: str, source: Path) -> Path:
        base = self.run.content if path.startswith("/") else source.parent
        return as_spelled(Path(os.path.normpath(base / path.lstrip("/"))))

    def _to_file(
        self, file: Path, tail: str, target: str, source: Path,
        line_of: Callable[[str], int | None],
    ) -> str | None:  # fmt: skip
        page = self.pages.get(file)
        if page is not None:
            self._refer(target, page, tail, source, line_of)
            return self.run.site.link(page) + tail
        if file in self.run.failed:
            return target
        if file in self.run.unpublished:
            what = f"the link {target!r} leads to an entry that is not published yet."
            todo = "Its words stand without a link until it is."
            where = self.run.where(source)
            self.run.problems.warning(
                where, what, todo, line=line_of(target), rule="link-published"
            )
            return None
        problem = self._problem_of(file, target)
        if problem:
            self._report(problem, target, source, line_of)
            return target
        link = self.run.site.media(self.run.media.add(file)) + tail
        if file.suffix.lower() in PICTURES:
            self.pictures[link] = file, target
        return link

    def _problem_of(self, file: Path, target: str) -> tuple[str, str] | None:
        if not is_inside(file, self.run.content):
            return f"the link {target!r} leads out of the content folder.", "Link to a file inside."
        if not is_file(file):
            return f"the link {target!r} leads to a file that is not there.", "Correct the path."
        if file.suffix.lower() in MARKDOWN:
            todo = "Link to a file of posts, episodes, pages, tags, series or people."
            return f"the link {target!r} leads to a text that is no entry.", todo
        if any(part.startswith(".") for part in file.relative_to(self.run.content).parts):
            return f"the link {target!r} leads to a hidden file.", "Rename the file."
        return None

    def _size(self, link: str, document: Document) -> tuple[int, int] | None:
        """Publish the variants of a picture that is shown, and return its size."""
        if link not in self.pictures:
            return None
        file, target = self.pictures[link]
        try:
            image = self.run.media.add_image(file, "")
        except ValueError as error:
            what, todo = split_sentence(error)
            problem = f"the picture {target!r} cannot be shown: {what}", todo
            self._report(problem, target, document.path, document.line_of)
            return None
        return image.width, image.height

    def _by_name(
        self, what: str, name: str, target: str, source: Path, line_of: Callable[[str], int | None]
    ) -> str:
        path = "/" if what == "index" else self.names[what](unquote(name))
        if path is None:
            problem = (f"the link {target!r} names a {what} that nothing has.", "Correct the name.")
            self._report(problem, target, source, line_of)
            return target
        return self.run.site.link(path)

    def _report(
        self, problem: tuple[str, str], target: str, source: Path,
        line_of: Callable[[str], int | None],
    ) -> None:  # fmt: skip
        where = self.run.where(source)
        self.run.problems.error(
            where, problem[0], problem[1], line=line_of(target), rule="link-there"
        )

    def _refer(
        self, target: str, path: str, tail: str, source: Path, line_of: Callable[[str], int | None]
    ) -> None:
        _, _, fragment = tail.partition("#")
        self.references.append(
            Reference(
                where=self.run.where(source),
                line=line_of(target),
                target=target,
                path=unquote(path),
                fragment=unquote(fragment),
            )
        )
