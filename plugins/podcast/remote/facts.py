"""What is known of audio on another host."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.podcast.audio.probe import Measured


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What was measured, and what its server said.

    `served` is its Content-Type without parameters; `etag` and `last_modified` are as they were
    sent; `answers_head` says whether the server knows the method with which Apple asks.
    """

    measured: Measured
    served: str = ""
    etag: str = ""
    last_modified: str = ""
    answers_head: bool = True
