"""What an episode is made from: the sentences of its script and the title in its notes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from .errors import ScriptError, UnknownScriptError
from .script import Sentence, parse_script

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "tools" / "demo_audio" / "scripts"
EPISODES = ROOT / "content" / "episodes"

_TITLE = re.compile(r"^title:[ \t]*(.+)$", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """All that is needed to make the sound of one episode."""

    stem: str
    title: str
    sentences: tuple[Sentence, ...]


def read_sources(stems: Sequence[str]) -> tuple[Source, ...]:
    """Read the scripts named, or all, and stop with every problem that is in them."""
    known = sorted(path.stem for path in SCRIPTS.glob("*.txt"))
    unknown = [_explain_unknown(stem, known) for stem in stems if stem not in known]
    if unknown:
        raise UnknownScriptError("\n".join(unknown))
    read = [_read_source(stem) for stem in stems or known]
    problems = [problem for _, found in read for problem in found]
    if problems:
        raise ScriptError("\n".join(problems))
    return tuple(source for source, _ in read)


def find_title(notes: str) -> str | None:
    r"""Find the title in front matter of either kind.

    >>> find_title("Title: The second sale")
    'The second sale'
    >>> find_title('---\ntitle: "No: a kind word"')
    'No: a kind word'
    """
    found = _TITLE.search(notes)
    return found[1].strip().strip("\"'") if found else None


def _read_source(stem: str) -> tuple[Source, list[str]]:
    script, notes = SCRIPTS / f"{stem}.txt", EPISODES / f"{stem}.md"
    sentences, found = parse_script(script.read_text(encoding="utf-8"))
    problems = [f"{_place(script)}:{problem}" for problem in found]
    title = find_title(notes.read_text(encoding="utf-8")) if notes.exists() else None
    if title is None:
        problems.append(f"{_place(notes)}: no title found. Start the notes with a 'Title:' line.")
    return Source(stem=stem, title=title or "", sentences=sentences), problems


def _explain_unknown(stem: str, known: Sequence[str]) -> str:
    begun = [name for name in known if name.startswith(stem)]
    nearest = begun or get_close_matches(stem, known, n=1, cutoff=0.4)
    remedy = f"Did you mean {nearest[0]!r}?" if nearest else "Write it first."
    return f"{_place(SCRIPTS / f'{stem}.txt')}: no such script. {remedy}"


def _place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
