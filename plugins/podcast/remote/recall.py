"""What a build knows of audio on other hosts: what is kept or cached, or else what it asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from plugins.podcast.remote.facts import Facts
from plugins.podcast.remote.measuring import measure_remote
from plugins.podcast.remote.memory import (
    NAME,
    RememberedError,
    dump_memory,
    parse_memory,
)
from plugins.shared.kept import Kept
from plugins.shared.problems import split_sentence
from plugins.shared.run import Run

# Most shows have one host, which shall not take us for an attack.
AT_ONCE = 4
_ENDING = ".json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remote:
    """What is `kept` in the content by address; `cache` is the folder of what this machine knows.

    `where` is the kept file as messages call it. One that is `is_broken` was told, and keeps
    nothing.
    """

    kept: Mapping[str, Facts] = field(default_factory=dict)
    cache: Path = Path(".cache")
    where: str = NAME
    is_offline: bool = False
    is_broken: bool = False
    _asked: dict[str, Facts | ValueError] = field(default_factory=dict)

    def ask_ahead(self, urls: Iterable[str]) -> None:
        """Ask for what is not known of some addresses, a few at once."""
        if self.is_offline or self.is_broken:
            return
        unknown = [url for url in dict.fromkeys(urls) if self._find(url) is None]
        if not unknown:
            return
        with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
            try:
                self._asked.update(zip(unknown, pool.map(_ask, unknown), strict=True))
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise

    def recall(self, url: str) -> Facts:
        """Return what is known of an address, or ask for it and remember it on this machine.

        Raises:
            ValueError: with a whole sentence, if nothing is known and nothing can be.
        """
        known = self._find(url)
        if known is not None:
            return known
        if self.is_offline:
            what = "it was never measured, and OFFLINE=1 asks no other host."
            raise ValueError(f"{what} Run 'make probe' with a network, and commit {self.where}.")
        found = self._asked.get(url) or _ask(url)
        if isinstance(found, ValueError):
            raise found
        self._cached.remember(_key(url), _ENDING, dump_memory({url: found}).encode())
        return found

    def _find(self, url: str) -> Facts | None:
        return self.kept.get(url) or self._cached.recall(
            _key(url), _ENDING, lambda text: parse_memory(text.decode()).get(url)
        )

    @property
    def _cached(self) -> Kept:
        return Kept(self.cache / "remote")


def _key(url: str) -> str:
    return sha256(url.encode()).hexdigest()


def _ask(url: str) -> Facts | ValueError:
    try:
        return measure_remote(url)
    except ValueError as error:
        return error


def read_kept(path: Path) -> dict[str, Facts]:
    """Read what is kept in a file, nothing if there is none.

    Raises:
        RememberedError: if it is there and cannot be read.
    """
    if not path.exists():
        return {}
    if not path.is_file():
        raise RememberedError("it is no file.")
    try:
        # Some editors put a mark of the encoding in front.
        return parse_memory(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise RememberedError("it is not UTF-8.") from None
    except OSError as error:
        raise RememberedError(f"it cannot be read ({error.strerror}).") from error


def read_remote(run: Run) -> Remote:
    """Return what a build knows; a file that cannot be read is told."""
    path = run.content / NAME
    kept: Mapping[str, Facts] = {}
    is_broken = False
    try:
        kept = read_kept(path)
    except RememberedError as error:
        what, todo = split_sentence(error)
        run.problems.error(run.where(path), what, todo, line=error.line, rule="remote-file")
        is_broken = True
    return Remote(
        kept=kept,
        cache=run.cache,
        where=run.where(path),
        is_offline=run.is_offline,
        is_broken=is_broken,
    )
