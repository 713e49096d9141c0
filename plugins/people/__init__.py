"""Hosts, guests and authors: a page and feeds each with what they wrote and said.

Signals: `article_generator_finalized` reads `content/people`, so that names become links;
`all_generators_finalized` adds a collection for each person, and `article.people`.
"""


def register() -> None:
    """Connect to Pelican."""
    from plugins.people.hooks import register as connect  # noqa: PLC0415 Pelican only here

    connect()
