"""Headings that need a space after their hashes, so that a line may begin with a #hashtag."""

from __future__ import annotations

import re

from markdown.blockprocessors import HashHeaderProcessor


class SpacedHashHeaderProcessor(HashHeaderProcessor):
    """Read `# Title` as a heading, `#word` and `##Word` as text.

    Hashes at the end close a heading only after a space, so that `## Why C#` keeps its name.
    """

    RE = re.compile(
        r"(?:^|\n)(?P<level>\#{1,6})(?P<header>(?:[^\S\n][^\n]*?)?)(?:[^\S\n]\#*)?[^\S\n]*(?:\n|$)"
    )
