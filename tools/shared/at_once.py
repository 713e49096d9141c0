"""Work that is done for many things at once, while its progress is told."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import TypeVar

from tools.shared.console import bar

Thing = TypeVar("Thing", bound=Hashable)
Answer = TypeVar("Answer")


def do_at_once(
    work: Callable[[Thing], Answer],
    things: Sequence[Thing],
    workers: int,
    doing: str,
    tell: Callable[[str], None],
) -> dict[Thing, Answer | ValueError]:
    """Return what came of each thing, or the ValueError that says why nothing did.

    Anything else that goes wrong, and Ctrl-C, ends it without waiting for the rest.
    """

    def attempt(thing: Thing) -> Answer | ValueError:
        try:
            return work(thing)
        except ValueError as error:
            return error

    found: dict[Thing, Answer | ValueError] = {}
    with ThreadPoolExecutor(max_workers=workers) as pool:
        try:
            waiting = {pool.submit(attempt, thing): thing for thing in things}
            for done in as_completed(waiting):
                found[waiting[done]] = done.result()
                tell(f"{doing} {bar(len(found), len(things))}")
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return found
