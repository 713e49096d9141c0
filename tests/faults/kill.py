"""Run something in a process of its own and kill it just before its n-th change on the disk."""

from __future__ import annotations

import os
import signal
import sys
import traceback
import warnings
from collections.abc import Callable

_CHANGES = {"os.rename", "os.symlink", "os.mkdir", "os.remove", "os.rmdir", "os.chmod"}
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def is_killed_at(step: int, action: Callable[[], object]) -> bool:
    """Say whether the action was killed at that change; False means that it ended before."""
    with warnings.catch_warnings():
        # Threads of other tests do no harm: the child only touches files.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        _run(step, action)
    _, status = os.waitpid(child, 0)
    assert status in {0, signal.SIGKILL}
    return status == signal.SIGKILL


def _run(step: int, action: Callable[[], object]) -> None:
    left = step

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event in _CHANGES or (event == "open" and _is_write(arguments)):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    try:
        action()
    except BaseException:  # noqa: BLE001  (the child must end here, whatever happens)
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def _is_write(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2]
    return isinstance(flags, int) and bool(flags & _WRITES)
