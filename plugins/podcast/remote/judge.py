"""Audio on another host, judged as apps would: what its server says, and what they decide by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.podcast.audio.probe import MAIN_ENDINGS
from plugins.podcast.remote.address import ending_of
from plugins.podcast.remote.facts import Facts
from plugins.shared.problems import Severity

# Served so, each app and browser plays it; the first is how we call it in the feed.
_GOOD: dict[str, frozenset[str]] = {
    "audio/mpeg": frozenset({"audio/mpeg"}),
    "audio/x-m4a": frozenset({"audio/x-m4a", "audio/mp4", "audio/m4a"}),
    "audio/ogg": frozenset({"audio/ogg", "audio/opus", "application/ogg"}),
    "audio/flac": frozenset({"audio/flac", "audio/x-flac"}),
}
# Browsers do not play what is served as one of these, and Apple refuses it.
_BAD = ("text/", "image/", "application/json", "application/xml", "application/pdf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong at a distance; a key of the table of rules says who asks for it."""

    rule: str
    what: str
    todo: str
    severity: Severity = Severity.WARNING


def find_ending_fault(url: str) -> Fault | None:
    """Return what is wrong with the name of a main recording: Apple looks at nothing else."""
    ending = ending_of(url)
    if ending in MAIN_ENDINGS:
        return None
    what = f"podcast apps do not play {ending} as an episode."
    todo = "Give the episode an MP3 or M4A, and name this one in 'Alternates:'."
    if not ending:
        what = "its path has no ending, and podcast apps decide by that what it is."
        todo = "Give the file a name that ends in .mp3 or .m4a."
    return Fault(rule="remote-ending", what=what, todo=todo, severity=Severity.ERROR)


def find_faults(facts: Facts) -> Iterator[Fault]:
    """Yield what its server does wrong."""
    served, kind = facts.served.lower(), facts.measured.type
    if served.startswith(_BAD):
        yield Fault(
            rule="remote-text",
            what=f"its server says that it is {served}, so browsers and apps do not play it.",
            todo=f"Let it be served as {kind}.",
            severity=Severity.ERROR,
        )
    elif served not in _GOOD.get(kind, {kind}):
        said = f"says that it is {served}, and it is {kind}" if served else "does not say its type"
        yield Fault(rule="remote-type", what=f"its server {said}.", todo=f"Let it say {kind}.")
    if not facts.answers_head:
        what = "its server does not tell its length when asked for the headers alone (HEAD)."
        yield Fault(rule="remote-head", what=what, todo="Let HEAD answer as GET does: Apple asks.")
