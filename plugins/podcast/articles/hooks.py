"""The Pelican edge of episodes as articles: read in their folder, put among the others."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.contents import Article, SkipStub
from pelican.utils import order_content, process_translations

from plugins.entries.model import Kind, Visibility
from plugins.frontmatter.keys import Folder
from plugins.shared.run import Run

FOLDER = Folder.EPISODES.value


class EpisodeArticle(Article):
    """An article that is heard; it lives under its show's address."""

    default_template = "episode"
    show_key = ""

    def _expand_settings(self, key: str, klass: str | None = None) -> str:
        del klass
        path = f"{self.show_key}/{self.slug}/"
        if self.status == "draft":
            path = f"drafts/{path}"
        elif not self.in_default_lang:
            path = f"{self.lang}/{path}"
        return path + ("index.html" if key.endswith("save_as") else "")


def add_episodes(generator: Any) -> None:
    """Read the episodes and add them to the articles."""
    shows = generator.settings["SHOW_SETTINGS"]
    if not shows:
        _tell_no_show(generator)
    if len(shows) < len(generator.settings.get("PODCASTS", ())) or not shows:
        # Whose they are is not known: nothing is said of them, and none is missed.
        run: Run = generator.settings["RUN"]
        run.failed |= {run.content / file for file in generator.get_files([FOLDER])}
        return
    found = [_read(file, generator, shows) for file in sorted(generator.get_files([FOLDER]))]
    episodes = [episode for episode in found if not isinstance(episode, SkipStub)]
    for episode in episodes:
        generator.add_source_path(episode)
    _add(episodes, generator)


def _add(episodes: list[Any], generator: Any) -> None:
    for status, names in {
        "published": ("articles", "translations"),
        "hidden": ("hidden_articles", "hidden_translations"),
        "draft": ("drafts", "drafts_translations"),
    }.items():
        chosen = [episode for episode in episodes if episode.status == status]
        originals, translations = process_translations(chosen, translation_id="slug")
        getattr(generator, names[0]).extend(originals)
        getattr(generator, names[1]).extend(translations)
    order = generator.settings["ARTICLE_ORDER_BY"]
    generator.articles = order_content(generator.articles, order_by=order)


def _tell_no_show(generator: Any) -> None:
    run: Run = generator.settings["RUN"]
    if generator.get_files([FOLDER]) and not generator.settings.get("PODCASTS"):
        what = "there are episodes, but no show in PODCASTS of pelicanconf.py."
        todo = "Describe the show there, or move the episodes away."
        run.problems.error(run.where(run.content / FOLDER), what, todo, rule="show-there")


def _read(file: str, generator: Any, shows: Any) -> Any:
    episode = generator.readers.read_file(
        base_path=generator.path,
        path=file,
        content_class=EpisodeArticle,
        context=generator.context,
        preread_signal=signals.article_generator_preread,
        preread_sender=generator,
        context_signal=signals.article_generator_context,
        context_sender=generator,
    )
    parts = Path(file).parts
    keys = {show.key for show in shows[1:]}
    episode.show_key = parts[1] if len(parts) > 2 and parts[1] in keys else shows[0].key  # noqa: PLR2004 episodes/<key>/file
    return episode


def leave_out_silent_drafts(generator: Any, heard: Collection[str]) -> None:
    """Take drafts that have no audio yet out of the preview: their page would have no player.

    `heard` are the sources of episodes that have some.
    """
    contents = generator.context["contents"]
    for content in list(contents):
        entry = content.entry
        is_draft = entry.kind is Kind.EPISODE and entry.visibility is Visibility.DRAFT
        if is_draft and entry.source not in heard:
            contents.remove(content)
            for drafts in (generator.drafts, generator.drafts_translations):
                if content in drafts:
                    drafts.remove(content)
