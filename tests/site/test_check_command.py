"""The whole command, as `make check` calls it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.sites import MP3, NOW, entry, episode, post, write_site
from tools.shared.paths import ROOT


def run_check(content: Path, *flags: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tools.check", "--content", str(content), "--now", NOW, *flags]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_site(
        tmp_path,
        {
            "posts/echo.md": post(Sumary="Echo."),
            "posts/draft.md": entry("Draft", "2026-01-02", "[x](x.md)", {"Status": "draft"}),
            "episodes/003-echo.md": episode("Ep. 3: Echo", date="2027-01-01"),
            "episodes/003-echo.mp3": MP3,
            "episodes/004-tide.md": episode("Tide"),
            "episodes/004-tide.mp3": MP3 + b"\0",
        },
    )


@pytest.mark.slow
def test_errors_are_what_is_published_and_warnings_the_rest(content: Path) -> None:
    result = run_check(content, "--json")

    found = [
        (Path(one["file"]).name, one["line"], one["severity"], one["rule"], one["source"])
        for one in json.loads(result.stdout)
        if one["file"] != "pelicanconf.py"
    ]
    assert (result.returncode, found) == (
        1,
        [
            ("003-echo.md", 1, "warning", "item-title-number", "Apple Podcasts"),
            ("003-echo.mp3", None, "warning", "audio-loudness", "Apple Podcasts"),
            ("004-tide.mp3", None, "warning", "audio-loudness", "Apple Podcasts"),
            ("draft.md", 5, "warning", "link-there", "this engine"),
            ("echo.md", 3, "error", "key-known", "this engine"),
        ],
    )


@pytest.mark.slow
def test_nothing_is_written_into_the_content(content: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in content.rglob("*")}

    result = run_check(content)

    assert result.stdout.splitlines()[-1].startswith("Checked    ")
    assert {path: path.stat().st_mtime_ns for path in content.rglob("*")} == before


@pytest.mark.slow
def test_a_folder_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    result = run_check(tmp_path / "nowhere")

    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.endswith(
        "nowhere: there is no such folder. Name the folder of your content with INPUTDIR=…\n"
    )
