"""Ordered series of posts and episodes, and the seasons of each show.

Signals: `article_generator_finalized` reads `content/series`; `all_generators_finalized` adds a
collection for each series and season, and `article.positions`: number, previous, next.
"""


def register() -> None:
    """Connect to Pelican."""
    from plugins.series.hooks import register as connect  # noqa: PLC0415 Pelican only here

    connect()
