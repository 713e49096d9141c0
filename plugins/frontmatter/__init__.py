"""Reads every Markdown source: front matter in two syntaxes, checked by line, and its text.

Signals: `initialized` starts the build's `Run`; `readers_init` puts our reader in Pelican's place.
"""


def register() -> None:
    """Connect to Pelican."""
    from plugins.frontmatter.hooks import register as connect  # noqa: PLC0415 Pelican only here

    connect()
