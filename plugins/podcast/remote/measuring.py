"""Audio on another host, measured: a few small requests, whatever its size."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import BinaryIO, cast

from plugins.podcast.audio.formats import Format, find_format
from plugins.podcast.audio.probe import Measured, measure
from plugins.podcast.audio.tags import read_at
from plugins.podcast.remote.address import ending_of
from plugins.podcast.remote.facts import Facts
from plugins.podcast.remote.file import RemoteFile
from plugins.podcast.remote.pictures import find_pictures

_HEAD = 64


def measure_remote(url: str) -> Facts:
    """Measure a file on another host; of an address without ending the content alone decides.

    Raises:
        ValueError: with a whole sentence, if it cannot be measured.
    """
    with closing(RemoteFile(url)) as remote:
        file = cast("BinaryIO", remote)
        ending = ending_of(url)
        kind = _kind(file, ending, remote.length)
        remote.skip(list(find_pictures(file, remote.length)))
        measured = _measure(file, ending or kind.endings[0], remote.length)
        return Facts(
            measured=measured,
            served=remote.served,
            etag=remote.etag,
            last_modified=remote.last_modified,
            answers_head=remote.answers_head,
        )


def _measure(file: BinaryIO, ending: str, length_bytes: int) -> Measured:
    try:
        # What apps may stumble over in a tag is told of files that are here, and can be mended.
        return replace(measure(file, ending, length_bytes), caveats=())
    except RecursionError:  # mutagen follows chapters in chapters, and boxes in boxes
        raise ValueError("the tags in it cannot be read. Export the recording again.") from None


def _kind(file: BinaryIO, ending: str, length_bytes: int) -> Format:
    """Return what is there, which its name decides only where nothing else speaks."""
    if read_at(file, 0, _HEAD).lstrip().startswith(b"<"):
        raise ValueError("there is a web page, and no audio. Correct the address.")
    return find_format(file, ending, length_bytes)
