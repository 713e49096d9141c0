"""Segments of one word each, as the podcast namespace allows them: joined to what one can read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from plugins.podcast.transcripts.spoken import Spoken
from plugins.podcast.transcripts.text import tidy

_ENDS = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
# Thai, Burmese, Khmer, Chinese, Japanese: a whole sentence has no space.
_SPACELESS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_PAUSE = timedelta(seconds=1)
_LONGEST = 160


def join_words(spoken: Sequence[Spoken]) -> Iterator[Spoken]:
    """Yield words as they are, or joined to sentences if all of them stand alone."""
    if any(" " in tidy(words.text) or _SPACELESS.search(words.text) for words in spoken):
        yield from spoken
        return
    above: Spoken | None = None
    for words in spoken:
        if above is not None and _goes_on(above, words):
            text = f"{tidy(above.text)} {tidy(words.text)}"
            above = replace(above, text=text, end=words.end)
        else:
            if above is not None:
                yield above
            above = words
    if above is not None:
        yield above


def _goes_on(above: Spoken, words: Spoken) -> bool:
    """Say whether one speaker goes on with a sentence."""
    return (
        above.end is not None
        and above.speaker == words.speaker
        and timedelta() <= words.start - above.end < _PAUSE
        and len(above.text) < _LONGEST
        and not _ENDS.search(above.text)
    )
