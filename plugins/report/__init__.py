"""Tells every problem of a build at once, and what was built.

Signals: `get_writer`, after all was gathered, prints the problems and stops the build on an error;
`finalized` writes the facts that the commands print and the publisher needs.
"""


def register() -> None:
    """Connect to Pelican."""
    from plugins.report.hooks import register as connect  # noqa: PLC0415 Pelican only here

    connect()
