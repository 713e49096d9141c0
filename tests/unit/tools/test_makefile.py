from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tools.shared.paths import ROOT

WRITE = ["html", "devserver", "regenerate", "embed-chapters", "probe", "clean"]
PROVE = ["check", "test", "quick", "lint", "format"]
PUBLISH = ["diff", "publish", "ledger", "serve"]
SET_UP = ["setup", "help"]
ODD_TEXTS = [
    "a folder",
    "it's",
    'say "yes"',
    "$HOME $$ ${x} $(shell false)",
    "a#b",
    "~/blog ~ a~b",
    "back\\slash\\",
    "naïve ünïcödé 日本",
    "; false && `false` | *",
    "$(error boom)",
    "-x --y=z",
    "100% @a",
]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a folder with our Makefile in which Python only writes down its arguments."""
    folder = tmp_path / "it's a $site"
    (folder / "tools" / "setup").mkdir(parents=True)
    (folder / ".venv" / "bin").mkdir(parents=True)
    shutil.copy(ROOT / "Makefile", folder)
    shutil.copy(ROOT / "tools" / "setup" / "help.awk", folder / "tools" / "setup")
    (folder / "tools" / "setup" / "python.sh").write_text("")
    python = folder / ".venv" / "bin" / "python"
    python.write_text("#!/bin/sh\nshift\nprintf '%s\\0' \"$@\" > arguments\n")
    python.chmod(0o755)
    return folder


def run_make(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"} | variables
    return subprocess.run(
        ["make", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def last_arguments(folder: Path) -> list[str]:
    """Return what the last command of the recipe was called with."""
    return (folder / "arguments").read_text(encoding="utf-8").split("\0")[:-1]


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_text_given_to_make_arrives_as_typed(site: Path, text: str) -> None:
    run_make(site, "publish", f"TARGET={text}", f"SITEURL={text}", f"INPUTDIR={text}")

    assert last_arguments(site) == [
        "tools.publish",
        "--conf=publishconf.py",
        f"--content={text}",
        f"--siteurl={text}",
        f"--target={text}",
    ]


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_text_from_the_environment_arrives_as_it_is(site: Path, text: str) -> None:
    run_make(site, "publish", TARGET=text, NOW=text)

    assert last_arguments(site) == [
        "tools.publish",
        "--conf=publishconf.py",
        "--content=content",
        f"--now={text}",
        f"--target={text}",
    ]


ALL = {
    "INPUTDIR": "in",
    "OUTPUTDIR": "out",
    "CONFFILE": "conf",
    "PUBLISHCONF": "pconf",
    "SITEURL": "url",
    "TARGET": "target",
    "PORT": "1",
    "NOW": "now",
    "LEDGER": "0",
    "STRICT": "1",
    "OFFLINE": "1",
    "EPISODE": "075",
    "FORCE": "1",
    "JSON": "1",
}
AT_ONCE = ["--numprocesses=auto", "--dist=loadfile"]
SOURCE = ["--content=in", "--siteurl=url", "--now=now", "--ledger=0", "--strict", "--offline"]


@pytest.mark.parametrize(
    ("verb", "arguments"),
    [
        ("html", ["tools.build", "--conf=conf", *SOURCE, "--output=out"]),
        ("regenerate", ["tools.build", "--watch", "--conf=conf", *SOURCE, "--output=out"]),
        (
            "devserver",
            ["tools.serve", "--watch", "--conf=conf", *SOURCE, "--output=out", "--port=1"],
        ),
        ("diff", ["tools.publish", "diff", "--conf=pconf", *SOURCE, "--target=target", "--json"]),
        ("publish", ["tools.publish", "--conf=pconf", *SOURCE, "--target=target", "--json"]),
        (
            "embed-chapters",
            ["tools.embed_chapters", "--episode=075", "--content=in", "--ledger=0"],
        ),
        ("probe", ["tools.probe", "--content=in", "--episode=075", "--force", "--json"]),
        (
            "ledger",
            ["tools.publish", "ledger", "--from=target", "--content=in", "--ledger=0", "--force"],
        ),
        ("serve", ["tools.serve", "--folder=target", "--folder=out", "--port=1"]),
        ("test", ["pytest", *AT_ONCE]),
        ("quick", ["pytest", *AT_ONCE, "-m", "not slow"]),
        ("lint", ["mypy"]),
        ("format", ["ruff", "check", "--fix", "."]),
    ],
)
def test_every_verb_passes_its_variables_on(site: Path, verb: str, arguments: list[str]) -> None:
    run_make(site, verb, *(f"{name}={value}" for name, value in ALL.items()))

    assert last_arguments(site) == arguments


def test_0_switches_nothing_on(site: Path) -> None:
    run_make(site, "publish", "STRICT=0", "JSON=0")

    assert not {"--strict", "--json"} & set(last_arguments(site))


def test_a_bare_make_lists_every_verb_with_one_line_each(site: Path) -> None:
    result = run_make(site)

    listed = re.findall(r"^  make ([a-z-]+) +\S.*$", result.stdout, re.MULTILINE)
    assert listed == WRITE + PROVE + PUBLISH + SET_UP


def test_the_list_has_no_colour_in_a_pipe(site: Path) -> None:
    result = run_make(site)

    assert "\x1b" not in result.stdout


def test_an_old_make_is_told_what_is_needed(site: Path) -> None:
    result = run_make(site, "MAKE_VERSION=3.81")

    assert result.returncode == 2
    assert "GNU make 4.0 or newer is needed, and this is 3.81." in result.stderr


def test_make_from_another_folder_says_where_to_run_it(site: Path, tmp_path: Path) -> None:
    result = run_make(tmp_path, "-f", str(site / "Makefile"))

    assert result.returncode == 2
    assert "run make in the folder where its Makefile lies" in result.stderr


@pytest.mark.parametrize(
    ("given", "unknown"), [(("TARGTE=x",), "TARGTE"), (("SITEURL=x", "Y=1", "X=2"), "X Y")]
)
def test_a_variable_that_nobody_knows_is_told_and_nothing_is_done(
    site: Path, given: tuple[str, ...], unknown: str
) -> None:
    result = run_make(site, "publish", *given)

    assert result.returncode == 2
    assert f"*** {unknown}: there is no such variable. There are INPUTDIR " in result.stderr
    assert not (site / "arguments").exists()


def test_variables_of_a_make_around_this_one_are_none_of_its_business(site: Path) -> None:
    result = run_make(site, "publish", MAKELEVEL="1", MAKEFLAGS="-- VERBOSE=1")

    assert (result.returncode, result.stderr) == (0, "")


def test_a_failed_command_fails_make(site: Path) -> None:
    (site / ".venv" / "bin" / "python").write_text("#!/bin/sh\nexit 1\n")

    result = run_make(site, "publish")

    assert result.returncode == 2


def test_continuous_integration_runs_make_test_and_nothing_else() -> None:
    lines = (ROOT / ".ci" / "run").read_text().splitlines()

    commands = [line for line in lines if line and not line.startswith("#")]
    assert commands == [
        "set -euo pipefail",
        'cd "$(dirname "${BASH_SOURCE[0]}")/.."',
        "exec make test",
    ]
