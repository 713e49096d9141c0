"""What a publish would change for listeners, told by the command that authors run."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.site.sites import ROOT, Content, different_mp3, episode, post, write_site

pytestmark = pytest.mark.slow

NAMES = ["echo", "tide", "call", "desk", "pen", "door"]


def make_episodes(*names: str, **said: str) -> dict[str, Content]:
    """Return episodes with their audio, each with a day and a number of its own."""
    files: dict[str, Content] = {}
    for name in names:
        number = NAMES.index(name) + 1
        day = {"date": f"2026-01-0{number}"} | said
        files[f"episodes/{number:03}-{name}.md"] = episode(
            day.pop("title", name.capitalize()), Episode=str(number), Slug=name, **day
        )
        files[f"episodes/{number:03}-{name}.mp3"] = different_mp3(number)
    return files


SITE = {"posts/hello.md": post("Hello"), **make_episodes(*NAMES)}
NOTHING = "nothing changes for listeners\n"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tools.publish", *arguments]
    command += ["--content", str(folder / "content"), "--target", str(folder / "public")]
    command += ["--now", "2026-06-01"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def read_tree(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Return everything of the target: files and links, with their bytes and times."""
    found = [path for path in folder.rglob("*") if "public" in path.relative_to(folder).parts[0]]
    return {
        str(path): (path.lstat().st_mtime_ns, path.read_bytes() if path.is_file() else b"")
        for path in found
    }


@pytest.fixture(scope="session")
def published_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published")
    write_site(folder, SITE)
    done = run(folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def site(published_once: Path, tmp_path: Path) -> Path:
    """A published site of our own."""
    folder = tmp_path / "my site"
    shutil.copytree(published_once, folder, symlinks=True)
    return folder


def write(folder: Path, files: Mapping[str, Content]) -> None:
    write_site(folder, files)


def told(done: subprocess.CompletedProcess[str], folder: Path) -> str:
    return done.stdout.replace(f"{folder}/", "")


def test_before_the_first_publication_all_episodes_are_counted(tmp_path: Path) -> None:
    write_site(tmp_path, SITE)

    done = run(tmp_path, "diff")

    assert (done.returncode, done.stdout) == (0, "first publication: 6 episodes\n")
    assert [path.name for path in tmp_path.iterdir()] == ["content"]


def test_a_site_without_episodes_has_nothing_to_tell(tmp_path: Path) -> None:
    write_site(tmp_path, {"posts/hello.md": post()})

    assert run(tmp_path, "diff").stdout == "first publication: 0 episodes\n"


def test_a_diff_changes_nothing_at_the_target(site: Path) -> None:
    harm(site)
    (site / "public.releases" / ".work-killed").mkdir()
    before = read_tree(site)

    run(site, "diff")

    assert read_tree(site) == before
    assert len(before) > 20


def test_what_harms_nobody_is_told_and_good(site: Path) -> None:
    listed = "Notes.\n\n00:00 Hello\n00:10 Bye"
    write(site, {"posts/hello.md": post("Hello again")})
    write(site, make_episodes("echo", body=listed))
    write(site, make_episodes("tide", title="Tides"))
    write(site, make_episodes("desk", Explicit="yes"))
    text = episode("New", date="2026-02-05", Episode="7")
    write(site, {"episodes/007-new.md": text, "episodes/007-new.mp3": different_mp3(7)})

    done = run(site, "diff")

    assert (done.returncode, done.stdout.splitlines(), done.stderr) == (
        0,
        [
            "1 new episode (#007 New) · 0 downloaded again · 1 notes edited · 1 retitled"
            " · 1 with other chapters · 1 with another explicit mark · 0 gone",
            "#007 New: new",
            "#004 Desk: explicit mark changed",
            "#002 Tides: retitled (was “Tide”)",
            "#001 Echo: notes edited, chapters changed",
            "people/dave: 1 new (#007 New), 1 notes edited, 1 retitled, 1 with other chapters, "
            "1 with another explicit mark",
        ],
        "",
    )


def test_no_edit_of_an_episode_is_no_change(site: Path) -> None:
    write(site, {"posts/hello.md": post("Hello again")})

    done = run(site, "diff")

    assert (done.returncode, done.stdout, done.stderr) == (0, NOTHING, "")


def test_a_renamed_file_is_no_change(site: Path) -> None:
    episodes = site / "content" / "episodes"
    for ending in ("md", "mp3"):
        (episodes / f"002-tide.{ending}").rename(episodes / f"102-renamed.{ending}")

    done = run(site, "diff")

    assert (done.returncode, done.stdout) == (0, NOTHING)


def test_a_new_slug_only_moves_the_page(site: Path) -> None:
    text = str(SITE["episodes/002-tide.md"]).replace("Slug: tide", "Slug: tides")
    write(site, {"episodes/002-tide.md": text})

    done = run(site, "diff")

    assert (done.returncode, done.stdout.splitlines()) == (
        0,
        [
            "0 new episodes · 0 downloaded again · 0 notes edited · 1 at another page · 0 gone",
            "#002 Tide: page moved",
            "people/dave: 1 at another page",
        ],
    )


MOVED = [f"#00{n} {NAMES[n - 1].capitalize()}: moved host" for n in range(6, 0, -1)]
MOVES = {
    "https://other.example/sub": [
        "0 new episodes · 0 downloaded again · 0 notes edited · 6 moved host · 0 gone"
        " · show changed",
        "Show: feed address moves (https://dave.example.org/podcast/feed.xml → "
        "https://other.example/sub/podcast/feed.xml)",
    ],
    "https://dave.example.org": [
        "0 new episodes · 0 downloaded again · 0 notes edited · 6 moved host · 0 gone"
    ],
}

PARTS = {
    "https://other.example/sub": [
        "people/dave: feed address moves (https://dave.example.org/people/dave/podcast.xml → "
        "https://other.example/sub/people/dave/podcast.xml), 6 moved host"
    ],
    "https://dave.example.org": ["people/dave: 6 moved host"],
}


@pytest.mark.parametrize("address", MOVES)
def test_another_host_makes_no_app_download_again(site: Path, address: str) -> None:
    (site / "conf.py").write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom publishconf import *\n"
        "MEDIA_URL = 'https://cdn.example'\n"
    )

    done = run(site, "diff", "--conf", str(site / "conf.py"), "--siteurl", address)

    assert (done.returncode, done.stdout.splitlines()) == (
        0,
        [*MOVES[address], *MOVED, *PARTS[address]],
    )


def harm(folder: Path) -> None:
    """Re-date, swap, delete, re-identify, postpone and hide an episode each."""
    write(folder, make_episodes("echo", date="2026-01-09"))
    write(folder, {"episodes/002-tide.mp3": different_mp3(99)})
    (folder / "content" / "episodes" / "003-call.md").unlink()
    write(folder, make_episodes("desk", Guid="other"))
    write(folder, make_episodes("pen", date="2026-12-24"))
    write(folder, make_episodes("door", Status="hidden"))


HARMED = [
    "0 new episodes · 1 downloaded again · 1 re-dated · 1 re-identified · 0 notes edited · 3 gone",
    "#001 Echo: re-dated (2026-01-01T00:00:00Z → 2026-01-09T00:00:00Z)",
    "#006 Door: gone",
    "#005 Pen: gone",
    "#004 Desk: re-identified (its guid was …)",
    "#003 Call: gone",
    "#002 Tide: downloaded again",
]
HARMED_PART = (
    "people/dave: 1 downloaded again, 1 re-dated, 1 re-identified, "
    "3 gone (#006 Door, #005 Pen, #003 Call)"
)
WORD = "001-echo,006-door,005-pen,004-desk,003-call,002-tide"
REMEDY = (
    "6 episodes would be downloaded again, re-dated, re-identified or lost. Restore what was "
    f"published, or publish with ACCEPT={WORD}."
)


def without_guids(done: subprocess.CompletedProcess[str]) -> list[str]:
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "…", done.stdout).splitlines()


def test_what_harms_listeners_ends_with_3_and_names_every_episode(site: Path) -> None:
    harm(site)

    done = run(site, "diff")

    lines = without_guids(done)
    assert (done.returncode, lines[:8], lines[-1]) == (3, [*HARMED, HARMED_PART], REMEDY)
    assert len(lines[8:-1]) == 4


def test_what_the_author_accepts_is_told_and_good(site: Path) -> None:
    harm(site)

    done = run(site, "diff", "--accept", WORD)

    accepted = [f"{line} (accepted)" for line in HARMED[1:]]
    assert (done.returncode, without_guids(done)) == (0, [HARMED[0], *accepted, HARMED_PART])


def test_one_accepted_name_is_no_word_for_the_others(site: Path) -> None:
    harm(site)

    done = run(site, "diff", "--accept", WORD.removesuffix(",002-tide"))

    assert done.returncode == 3
    assert done.stdout.endswith(
        "1 episode would be downloaded again. Restore what was published, or publish with "
        "ACCEPT=002-tide.\n"
    )


def test_without_a_ledger_the_served_feed_bears_witness(site: Path) -> None:
    harm(site)
    (site / "content" / "ledger.json").unlink()

    refused = run(site, "--ledger=0")
    accepted = run(site, "--ledger=0", "--accept", WORD)

    assert refused.returncode == 3
    assert refused.stderr == (
        f"{REMEDY}\nNothing was published; what was published before stays as it was.\n"
    )
    assert accepted.returncode == 0
    assert accepted.stdout.count(" (accepted)\n") == 6


def test_a_refused_publish_leaves_no_trace_at_the_target(site: Path) -> None:
    harm(site)
    (site / "content" / "ledger.json").unlink()
    before = read_tree(site)

    run(site)

    after = read_tree(site)
    assert after.keys() == before.keys()
    assert {name: text for name, (_, text) in after.items()} == {
        name: text for name, (_, text) in before.items()
    }


def test_the_ledger_has_its_say_below_the_diff(site: Path) -> None:
    write(site, make_episodes("echo", date="2026-01-09"))

    assert told(run(site, "diff", "--strict"), site).splitlines()[3] == (
        "content/episodes/001-echo.md: its date was published as 2026-01-01T00:00:00Z; another "
        "makes apps sort it anew. Write 'Date: 2026-01-01T00:00:00Z', or publish with "
        "ACCEPT=001-echo."
    )


def test_a_broken_promise_of_a_post_ends_with_3_too(site: Path) -> None:
    (site / "content" / "posts" / "hello.md").unlink()

    done = run(site, "diff")

    assert done.returncode == 3
    assert done.stdout.startswith(NOTHING)
    assert done.stdout.endswith("or publish with ACCEPT=hello.\n")


def test_problems_of_the_content_end_with_1_and_all_of_them_are_told(site: Path) -> None:
    write(site, make_episodes("echo", date="2026-01-09"))
    write(site, {"posts/odd.md": post(Tagz="x")})

    done = run(site, "diff")

    lines = done.stderr.replace(f"{site}/", "").splitlines()
    assert (done.returncode, done.stdout) == (1, "")
    assert lines[0] == "content/posts/odd.md:3: posts have no key 'Tagz'. Did you mean 'Tags'?"
    assert lines[1].startswith("content/episodes/001-echo.md: its date was published as ")
    assert lines[2:] == ["1 error. Nothing was written."]


def test_a_target_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    write_site(tmp_path, SITE)
    (tmp_path / "public").mkdir()

    done = run(tmp_path, "diff")

    assert done.returncode == 3
    assert "this folder stands where a link must go" in done.stderr


def test_a_wrong_flag_ends_with_2(tmp_path: Path) -> None:
    assert run(tmp_path, "diff", "--colour").returncode == 2


def test_a_damaged_served_feed_is_told_and_mended_by_the_same_content(site: Path) -> None:
    feed = site / "public" / "podcast" / "feed.xml"
    good = feed.read_bytes()
    feed.write_bytes(good[:-20])

    write(site, make_episodes("echo", title="Echoes"))
    changed = run(site, "diff")
    write(site, SITE)
    mended = run(site)

    assert changed.returncode == 3
    assert changed.stdout.splitlines()[-1] == (
        "The Daily Dave: the feed that the target serves cannot be read, so nobody knows what "
        "would change. Restore what was published, or publish with ACCEPT=podcast."
    )
    assert mended.returncode == 0
    assert feed.read_bytes() == good


def test_a_link_to_a_release_that_is_gone_is_a_first_publication(site: Path) -> None:
    shutil.rmtree((site / "public").resolve())

    assert run(site, "diff").stdout == "first publication: 6 episodes\n"


def test_a_diff_as_json_says_the_same(site: Path) -> None:
    write(site, {"episodes/002-tide.mp3": different_mp3(99)})

    done = run(site, "diff", "--json")

    report = json.loads(done.stdout)
    assert (done.returncode, report["is_dangerous"], report["accept"]) == (3, True, ["002-tide"])
    assert report["shows"][0]["rows"][0]["changes"][0]["what"] == "downloaded again"
    assert report["broken_promises"][0].endswith("or publish with ACCEPT=002-tide.")


def test_a_publish_tells_what_it_changes_between_the_build_and_the_switch(site: Path) -> None:
    write(site, make_episodes("echo", title="Echoes"))

    first, second = run(site), run(site)

    labels = [line.split(" ")[0] for line in first.stdout.splitlines()]
    assert labels[:5] == ["Built", "Changes", "", "", "Published"]
    assert "\nChanges    nothing changes for listeners\nUnchanged" in second.stdout


def test_a_publish_as_json_holds_its_diff(site: Path) -> None:
    report = json.loads(run(site, "--json").stdout)

    assert report["diff"]["is_changed"] is False


def test_two_diffs_at_once_do_not_quarrel(site: Path) -> None:
    command = [sys.executable, "-m", "tools.publish", "diff", "--now", "2026-06-01"]
    command += ["--content", str(site / "content"), "--target", str(site / "public")]

    both = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]

    assert [process.communicate()[0] for process in both] == [NOTHING, NOTHING]


def test_a_show_whose_key_changes_goes_on_at_its_old_address_for_ever(site: Path) -> None:
    (site / "conf.py").write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom publishconf import *\n"
        "PODCASTS = [PODCASTS[0] | {'key': 'cast'}]\n"
    )
    conf = ("--conf", str(site / "conf.py"))

    moved = run(site, *conf)
    again = run(site, "diff", *conf)

    assert (moved.returncode, moved.stdout.splitlines()[2].strip()) == (
        0,
        "Show: feed moves (/podcast/feed.xml → /cast/feed.xml) and goes on at the old address, "
        "page moved",
    )
    assert (again.returncode, again.stdout) == (0, NOTHING)


def test_a_tag_without_its_last_episode_needs_the_word_of_the_author(site: Path) -> None:
    write(site, make_episodes("echo", Tags="trust"))
    write(site, {"posts/hello.md": post("Hello", tags="trust")})
    assert run(site).returncode == 0
    write(site, make_episodes("echo"))

    refused, accepted = run(site, "diff"), run(site, "diff", "--accept", "tags/trust")

    assert (refused.returncode, refused.stdout.splitlines()[2:]) == (
        3,
        [
            "tags/trust: feed gone (/tags/trust/podcast.xml)",
            "people/dave: 1 with other tags",
            "tags/trust: its subscribers would be lost. Restore what was published, or publish "
            "with ACCEPT=tags/trust.",
        ],
    )
    assert (accepted.returncode, accepted.stdout.splitlines()[2:]) == (
        0,
        [
            "people/dave: 1 with other tags",
            "tags/trust: feed gone (/tags/trust/podcast.xml) (accepted)",
        ],
    )
