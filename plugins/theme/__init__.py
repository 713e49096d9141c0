"""What templates need: style sheets joined and hashed, links, times and sizes in words.

Signals: `initialized` gives Jinja its filters and globals; a generator writes `/assets/…`.
Templates get `asset(name)`, `site`, `nav`, `footer_nav`, `csp` and the filters of `filters.py`.
"""


def register() -> None:
    """Connect to Pelican."""
    from plugins.theme.hooks import register as connect  # noqa: PLC0415 Pelican only here

    connect()
