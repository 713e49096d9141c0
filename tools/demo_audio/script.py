"""The script of an episode: who says which sentence, and where chapters and pauses are."""

from dataclasses import dataclass

from .speakable import find_obstacle
from .voices import VOICES

_END = "# "
"""Closes the last chapter, so that a silent one is noticed there too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One spoken sentence; `chapter` is the title of the chapter that it opens."""

    speaker: str
    text: str
    chapter: str | None = None
    follows_pause: bool = False


def parse_script(text: str) -> tuple[tuple[Sentence, ...], tuple[str, ...]]:
    r"""Split a script into its sentences and the problems found, each with its line number.

    >>> sentences, problems = parse_script("# Hello\nDave: Good morning.\nDave: I count to 3.")
    >>> sentences[0].chapter, sentences[0].text
    ('Hello', 'Good morning.')
    >>> problems
    ("3: '3' is not a word. Write it as it is spoken.",)
    """
    sentences: list[Sentence] = []
    problems: list[str] = []
    chapter: str | None = None
    pause = False
    lines = (*text.splitlines(), _END)
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            pause = True
        elif line.startswith("# "):
            if chapter is not None:
                problems.append(f"{number - 1}: chapter {chapter!r} is silent. Give it a sentence.")
            chapter = line[2:].strip()
        else:
            speaker, _, spoken = (part.strip() for part in line.partition(":"))
            if problem := _find_problem(speaker, spoken):
                problems.append(f"{number}: {problem}")
            sentence = Sentence(speaker=speaker, text=spoken, chapter=chapter, follows_pause=pause)
            sentences.append(sentence)
            chapter, pause = None, False
    return tuple(sentences), (*problems, *_find_opening_problem(sentences))


def _find_problem(speaker: str, spoken: str) -> str | None:
    if not spoken:
        return "no sentence found. Write 'Speaker: sentence', or '# title' for a chapter."
    if speaker not in VOICES:
        return f"{speaker!r} has no voice. Use one of: {', '.join(VOICES)}."
    return find_obstacle(spoken)


def _find_opening_problem(sentences: list[Sentence]) -> tuple[str, ...]:
    if not sentences:
        return ("1: nobody says anything. Write 'Speaker: sentence'.",)
    if sentences[0].chapter is None and any(sentence.chapter for sentence in sentences):
        return ("1: the first chapter does not open the episode. Start with a '# title' line.",)
    return ()
