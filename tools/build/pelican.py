"""Run Pelican as a command of its own and make sense of what it says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tools.build.request import Request
from tools.shared.errors import ContentError
from tools.shared.paths import ROOT

# What would let another Python's packages, or another encoding, into the build.
_FOREIGN = ("PYTHONPATH", "PYTHONHOME", "PYTHONSAFEPATH", "PYTHONWARNINGS")


Settings = dict[str, str | bool | list[str]]


def pelican_command(
    request: Request, output: Path, facts: Path, more: Settings | None = None
) -> list[str]:
    """Return the command that builds a request into a folder, with more settings if need be.

    All settings stand behind one `-e`: Pelican forgets an earlier one.
    """
    found = overrides(request, facts) | (more or {})
    settings = (f"{key}={json.dumps(value)}" for key, value in found.items())
    command = [sys.executable, "-m", "pelican", str(request.content), "-o", str(output)]
    command += ["-s", str(request.conf), "--fatal", "errors", "--log-handler", "plain"]
    return [*command, "-e", *settings]


def overrides(request: Request, facts: Path) -> Settings:
    """Return the settings that the request lays over the configuration."""
    settings: Settings = {"FACTS": str(facts), "STRICT": request.is_strict}
    if request.siteurl is not None:
        settings["SITEURL"] = request.siteurl.rstrip("/")
    if request.now is not None:
        settings["NOW"] = request.now
    if request.ledger is not None:
        settings["LEDGER"] = str(request.ledger) if isinstance(request.ledger, Path) else False
    if request.accept:
        settings["ACCEPT"] = list(request.accept)
    if request.is_offline:
        settings["OFFLINE"] = True
    if request.is_diff:
        settings["IDENTITY"] = "tell"
    return settings


def pelican_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of a build: ours, without what would change its output."""
    kept = {key: value for key, value in environment.items() if key not in _FOREIGN}
    return kept | {"PYTHONUTF8": "1"}


def run_pelican(command: list[str]) -> str:
    """Run the build and return what it said on stderr; raise with all it said if it failed."""
    result = subprocess.run(
        command,
        cwd=ROOT,
        env=pelican_environment(os.environ),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if result.returncode != 0:
        raise ContentError(failure_text(result.stdout, result.stderr, result.returncode))
    return result.stderr.strip()


def failure_text(chatter: str, problems: str, exit_code: int) -> str:
    """Return what a failed build said, the problems last, where they are read first."""
    said = "\n".join(part.strip() for part in (chatter, problems) if part.strip())
    ended = f"was ended by signal {-exit_code}" if exit_code < 0 else f"ended with {exit_code}"
    return said or f"The build {ended} and said nothing."
