"""What may be wrong with a recording: what refuses it, and what is only told."""

from __future__ import annotations

from dataclasses import dataclass


class AudioError(ValueError):
    """A recording that cannot be published, in whole sentences, and the rule that it breaks."""

    def __init__(self, rule: str, sentences: str) -> None:
        super().__init__(sentences)
        self.rule = rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Caveat:
    """What apps may stumble over in a recording that they play: a rule, what it is, a remedy."""

    rule: str
    what: str
    todo: str


AGAIN = "Export the recording again."


def ends_early() -> AudioError:
    return AudioError("audio-truncated", f"it ends before its sound does. {AGAIN}")


def no_sound() -> AudioError:
    return AudioError("audio-sound", f"no sound can be found in it. {AGAIN}")


def unknown() -> AudioError:
    what = "the file is not audio that apps can play."
    return AudioError("audio-type", f"{what} Export it as MP3 or M4A.")
