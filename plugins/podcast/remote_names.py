"""The addresses of audio that an episode names: the recording, and its other formats."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.frontmatter.document import Document
from plugins.podcast.alternates import address_to_measure
from plugins.podcast.remote.address import is_remote, parse_address
from plugins.podcast.remote.judge import find_ending_fault


def find_typed(document: Document) -> Iterator[tuple[str, str]]:
    """Yield keys and addresses as they were typed; a line that cannot be read names none."""
    audio = document.text("audio")
    if is_remote(audio):
        yield "Audio", audio
    for line in document.names("alternates"):
        try:
            address = address_to_measure(line)
        except ValueError:
            continue
        if address:
            yield "Alternates", address


def find_addresses(document: Document) -> Iterator[str]:
    """Yield the addresses that a build asks for, unless it knows them."""
    for key, typed in find_typed(document):
        try:
            url = parse_address(typed)
        except ValueError:
            continue
        if key != "Audio" or find_ending_fault(url) is None:
            yield url
