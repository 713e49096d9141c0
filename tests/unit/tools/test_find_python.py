from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tools.shared.paths import ROOT

SCRIPT = ROOT / "tools" / "setup" / "python.sh"

# A Python as the script sees one: it says whether it is new enough, and what it was asked to run.
FAKE = """#!/bin/sh
case $1 in
  -c) case $2 in *version_info*) exit {is_old} ;; *) exit {is_broken} ;; esac ;;
  *) echo "{name} $*" ;;
esac
"""


def add_python(folder: Path, name: str, kind: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    is_old, is_broken = {"new": (0, 0), "old": (1, 0), "broken": (127, 127)}[kind]
    path.write_text(FAKE.format(name=name, is_old=is_old, is_broken=is_broken))
    path.chmod(0o755)
    return path


def run_script(folder: Path, python: str = "") -> subprocess.CompletedProcess[str]:
    folder.mkdir(exist_ok=True)
    return subprocess.run(
        ["/bin/sh", str(SCRIPT), "-m", "tools.setup", "a b"],
        env={"PATH": str(folder), "PYTHON": python, "HOME": str(folder)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("pythons", "answer"),
    [
        ({"python3": "new", "python3.13": "new"}, "python3 -m tools.setup a b\n"),
        ({"python3": "old", "python3.12": "new"}, "python3.12 -m tools.setup a b\n"),
        ({"python3": "broken", "python3.11": "new"}, "python3.11 -m tools.setup a b\n"),
        # None is new enough: the old one tells so itself.
        ({"python3": "old"}, "python3 -m tools.setup\n"),
        ({"python3": "broken", "python3.13": "old"}, "python3.13 -m tools.setup\n"),
    ],
)
def test_the_first_python_on_the_path_that_is_new_enough_runs(
    tmp_path: Path, pythons: dict[str, str], answer: str
) -> None:
    for name, kind in pythons.items():
        add_python(tmp_path / "bin", name, kind)

    result = run_script(tmp_path / "bin")

    assert result.stdout == answer


def test_a_named_python_goes_first(tmp_path: Path) -> None:
    add_python(tmp_path / "bin", "python3", "new")
    mine = add_python(tmp_path / "my own", "snake", "new")

    result = run_script(tmp_path / "bin", python=str(mine))

    assert result.stdout == "snake -m tools.setup a b\n"


def test_a_named_python_may_lie_at_home(tmp_path: Path) -> None:
    add_python(tmp_path / "bin", "snake", "new")

    result = run_script(tmp_path / "bin", python="~/snake")

    assert result.stdout == "snake -m tools.setup a b\n"


def test_a_named_python_that_is_none_is_told(tmp_path: Path) -> None:
    add_python(tmp_path / "bin", "python3", "new")

    result = run_script(tmp_path / "bin", python="/no/python")

    assert (result.returncode, result.stderr) == (
        2,
        "PYTHON=/no/python: this does not run. Give the path of a Python 3.11 or newer.\n",
    )


def test_no_python_at_all_names_the_packages(tmp_path: Path) -> None:
    result = run_script(tmp_path / "bin")

    assert (result.returncode, result.stderr) == (
        2,
        (
            "python3: there is no Python here, and 3.11 or newer is needed. "
            "On Debian and Ubuntu: sudo apt-get install python3 python3-venv\n"
        ),
    )
