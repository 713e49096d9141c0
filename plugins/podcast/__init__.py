"""The podcast: `content/episodes` as articles, their audio measured, the feed of each show.

Signals: `initialized` reads `PODCASTS`; `article_generator_pretaxonomy` adds the episodes to the
articles; `all_generators_finalized` makes the frozen `Episode` of each; a generator writes
`/<key>/feed.xml`, a `podcast.xml` for every collection with episodes, transcripts and chapters.
Templates get `show`, `shows` and `article.entry.episode`.
"""


def register() -> None:
    """Connect to Pelican."""
    from plugins.podcast.hooks import register as connect  # noqa: PLC0415 Pelican only here

    connect()
