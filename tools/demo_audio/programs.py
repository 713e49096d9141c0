"""The programs that do the work, and what to install where one is missing."""

import shutil
import subprocess
from collections.abc import Sequence

from .errors import MissingProgramError, ProgramError

PACKAGES = {"ffmpeg": "ffmpeg", "flite": "flite"}


def require_programs() -> None:
    """Stop with the one command that installs whatever is missing."""
    missing = [program for program in PACKAGES if shutil.which(program) is None]
    if missing:
        packages = " ".join(PACKAGES[program] for program in missing)
        raise MissingProgramError(
            f"{' and '.join(missing)}: not found on PATH. Install with: apt-get install {packages}"
        )


def run(command: Sequence[str], data: bytes = b"") -> str:
    """Run a program on some data and return what it reports on standard error."""
    done = subprocess.run(command, input=data, capture_output=True, check=False)
    report = done.stderr.decode(errors="replace")
    if done.returncode != 0:
        raise ProgramError(f"{command[0]}: exit code {done.returncode}. It said:\n{report.strip()}")
    return report
