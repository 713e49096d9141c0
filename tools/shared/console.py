"""The few honest lines that a command prints, and a sign of life on a terminal."""

from __future__ import annotations

import os
import sys
import threading
import time
from types import TracebackType
from typing import Self

_UNITS = ((10**9, "GB"), (10**6, "MB"), (10**3, "kB"))
_LABEL_WIDTH = 11
_BAR_WIDTH = 20
# Back to the line's beginning, and forget what stands there.
_CLEAR = "\r\x1b[K"


def line(label: str, text: str) -> str:
    """Return one line of a report.

    >>> line("Built", "15 posts")
    'Built      15 posts'
    """
    return f"{label:<{_LABEL_WIDTH}}{text}"


def count(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> count(1, "post"), count(0, "page")
    ('1 post', '0 pages')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def dump_size(length_bytes: int) -> str:
    """Return a size for people.

    >>> dump_size(999), dump_size(8_123_456)
    ('999 bytes', '8.1 MB')
    """
    for factor, unit in _UNITS:
        if length_bytes >= factor:
            return f"{length_bytes / factor:.1f} {unit}"
    return count(length_bytes, "byte")


def bar(done: int, total: int) -> str:
    """Return how far a step is, as a bar and in numbers.

    >>> bar(3, 12)
    '█████                3 of 12'
    """
    full = _BAR_WIDTH * done // max(total, 1)
    return f"{'█' * full:<{_BAR_WIDTH}} {done:,} of {total:,}"


def has_colour() -> bool:
    """Say whether what is printed is read by a person on a terminal that shows colours."""
    is_plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not is_plain


class Progress:
    """A line on the terminal that counts the seconds of a step; nothing at all elsewhere."""

    def __init__(self) -> None:
        self._step = ""
        self._pen = threading.Lock()
        self._begun = time.monotonic()
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._draw, daemon=True)

    def __call__(self, step: str) -> None:
        """Name the step that begins."""
        self._step = step

    def say(self, text: str) -> None:
        """Print lines that stay, above the step that goes on."""
        with self._pen:
            if self._thread.is_alive():
                sys.stderr.write(_CLEAR)
                sys.stderr.flush()
            print(text, flush=True)

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            self._thread.start()
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        if self._thread.is_alive():
            self._done.set()
            self._thread.join()

    def _draw(self) -> None:
        while not self._done.wait(0.25):
            seconds = time.monotonic() - self._begun
            with self._pen:
                sys.stderr.write(f"{_CLEAR}{self._step} … {seconds:.0f} s")
                sys.stderr.flush()
        sys.stderr.write(_CLEAR)
        sys.stderr.flush()
