"""`.venv`: made once, filled from the locks, and left alone as long as both stand."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.setup.pip_log import explain_failure
from tools.setup.stamp import expected_stamp, read_stamp, write_stamp
from tools.setup.system import provide_programs
from tools.shared.command import Parser
from tools.shared.console import Progress
from tools.shared.errors import ToolError
from tools.shared.locks import locked
from tools.shared.paths import CACHE, ROOT, show

# In the order in which they are installed: feedgen comes as source, and `build` builds it.
_LOCKS = {"run": ("build", "run"), "test": ("build", "run", "test")}

# A user's own pip settings may name an index or a proxy, but not another place to install to.
_PIP = {
    "PIP_USER": "0",
    "PIP_NO_INPUT": "1",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "PIP_RETRIES": "2",
}
_FOREIGN = ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIREMENT", "PIP_CONSTRAINT")
# What an environment consists of that was interrupted while it was made.
_BEGUN = {"bin", "include", "lib", "lib64"}
_AGAIN = "Then run the same command again; it goes on where it stopped."


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """Where things are, so that tests can put them elsewhere."""

    root: Path = ROOT
    cache: Path = CACHE

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        return self.venv / "bin" / "python"

    @property
    def log(self) -> Path:
        return self.cache / "setup.log"

    def lock(self, name: str) -> Path:
        return self.root / "locks" / f"{name}.txt"

    def stamp(self, purpose: str) -> Path:
        return self.venv / f"set-up-{purpose}.json"


def main(arguments: Sequence[str]) -> int:
    """Set up for running, or for the tests as well."""
    parser = Parser("setup", __doc__)
    parser.add_argument("purpose", nargs="?", choices=("run", "test"), default="run")
    purpose: str = parser.parse_args(arguments).purpose
    environment = Environment()
    if not is_set_up(environment, purpose):
        set_up(environment, purpose)
    if purpose == "test":
        provide_programs(environment.python)
    return 0


def is_set_up(environment: Environment, purpose: str) -> bool:
    """Say whether nothing needs to be done."""
    if not os.access(environment.python, os.X_OK):
        return False
    locks = [environment.lock(name) for name in _LOCKS[purpose]]
    return read_stamp(environment.stamp(purpose)) == expected_stamp(environment.venv, locks)


def set_up(environment: Environment, purpose: str) -> None:
    """Make the environment and install the locked packages; a second set-up waits and finds it."""
    with locked(environment.cache), Progress() as progress:
        if is_set_up(environment, purpose):
            return
        environment.log.unlink(missing_ok=True)
        if not is_usable(environment):
            progress("Making the environment")
            make_venv(environment)
        for name in _LOCKS[purpose]:
            progress(f"Installing the packages of locks/{name}.txt")
            install(environment, name)
        _write_stamps(environment, purpose)
        _tell(f"Installed the packages of locks/{purpose}.txt")


def is_usable(environment: Environment) -> bool:
    """Say whether the environment's Python still runs, is new enough and finds its pip."""
    check = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    try:
        result = subprocess.run(
            [str(environment.python), "-c", check], capture_output=True, check=False
        )
    except OSError:
        return False
    return result.returncode == 0


def make_venv(environment: Environment) -> None:
    """Make `.venv` anew."""
    _refuse_foreign(environment.venv)
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise ToolError(
            f"python3: this Python {version} ({sys.executable}) cannot make environments. "
            f"On Debian and Ubuntu: sudo apt-get install python{version}-venv"
        )
    _tell(f"Setting up {show(environment.venv)}, needed once")
    # Run inside another environment, or this one, what counts is the Python behind it.
    python: str = getattr(sys, "_base_executable", sys.executable)
    said = _run(environment, [python, "-m", "venv", "--clear", str(environment.venv)])
    if said is not None:
        raise ToolError(
            f"{show(environment.venv)}: this could not be made. "
            f"{show(environment.log)} says why. {_AGAIN}"
        )


def install(environment: Environment, name: str) -> None:
    """Install the packages of a lock, each checked against its hash."""
    flags = ["--require-hashes", "--no-build-isolation", "--use-pep517", "--progress-bar", "off"]
    command = [str(environment.python), "-m", "pip", "install", *flags, "--no-color"]
    said = _run(environment, [*command, "-r", str(environment.lock(name))])
    if said is not None:
        raise ToolError(
            f"locks/{name}.txt: {explain_failure(said)} {_AGAIN} "
            f"All that pip said is in {show(environment.log)}."
        )


def _run(environment: Environment, command: list[str]) -> str | None:
    """Run a command, keep what it says in the log, and return it if the command failed."""
    kept = {key: value for key, value in os.environ.items() if key not in _FOREIGN}
    result = subprocess.run(
        command,
        env=kept | _PIP,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    with environment.log.open("a", encoding="utf-8") as log:
        log.write(f"$ {' '.join(command)}\n{result.stdout}\n")
    return None if result.returncode == 0 else result.stdout


def _refuse_foreign(venv: Path) -> None:
    """Raise an error if something that is no environment has the name of ours."""
    if venv.is_dir():
        names = {child.name for child in venv.iterdir()}
        is_ours = "pyvenv.cfg" in names or names <= _BEGUN
    else:
        is_ours = not os.path.lexists(venv)
    if not is_ours:
        raise ToolError(f"{show(venv)}: this is no Python environment. Move it away. {_AGAIN}")


def _write_stamps(environment: Environment, purpose: str) -> None:
    for name, locks in _LOCKS.items():
        if set(locks) <= set(_LOCKS[purpose]):
            made_of = [environment.lock(lock) for lock in locks]
            write_stamp(environment.stamp(name), expected_stamp(environment.venv, made_of))


def _tell(text: str) -> None:
    # Not on stdout: that belongs to the report of the command that comes next.
    print(text, file=sys.stderr, flush=True)
