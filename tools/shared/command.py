"""How every command ends: with an exit code, and a sentence instead of a traceback."""

from __future__ import annotations

import argparse
import errno
import os
import signal
import sys
from collections.abc import Callable, Sequence
from types import FrameType
from typing import NoReturn

from tools.shared.errors import ToolError

STOPPED = 130

# What a machine may run into without a mistake of ours; any other OSError is a bug.
_MACHINE = frozenset(
    {
        errno.EACCES,
        errno.EDQUOT,
        errno.EIO,
        errno.ENAMETOOLONG,
        errno.ENOSPC,
        errno.EPERM,
        errno.EROFS,
    }
)


class Parser(argparse.ArgumentParser):
    """Reads flags; what is wrong with them is told in one line."""

    def __init__(self, name: str, description: str | None) -> None:
        super().__init__(
            prog=f"python -m tools.{name}",
            description=description,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )

    def error(self, message: str) -> NoReturn:
        """End with the sentence instead of the whole usage."""
        self.exit(
            ToolError.exit_code, f"{message.rstrip('.')}. {self.prog} --help lists all flags.\n"
        )


def run_command(main: Callable[[Sequence[str]], int], arguments: Sequence[str]) -> int:
    """Run a command's main function and return its exit code."""
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGHUP, _stop)
    try:
        return main(arguments)
    except ToolError as error:
        return _tell(str(error), error.exit_code)
    except KeyboardInterrupt:
        return _tell("Stopped.", STOPPED)
    except BrokenPipeError:
        # The reader of our output is gone; Python must not complain again when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return STOPPED
    except OSError as error:
        if error.errno not in _MACHINE:
            raise
        return _tell(f"{error.filename or 'This machine'}: {error.strerror}.", ToolError.exit_code)


def _stop(_number: int, _frame: FrameType | None) -> None:
    # A polite kill ends like Ctrl-C: what was begun is cleaned up.
    raise KeyboardInterrupt


def _tell(message: str, exit_code: int) -> int:
    if message:
        print(message, file=sys.stderr)
    return exit_code
