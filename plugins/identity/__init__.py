"""Identity: what the world was promised of every page, held against every build.

Entries keep their guid, date and sound; pages that move leave a redirect, feeds that move go on
at their old address too. The promises are the ledger, `content/ledger.json`, which the publisher
writes.

Signals: `initialized` reads the ledger; `all_generators_finalized` settles the pages and their
feeds (the podcast asks for the entries before); `finalized` writes feeds at former addresses.
"""


def register() -> None:
    """Connect to Pelican."""
    from plugins.identity.hooks import register as connect  # noqa: PLC0415 Pelican only here

    connect()
