"""Programs that the tests need: found on PATH, else installed where that is allowed."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tools.shared.errors import ToolError
from tools.shared.paths import show


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A program, the names it may have on PATH, and the package that brings it.

    `question` is what it is asked to see whether it runs; nothing where being there is enough.
    """

    what: str
    names: tuple[str, ...]
    package: str
    question: str = ""


BROWSER = Program(
    what="a Chromium browser",
    names=("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    package="chromium",
    question="--version",
)
FFMPEG = Program(what="ffmpeg", names=("ffmpeg",), package="ffmpeg", question="-version")
# Whatever it is asked, it makes a folder in the user's home.
GPODDER = Program(what="gPodder", names=("gpo",), package="gpodder")
PROGRAMS = (BROWSER, FFMPEG, GPODDER)
_PATIENCE = 60


def find_program(program: Program) -> str | None:
    """Return the path of a program that runs, if there is one.

    Ubuntu has a `chromium-browser` that only says where to get one, hence the try.
    """
    for name in program.names:
        path = shutil.which(name)
        if path and (not program.question or _succeeds([path, program.question])):
            return path
    return None


def find_browser() -> str | None:
    """Return the path of a Chromium: one on PATH, else the one that playwright keeps."""
    return find_program(BROWSER) or _find_kept_browser()


def find_missing() -> list[Program]:
    """Return the programs that are not there."""
    return [
        program
        for program in PROGRAMS
        if (find_browser() if program is BROWSER else find_program(program)) is None
    ]


def provide_programs(python: Path) -> None:
    """See to it that all programs are there, or say which line brings them."""
    missing = find_missing()
    rights = find_rights() if missing else None
    if missing and rights is not None:
        print(f"Installing {_listed(missing)}", file=sys.stderr, flush=True)
        install_programs(missing, rights, python)
        missing = find_missing()
    if missing:
        raise ToolError(missing_text(missing, python))


def find_rights() -> list[str] | None:
    """Return what to put before `apt-get` so that it may install, or None if it may not."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    may = shutil.which("sudo") and _succeeds(["sudo", "-n", "true"])
    return ["sudo", "-n"] if may else None


def install_programs(missing: list[Program], rights: list[str], python: Path) -> None:
    """Install what the distribution has; what it has not, playwright brings."""
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    _run([*apt, "update"])
    packages = [program.package for program in missing if has_package(program.package)]
    if packages:
        _run([*apt, "install", "-y", "--no-install-recommends", *packages])
    if BROWSER in missing and BROWSER.package not in packages:
        _run(_playwright(python))


def has_package(name: str) -> bool:
    """Say whether the distribution has the program itself; Ubuntu's package only asks snap."""
    if not shutil.which("apt-cache"):
        return False
    said = _output(["apt-cache", "policy", name])
    candidate = next((row for row in said.splitlines() if "Candidate:" in row), "(none)")
    return "(none)" not in candidate and "snap" not in candidate


def missing_text(missing: list[Program], python: Path) -> str:
    """Return what the tests lack and the one line that brings it."""
    names = _listed(missing)
    packages = [program.package for program in missing if has_package(program.package)]
    lines = [f"sudo apt-get install {' '.join(packages)}"] if packages else []
    if BROWSER in missing and BROWSER.package not in packages:
        lines.append(shlex.join(_playwright(python)))
    if any(item.package not in packages for item in missing if item is not BROWSER):
        return f"The tests need {names}. Install them with your system's package manager."
    return f"The tests need {names}. Run this, then make test again: {' && '.join(lines)}"


def _listed(programs: list[Program]) -> str:
    *others, last = (program.what for program in programs)
    return f"{', '.join(others)} and {last}" if others else last


def _playwright(python: Path) -> list[str]:
    return [show(python), "-m", "playwright", "install", "--with-deps", "chromium"]


def _find_kept_browser() -> str | None:
    folder = os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache" / "ms-playwright"
    found = sorted(Path(folder).glob("chromium-*/chrome-linux*/chrome"))
    return str(found[-1]) if found else None


def _succeeds(command: list[str]) -> bool:
    try:
        result = subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return result.returncode == 0


def _output(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def _run(command: list[str]) -> None:
    # What fails shows when the programs are looked for again.
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False)
