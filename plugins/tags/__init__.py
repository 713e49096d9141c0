"""Tags: from `Tags:` lines and from #hashtags in the text, one for each meaning.

Adds a Markdown extension that finds the hashtags, `/tags/`, and for each tag a page, a feed, a
podcast feed where it has episodes, and redirects from every other way its name is written.
Words, picture and aliases of a tag come from `content/tags/<slug>.md` where there is one.

Signals: `article_generator_finalized` (collect the uses, take the tags from Pelican) and
`all_generators_finalized` (resolve them, link the hashtags).

Templates get `entry.tags` everywhere; `tag.html` gets `listing`;
`tags.html` gets `tag_groups`, `popular` and `total`.
"""


def register() -> None:
    """Connect to Pelican."""
    from plugins.tags.hooks import register as connect  # noqa: PLC0415 Pelican only here

    connect()
