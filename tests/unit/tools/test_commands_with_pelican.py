from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.build.record import record_path
from tools.build.watch import iterate_changes, start_watching
from tools.shared.paths import ROOT

# A site of one page whose plugin tells the settings that reached Pelican, or waits, or complains.
CONFIGURATION = """
import json, sys, time
from pathlib import Path
from types import SimpleNamespace
from pelican import signals

SITENAME, SITEURL, TIMEZONE, THEME = "A site", "", "UTC", "simple"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
NOW = LEDGER = None

def tell(pelican):
    settings = pelican.settings
    text = Path(settings["PATH"], "posts", "hello.md").read_text()
    if "wait" in text:
        time.sleep(60)
    if "complain" in text:
        print("content/posts/hello.md:3: complains. Cheer it up.", file=sys.stderr)
        sys.exit(1)
    told = {key: settings[key] for key in ("SITEURL", "NOW", "LEDGER", "STRICT")}
    Path(settings["OUTPUT_PATH"], "told.json").write_text(json.dumps(told))
    facts = {"posts": 1, "site": settings["SITEURL"], "warnings": ["hello.md: warning: short."]}
    Path(settings["FACTS"]).write_text(json.dumps(facts))

def register():
    signals.finalized.connect(tell, weak=False)

PLUGINS = [SimpleNamespace(__name__="tell", register=register)]
"""
POST = "Title: Hello\nDate: 2026-01-01\n\n"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Path]:
    """Give a folder with a site in it, apart from the engine."""
    folder = tmp_path / "it's a $site"
    (folder / "content" / "posts").mkdir(parents=True)
    (folder / "content" / "posts" / "hello.md").write_text(POST + "Hello.\n")
    (folder / "conf.py").write_text(CONFIGURATION)
    yield folder
    record_path(folder / "output").unlink(missing_ok=True)


def command(name: str, *flags: str) -> list[str]:
    return [sys.executable, "-m", f"tools.{name}", "--conf=conf.py", "--content=content", *flags]


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT)}


def run(site: Path, name: str, *flags: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(name, *flags),
        cwd=site,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )


def test_flags_reach_the_site_as_typed_and_paths_start_where_the_user_stands(site: Path) -> None:
    address = "https://example.org/?a=b&c='\"$d\"'#é"

    result = run(
        site, "publish", "--target=public", f"--siteurl={address}", "--ledger=0", "--strict"
    )

    assert (result.returncode, result.stderr) == (0, "hello.md: warning: short.\n")
    assert json.loads((site / "public" / "told.json").read_text()) == {
        "SITEURL": address,
        "NOW": None,
        "LEDGER": False,
        "STRICT": True,
    }


@pytest.mark.slow
def test_programs_read_a_report_in_json(site: Path) -> None:
    result = run(site, "build", "--output=output", "--json")

    report = json.loads(result.stdout)
    assert report["output"] == str(site / "output")
    assert report["warnings"] == ["hello.md: warning: short."]


@pytest.mark.slow
def test_problems_are_told_and_the_output_stays_as_it_was(site: Path) -> None:
    run(site, "build", "--output=output")
    before = {path: path.stat().st_mtime_ns for path in (site / "output").rglob("*")}
    (site / "content" / "posts" / "hello.md").write_text(POST + "I complain.\n")

    result = run(site, "build", "--output=output")

    assert result.returncode == 1
    assert result.stderr.splitlines()[-1] == ("content/posts/hello.md:3: complains. Cheer it up.")
    assert {path: path.stat().st_mtime_ns for path in (site / "output").rglob("*")} == before
    assert sorted(path.name for path in site.iterdir()) == ["conf.py", "content", "output"]


def test_what_pelican_only_logs_as_an_error_fails_too(site: Path) -> None:
    (site / "content" / "posts" / "odd.md").write_text("Title: Odd\nDate: someday\n\nOdd.\n")

    result = run(site, "publish", "--target=public")

    assert result.returncode == 1
    assert "odd.md" in result.stderr
    assert result.stderr.splitlines()[-1] == (
        "Nothing was published; what was published before stays as it was."
    )
    assert sorted(path.name for path in site.iterdir()) == ["conf.py", "content"]


@pytest.mark.slow
def test_a_publish_that_is_told_to_stop_leaves_nothing(site: Path) -> None:
    (site / "content" / "posts" / "hello.md").write_text(POST + "Please wait.\n")

    with subprocess.Popen(
        command("publish", "--target=public"), cwd=site, env=environment(), stderr=subprocess.PIPE
    ) as publisher:
        wait_for(lambda: list(site.glob("public.releases/.work-*/site/index.html")))
        publisher.send_signal(signal.SIGTERM)
        _, said = publisher.communicate()

    assert (publisher.returncode, said) == (130, b"Stopped.\n")
    assert sorted(path.name for path in site.iterdir()) == ["conf.py", "content"]


def test_changes_that_come_during_a_build_are_taken_together() -> None:
    changes: queue.Queue[set[Path]] = queue.Queue()
    for name in ("a", "b", "a"):
        changes.put({Path(name)})

    assert next(iterate_changes(changes)) == {Path("a"), Path("b")}


def test_a_saved_file_is_noticed(site: Path) -> None:
    changes = start_watching([site / "content"])
    post = site / "content" / "posts" / "hello.md"

    def save() -> bool:
        post.write_text(POST + f"{time.monotonic()}\n")
        return not changes.empty()

    wait_for(save)

    assert post in changes.get()


@pytest.fixture
def devserver(site: Path) -> Iterator[str]:
    """Give the address of a server that builds the site again on every change."""
    flags = ("--watch", "--output=output", "--port=0")
    with subprocess.Popen(
        command("serve", *flags), cwd=site, env=environment(), stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        line = server.stdout.readline()
        yield line.split(" on ")[1].split()[0]
        server.send_signal(signal.SIGINT)
        server.communicate()
    assert server.returncode == 0


@pytest.mark.slow
def test_the_preview_follows_the_files_and_survives_problems(site: Path, devserver: str) -> None:
    post = site / "content" / "posts" / "hello.md"
    wait_for(lambda: b"Hello." in read(f"{devserver}hello.html"))

    post.write_text(POST + "I complain.\n")
    time.sleep(1.5)
    assert b"Hello." in read(f"{devserver}hello.html")

    post.write_text(POST + "All is well.\n")
    wait_for(lambda: b"All is well." in read(f"{devserver}hello.html"))


def read(address: str) -> bytes:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            found: bytes = answer.read()
    except OSError:
        return b""
    return found


def wait_for(is_there: object) -> None:
    """Wait until something is there, at most some seconds."""
    assert callable(is_there)
    end = time.monotonic() + 20
    while not is_there():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.1)
