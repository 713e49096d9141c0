"""The texts of `content/tags`, `series` and `people`, which introduce collections."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from plugins.entries.collections import Collection
from plugins.entries.resolve import LinkResolver
from plugins.frontmatter.document import Document
from plugins.frontmatter.keys import Folder
from plugins.frontmatter.pictures import find_image
from plugins.frontmatter.reading import read
from plugins.shared.images import Image
from plugins.shared.markdown import plain_text, summarise
from plugins.shared.run import Run
from plugins.shared.slugs import slugify


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """What an author says of a tag, a series or a person; links in `html` are not resolved yet."""

    document: Document
    slug: str
    title: str
    summary: str
    html: str
    image: Image | None
    aliases: tuple[str, ...]
    role: str
    is_open: bool


def read_introductions(folder: Folder, run: Run) -> tuple[Introduction, ...]:
    """Read all introductions of a folder, sorted by file name."""
    home = run.content / folder.value
    files = sorted(path for path in home.glob("*.md") if not path.name.startswith("."))
    found: dict[str, Introduction] = {}
    for introduction in (_read(path, folder, run) for path in files):
        if introduction is not None:
            first = found.setdefault(introduction.slug, introduction)
            if first is not introduction:
                _tell_double(introduction, first, run)
    return tuple(found.values())


def _tell_double(second: Introduction, first: Introduction, run: Run) -> None:
    what = f"its slug {second.slug!r} is already that of {first.document.where}."
    line = second.document.lines.get("slug")
    todo = "Give one of them another 'Slug:'."
    run.problems.error(second.document.where, what, todo, line=line, rule="address-once")


def introduce(
    collection: Collection, introduction: Introduction | None, resolver: LinkResolver
) -> Collection:
    """Return a collection with the words and the picture that introduce it, if there are any."""
    if introduction is None:
        return collection
    return replace(
        collection,
        title=introduction.title,
        summary=introduction.summary,
        html=resolver.apply(introduction.html, introduction.document),
        image=introduction.image,
        source=introduction.document.where,
        lines=introduction.document.lines,
        role=introduction.role,
        is_open=introduction.is_open,
        aliases=collection.aliases or _alias_paths(collection, introduction),
    )


def _alias_paths(collection: Collection, introduction: Introduction) -> tuple[str, ...]:
    """Return where the page would be under its other names."""
    home = collection.path.removesuffix(f"{collection.slug}/")
    names = (f"{home}{slugify(name)}/" for name in introduction.aliases if slugify(name))
    return tuple(sorted(set(names) - {collection.path}))


def _read(path: Path, folder: Folder, run: Run) -> Introduction | None:
    document = read(path, folder, run)
    if path in run.failed:
        return None
    html = run.render(document.body).html
    return Introduction(
        document=document,
        slug=document.slug,
        title=document.title,
        summary=plain_text(document.text("summary") or document.text("description"))
        or summarise(html),
        html=html,
        image=find_image(document, run),
        aliases=document.names("aliases"),
        role=document.text("role"),
        is_open=document.values.get("directory") is True,
    )
