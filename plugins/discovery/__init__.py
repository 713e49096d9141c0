"""What machines read of the site: page heads, sitemap, robots.txt, llms.txt and Markdown twins.

Every page gets a `Head` and its breadcrumbs; the files are written at the end of a build.
"""


def register() -> None:
    """Connect to Pelican."""
    from plugins.discovery.hooks import register as connect  # noqa: PLC0415 Pelican only here

    connect()
