from __future__ import annotations

import importlib.util
import sys
import zipfile
from pathlib import Path

import pytest

from plugins.shared.files import sha256_of
from tools.setup.environment import Environment, is_set_up, make_venv, set_up
from tools.shared.errors import ToolError

# A Python whose pip writes down what it is asked for, and fails where the lock says so.
FAKE = """#!/bin/sh
for last in "$@"; do :; done
case $2 in
  pip) echo "${last##*/}" >> "${0%/*}/installed"; grep -q broken "$last" && exit 1; exit 0 ;;
esac
"""
AGAIN = "Then run the same command again; it goes on where it stopped."


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Environment:
    """Return an environment with a fake Python in it, and empty locks."""
    monkeypatch.chdir(tmp_path)
    environment = Environment(root=tmp_path, cache=tmp_path / ".cache")
    environment.python.parent.mkdir(parents=True)
    environment.python.write_text(FAKE)
    environment.python.chmod(0o755)
    (tmp_path / "locks").mkdir()
    for name in ("build", "run", "test"):
        environment.lock(name).write_text("")
    return environment


def installed(environment: Environment) -> list[str]:
    return (environment.python.parent / "installed").read_text().split()


def test_what_builds_a_package_is_installed_before_it(environment: Environment) -> None:
    set_up(environment, "run")

    assert installed(environment) == ["build.txt", "run.txt"]


def test_a_second_set_up_does_nothing(environment: Environment) -> None:
    set_up(environment, "test")
    set_up(environment, "test")
    set_up(environment, "run")

    assert installed(environment) == ["build.txt", "run.txt", "test.txt"]


def test_the_set_up_for_running_is_not_enough_for_the_tests(environment: Environment) -> None:
    set_up(environment, "run")

    assert [is_set_up(environment, purpose) for purpose in ("run", "test")] == [True, False]


def test_another_lock_is_installed(environment: Environment) -> None:
    set_up(environment, "run")
    environment.lock("run").write_text("# other packages")

    assert not is_set_up(environment, "run")


def test_an_interrupted_set_up_is_not_taken_for_a_whole_one(environment: Environment) -> None:
    environment.lock("run").write_text("broken")

    with pytest.raises(ToolError):
        set_up(environment, "run")

    assert not is_set_up(environment, "run")


def test_an_environment_whose_python_is_gone_is_not_set_up(environment: Environment) -> None:
    set_up(environment, "run")
    environment.python.unlink()
    environment.python.symlink_to("/gone/python3.11")

    assert not is_set_up(environment, "run")


def test_an_environment_whose_python_became_another_one_is_not_set_up(
    environment: Environment,
) -> None:
    set_up(environment, "run")
    other = environment.python.rename(environment.python.with_name("python3.99"))
    environment.python.symlink_to(other)

    assert not is_set_up(environment, "run")


def test_a_stamp_that_cannot_be_read_counts_for_nothing(environment: Environment) -> None:
    set_up(environment, "run")
    environment.stamp("run").write_text("{")

    assert not is_set_up(environment, "run")


def test_a_failed_installation_names_the_log(environment: Environment) -> None:
    environment.lock("run").write_text("broken")

    with pytest.raises(ToolError) as caught:
        set_up(environment, "run")

    assert str(caught.value) == (
        f"locks/run.txt: pip ended without a reason. {AGAIN} "
        "All that pip said is in .cache/setup.log."
    )


def test_the_package_with_the_missing_part_of_python_is_named(
    environment: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"

    with pytest.raises(ToolError) as caught:
        make_venv(environment)

    assert str(caught.value) == (
        f"python3: this Python {version} ({sys.executable}) cannot make environments. "
        f"On Debian and Ubuntu: sudo apt-get install python{version}-venv"
    )


@pytest.mark.parametrize("kind", ["a folder with other things", "a file", "a dangling link"])
def test_something_else_called_venv_is_left_alone(tmp_path: Path, kind: str) -> None:
    environment = Environment(root=tmp_path, cache=tmp_path / ".cache")
    match kind:
        case "a file":
            environment.venv.write_text("mine")
        case "a dangling link":
            environment.venv.symlink_to("gone")
        case _:
            (environment.venv / "mine").mkdir(parents=True)

    with pytest.raises(ToolError, match=r"\.venv: this is no Python environment. Move it away. "):
        make_venv(environment)


@pytest.mark.slow
def test_a_real_environment_is_made_in_a_folder_with_an_odd_name_and_takes_only_what_was_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"NO_INDEX": "1", "TARGET": str(tmp_path), "USER": "1"}.items():
        monkeypatch.setenv(f"PIP_{name}", value)
    environment = Environment(root=tmp_path / "it's a $site", cache=tmp_path / ".cache")
    environment.lock("run").parent.mkdir(parents=True)
    environment.lock("build").write_text("")
    tiny = f"--find-links {tmp_path}\ntiny==1.0 --hash=sha256:"

    environment.lock("run").write_text(tiny + "0" * 64)
    wheel = make_wheel(tmp_path)
    with pytest.raises(ToolError, match=r"txt: tiny==1\.0 is not the file that was locked\."):
        set_up(environment, "run")

    environment.lock("run").write_text(tiny + sha256_of(wheel))
    set_up(environment, "run")
    assert list(environment.venv.glob("lib/python*/site-packages/tiny.py"))


def make_wheel(folder: Path) -> Path:
    wheel = folder / "tiny-1.0-py3-none-any.whl"
    info = "tiny-1.0.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("tiny.py", "")
        archive.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n")
        archive.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr(
            f"{info}/RECORD", f"tiny.py,,\n{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n"
        )
    return wheel
