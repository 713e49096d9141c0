"""The command that authors run, on a small real site."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.sites import MP3, OPUS, ROOT, Content, episode, post, write_site

pytestmark = pytest.mark.slow

GOOD: dict[str, Content] = {
    "posts/one.md": post("Cost $5 #1 'x'"),
    "episodes/003-echo.md": episode(),
    "episodes/003-echo.mp3": MP3,
}


def publish(folder: Path, *flags: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tools.publish", "--content", str(folder / "content")]
    command += ["--target", str(folder / "public"), "--now", "2026-06-01", *flags]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A published site in a folder with a difficult name."""
    folder = tmp_path / "my $site #1 ~ 'x'"
    write_site(folder, GOOD)
    done = publish(folder)
    assert done.returncode == 0, done.stderr
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    root = (folder / "public").resolve()
    files = (path for path in root.rglob("*") if path.is_file())
    return {str(path.relative_to(root)): path.read_bytes() for path in files}


def test_what_is_published_is_told_in_a_few_lines(tmp_path: Path) -> None:
    write_site(tmp_path, GOOD)

    told = publish(tmp_path).stdout

    assert "1 post, 1 episode" in told
    assert "https://dave.example.org/podcast/feed.xml" in told
    assert "make serve" in told


def test_the_published_folder_is_a_relative_link_to_a_release(site: Path) -> None:
    link = str((site / "public").readlink())

    assert not Path(link).is_absolute()
    assert link.startswith("public.releases/")


def test_a_problem_leaves_the_published_site_untouched(site: Path) -> None:
    before, link = tree(site), str((site / "public").readlink())
    (site / "content" / "episodes" / "004-tide.md").write_text(episode())

    done = publish(site)

    assert done.returncode == 1
    assert "content/episodes/004-tide.md: no audio found." in done.stderr
    assert str((site / "public").readlink()) == link
    assert tree(site) == before
    assert "Traceback" not in done.stderr


def test_a_second_publish_of_the_same_changes_nothing(site: Path) -> None:
    before, link = tree(site), str((site / "public").readlink())

    done = publish(site)

    assert done.returncode == 0
    assert str((site / "public").readlink()) == link
    assert tree(site) == before


def test_the_ledger_is_written_once_and_left_alone_on_request(tmp_path: Path) -> None:
    write_site(tmp_path, GOOD)

    publish(tmp_path, "--ledger", "0")
    before = (tmp_path / "content" / "ledger.json").exists()
    publish(tmp_path)

    assert not before
    assert '"episodes/003-echo"' in (tmp_path / "content" / "ledger.json").read_text()


def test_another_address_and_target_do_not_quarrel_with_the_ledger(site: Path) -> None:
    ledger = (site / "content" / "ledger.json").read_text()

    done = publish(site, "--target", str(site / "other"), "--siteurl", "https://example.org/sub")

    assert done.returncode == 0
    assert (site / "content" / "ledger.json").read_text() == ledger
    feed = (site / "other" / "podcast" / "feed.xml").read_text()
    assert "https://example.org/sub/podcast/echo/" in feed


def test_a_plugin_that_does_not_import_fails_the_build(site: Path) -> None:
    conf = site / "broken.py"
    conf.write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom publishconf import *\n"
        "PLUGINS = [*PLUGINS, 'plugins.nothing']\n"
    )

    done = publish(site, "--conf", str(conf))

    assert done.returncode == 1
    assert "plugins.nothing" in done.stderr


def test_the_author_accepts_a_change_by_name(site: Path) -> None:
    (site / "content" / "episodes" / "003-echo.mp3").write_bytes(MP3 + b"\0")

    refused = publish(site)
    accepted = publish(site, "--accept", "003-echo")

    assert refused.returncode == 1
    assert "ACCEPT=003-echo" in refused.stderr
    assert accepted.returncode == 0


def test_an_episode_whose_recording_is_elsewhere_is_published_as_it_was(site: Path) -> None:
    (site / "content" / "episodes" / "003-echo.opus").write_bytes(OPUS)
    publish(site)
    before = tree(site)
    for ending in (".mp3", ".opus"):
        (site / "content" / "episodes" / "003-echo").with_suffix(ending).unlink()

    done = publish(site)

    assert done.returncode == 0
    assert "content/episodes/003-echo.md: warning: its audio is not on this machine" in done.stderr
    assert tree(site) == before


def test_a_recording_that_is_nowhere_stops_the_publish_before_anything_changes(site: Path) -> None:
    (site / "content" / "episodes" / "003-echo.mp3").unlink()

    done = publish(site, "--target", str(site / "other"))

    assert done.returncode == 1
    assert "this recording was published, but it is neither on this machine nor at the target" in (
        done.stderr
    )
    assert not (site / "other").exists()
