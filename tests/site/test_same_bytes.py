"""The same content gives the same bytes, whatever the machine, and again after publishing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.sites import NOW, ROOT, Built, build

pytestmark = pytest.mark.slow


def build_apart(content: Path, folder: Path, **environment: str) -> Built:
    """Build in a process of its own, from a working directory of its own."""
    output = folder / "output"
    cwd = folder / "somewhere else"
    cwd.mkdir(parents=True)
    settings = {"NOW": NOW, "ENGINE_CACHE": str(folder / "cache"), "FACTS": str(folder / "facts")}
    extra = [f"{name}={json.dumps(value)}" for name, value in settings.items()]
    done = subprocess.run(
        [sys.executable, "-m", "pelican", str(content), "-o", str(output),
         "-s", str(ROOT / "publishconf.py"), "--fatal", "errors", "-e", *extra],
        cwd=cwd, env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return Built(output=output, told=done.stderr, is_good=True)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample's content without its ledger, with other file times."""
    copy = tmp_path_factory.mktemp("copy") / "content"
    shutil.copytree(ROOT / "content", copy, copy_function=shutil.copyfile)
    (copy / "ledger.json").unlink(missing_ok=True)
    return copy


def test_two_machines_build_the_same_bytes(content: Path, tmp_path: Path) -> None:
    here = build_apart(content, tmp_path / "here", PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C")
    for path in content.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    there = build_apart(
        content, tmp_path / "there", PYTHONHASHSEED="2", TZ="Pacific/Auckland", LC_ALL="C.UTF-8"
    )

    assert here.files() == there.files()


def test_writing_the_ledger_changes_no_byte_of_the_next_build(
    content: Path, tmp_path: Path
) -> None:
    first = build_apart(content, tmp_path / "first")
    facts = json.loads((tmp_path / "first" / "facts").read_text())
    (content / "ledger.json").write_text(facts["ledger"]["text"])

    second = build_apart(content, tmp_path / "second")

    assert first.files() == second.files()


def test_the_committed_ledger_is_what_a_publish_would_write(tmp_path: Path) -> None:
    build_apart(ROOT / "content", tmp_path / "sample")
    facts = json.loads((tmp_path / "sample" / "facts").read_text())

    assert facts["ledger"]["text"] == (ROOT / "content" / "ledger.json").read_text()


def test_an_empty_folder_is_a_site_too(tmp_path: Path) -> None:
    assert build(tmp_path, {}).has("/index.html")
