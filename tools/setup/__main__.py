"""Set up what the other commands need: `python3 -m tools.setup`, for the tests with `test` added.

Exit codes: 0 all is there, 2 something is missing and the message says what to do.
Written so that Python 3.6 can read it: an old Python gets a sentence, not a syntax error.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  (the very Python that this line is for)
    sys.stderr.write(
        f"python3: Python 3.11 or newer is needed, and this is {sys.version.split()[0]} "
        f"({sys.executable}). Debian 12 and Ubuntu 24.04 have one: sudo apt-get install python3 "
        "python3-venv. If another is elsewhere, name it: make publish PYTHON=/path/to/python3.12\n"
    )
    sys.exit(2)

from tools.setup.environment import main
from tools.shared.command import run_command

if __name__ == "__main__":
    sys.exit(run_command(main, sys.argv[1:]))
