"""Texts for benchmarks: the same for the same number, different for each."""

from __future__ import annotations

import random

_WORDS = """
a the client customer call list week trust price question answer morning telephone voice listen ask
write say keep promise before after every first last one two three serve help
"""


def paragraphs(seed: int, length_bytes: int) -> str:
    """Return HTML of about so many bytes: paragraphs, a list, links, emphasis."""
    draw = random.Random(seed)  # noqa: S311 no secret, and the same every time
    items = f'<li>{_sentence(draw)}</li><li><a href="/blog/{seed}/">{_sentence(draw)}</a></li>'
    parts = [f"<h2>About {seed}</h2><ul>{items}</ul>"]
    size = len(parts[0])
    while size < length_bytes:
        text = " ".join(_sentence(draw) for _ in range(4))
        link = f'<a href="https://example.org/{draw.randrange(10_000)}?a=1&amp;b=2">more</a>'
        parts.append(f"<p>{text} <strong>{_sentence(draw)}</strong> {link}.</p>")
        size += len(parts[-1])
    return "\n".join(parts)


def sentence(seed: int) -> str:
    """Return a sentence."""
    return _sentence(random.Random(seed))  # noqa: S311 the same


def _sentence(draw: random.Random) -> str:
    return " ".join(draw.choices(_WORDS.split(), k=draw.randint(6, 14))).capitalize() + "."
