"""Who speaks, where a file says it only now and then, or in the words themselves."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from plugins.podcast.transcripts.names import find_labels, find_names, fold_name
from plugins.podcast.transcripts.spoken import Spoken
from plugins.podcast.transcripts.text import tidy

_CHANGE = re.compile(r"^[ \t]*>>+[ \t]*", re.MULTILINE)


def name_speakers(
    spoken: Sequence[Spoken], known: Collection[str], *, marks_changes: bool
) -> list[Spoken]:
    """Give words their speakers; `marks_changes` if a format may name only who begins."""
    if any(words.speaker for words in spoken):
        return list(_carry(spoken)) if marks_changes else list(spoken)
    names = find_names([words.text for words in spoken], known)
    spellings = {fold_name(name): name for name in known}
    return list(_split(spoken, {name: spellings.get(name, "") for name in names}))


def _carry(spoken: Sequence[Spoken]) -> Iterator[Spoken]:
    """Let a speaker speak on, unless the file names the same one twice in a row."""
    is_repeated = any(one.speaker and one.speaker == two.speaker for one, two in pairwise(spoken))
    above: Spoken | None = None
    speaker = ""
    for words in spoken:
        # Whose voice ended within a cue does not speak on in it.
        is_same_cue = above is not None and (above.line, above.start) == (words.line, words.start)
        speaker = words.speaker or speaker
        yield words if is_repeated or is_same_cue else replace(words, speaker=speaker)
        above = words


def _split(spoken: Iterable[Spoken], names: Mapping[str, str]) -> Iterator[Spoken]:
    """Part words where a name begins a line; who speaks goes on until the next name.

    `names` are folded, with the episode's own spelling of those it knows; `>>` alone says that
    somebody else speaks.
    """
    speaker = ""
    for words in spoken:
        begin = 0
        for start, end, name in _turns(words.text, names):
            yield replace(words, text=words.text[begin:start], speaker=speaker)
            speaker, begin = name, end
        yield replace(words, text=words.text[begin:], speaker=speaker)


def _turns(text: str, names: Mapping[str, str]) -> list[tuple[int, int, str]]:
    """Return where somebody begins to speak, where the mark of it ends, and the name if known."""
    if not names:
        return []
    turns = {match.start(): (match.end(), "") for match in _CHANGE.finditer(text)}
    for match in find_labels(text):
        name = fold_name(match["name"])
        if name in names:
            turns[match.start()] = match.end(), names[name] or tidy(match["name"])
    return [(start, *turn) for start, turn in sorted(turns.items())]
