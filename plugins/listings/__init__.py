"""Every page that lists entries, counted from the oldest so that a full page never changes again.

Signals: `all_generators_finalized` gives every collection its pages and feeds an address; a
generator writes them: home, blog, shows, tags, series, people, archives, search, redirects.
"""


def register() -> None:
    """Connect to Pelican."""
    from plugins.listings.hooks import register as connect  # noqa: PLC0415 Pelican only here

    connect()
