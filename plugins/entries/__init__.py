"""Turns what Pelican read into frozen entries with every link resolved.

Signals: `all_generators_finalized` makes `context["entries"]` (all) and `article.entry`;
`get_writer` checks the links once every address is known; a generator copies the media.
"""


def register() -> None:
    """Connect to Pelican."""
    from plugins.entries.hooks import register as connect  # noqa: PLC0415 Pelican only here

    connect()
