from __future__ import annotations

import os
from pathlib import Path

import pytest

from tools.setup import system
from tools.setup.system import BROWSER, PROGRAMS, find_browser, has_package, provide_programs
from tools.shared.errors import ToolError

PYTHON = Path("/site/.venv/bin/python")
PLAYWRIGHT = f"{PYTHON} -m playwright install --with-deps chromium"

# What `apt-cache policy` says: Debian has the program, Ubuntu a package that asks snap for it.
DEBIAN = "  Candidate: 156.0-1"
UBUNTU = "  Candidate: 2:1snap1-0ubuntu2"
NONE = "  Candidate: (none)"


class Machine:
    """A machine with only the programs that a test puts on its PATH; it notes what they do."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.bin = folder / "bin"
        self.log = folder / "log"
        self.bin.mkdir()
        self.log.write_text("")
        self.add("env", 'shift; exec "$@"')
        monkeypatch.setenv("PATH", str(self.bin))
        monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(folder / "kept"))
        monkeypatch.setattr(os, "geteuid", lambda: 1000)

    def add(self, name: str, script: str = "") -> None:
        path = self.bin / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def add_apt(self, candidate: str = DEBIAN, *, brings: tuple[str, ...] = ()) -> None:
        made = "".join(f"/bin/ln -sf /bin/true {self.bin}/{name};" for name in brings)
        self.add("apt-cache", f"echo '{candidate}'")
        self.add(
            "apt-get", f'echo "apt-get $*" >> {self.log}; case $* in *install*) {made} ;; esac'
        )

    def done(self) -> list[str]:
        return self.log.read_text().splitlines()


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(tmp_path, monkeypatch)


@pytest.mark.parametrize("name", ["chromium", "chromium-browser", "google-chrome"])
def test_a_browser_on_the_path_is_used(machine: Machine, name: str) -> None:
    machine.add(name)

    assert find_browser() == str(machine.bin / name)


def test_a_browser_that_only_says_where_to_get_one_does_not_count(machine: Machine) -> None:
    machine.add("chromium-browser", "echo requires the chromium snap; exit 1")

    assert find_browser() is None


@pytest.mark.usefixtures("machine")
def test_the_browser_that_playwright_keeps_is_found(tmp_path: Path) -> None:
    kept = tmp_path / "kept" / "chromium-1200" / "chrome-linux64" / "chrome"
    kept.parent.mkdir(parents=True)
    kept.touch()

    assert find_browser() == str(kept)


def test_nothing_is_installed_where_all_is_there(machine: Machine) -> None:
    machine.add_apt()
    machine.add("chromium")
    machine.add("ffmpeg")
    machine.add("gpo", "exit 1")

    provide_programs(PYTHON)

    assert machine.done() == []


@pytest.mark.parametrize(
    ("candidate", "is_there"), [(DEBIAN, True), (UBUNTU, False), (NONE, False), ("", False)]
)
def test_a_package_counts_only_if_the_program_is_in_it(
    machine: Machine, candidate: str, *, is_there: bool
) -> None:
    machine.add_apt(candidate)

    assert has_package("chromium") is is_there


@pytest.mark.parametrize("right", ["root", "sudo without a password"])
def test_what_is_missing_is_installed_by_those_who_may(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, right: str
) -> None:
    machine.add_apt(brings=("chromium", "ffmpeg", "gpo"))
    if right == "root":
        monkeypatch.setattr(os, "geteuid", lambda: 0)
    machine.add("true")
    machine.add("sudo", '[ "$1" = -n ] && shift && exec "$@"')

    provide_programs(PYTHON)

    assert machine.done() == [
        "apt-get -q update",
        "apt-get -q install -y --no-install-recommends chromium ffmpeg gpodder",
    ]


def test_where_the_distribution_has_no_browser_playwright_brings_one(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.add_apt(UBUNTU)
    machine.add("ffmpeg")
    ran: list[list[str]] = []
    monkeypatch.setattr(system, "_run", ran.append)

    system.install_programs([BROWSER], [], PYTHON)

    assert [" ".join(command) for command in ran] == [
        "env DEBIAN_FRONTEND=noninteractive apt-get -q update",
        PLAYWRIGHT,
    ]


@pytest.mark.parametrize(
    ("candidate", "line"),
    [
        (DEBIAN, "sudo apt-get install chromium ffmpeg gpodder"),
        (NONE, ""),
    ],
)
def test_those_who_may_not_install_are_told_the_one_line(
    machine: Machine, candidate: str, line: str
) -> None:
    machine.add_apt(candidate)
    machine.add("sudo", "exit 1")

    with pytest.raises(ToolError) as caught:
        provide_programs(PYTHON)

    told = "The tests need a Chromium browser, ffmpeg and gPodder. "
    run_it = f"Run this, then make test again: {line}"
    assert str(caught.value) == told + (
        run_it if line else "Install them with your system's package manager."
    )
    assert machine.done() == []


def test_on_ubuntu_the_line_asks_playwright_for_the_browser(machine: Machine) -> None:
    machine.add_apt(UBUNTU)
    machine.add("ffmpeg")
    machine.add("gpo")

    with pytest.raises(ToolError) as caught:
        provide_programs(PYTHON)

    assert str(caught.value) == (
        f"The tests need a Chromium browser. Run this, then make test again: {PLAYWRIGHT}"
    )


def test_what_could_not_be_installed_is_told(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    machine.add_apt(brings=("chromium", "gpo"))

    with pytest.raises(
        ToolError, match=r"^The tests need ffmpeg\. Run this, then make test again: "
    ):
        provide_programs(PYTHON)


def test_every_program_is_named_once() -> None:
    assert [program.package for program in PROGRAMS] == ["chromium", "ffmpeg", "gpodder"]
