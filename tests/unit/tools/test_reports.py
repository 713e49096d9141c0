from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tools.build.facts import Facts
from tools.build.output import Built
from tools.build.report import render_report as render_build
from tools.build.site import Site
from tools.build.update import Changes
from tools.publish.diff.describe import describe_diff
from tools.publish.diff.kinds import RENAMED, Change
from tools.publish.diff.verdict import ShowDiff, SiteDiff
from tools.publish.flow import Published
from tools.publish.folder import FolderTarget
from tools.publish.report import describe_published, render_changes
from tools.publish.report import render_report as render_publish
from tools.publish.targets import TARGETS, parse_target
from tools.shared.errors import ToolError
from tools.shared.manifest import FileFact

FACTS = Facts(
    posts=15,
    episodes=13,
    pages=5,
    tags=1,
    feeds=(("podcast", "https://dave.example.org/podcast/feed.xml"),),
    site="https://dave.example.org",
)


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def make_site(facts: Facts = FACTS) -> Site:
    file = FileFact(path="index.html", length_bytes=8_123_456, sha256="0")
    return Site(folder=Path(), manifest=(file,) * 212, facts=facts, notes=(), seconds=6.23)


def test_a_build_is_reported_in_three_lines(tmp_path: Path) -> None:
    changes = Changes(write=("a", "b"), remove=("c",))

    report = render_build(Built(site=make_site(), output=tmp_path / "output", changes=changes))

    assert report.splitlines() == [
        "Built      15 posts, 13 episodes, 5 pages, 1 tag (212 files, 1.7 GB) in 6.2 s",
        "Output     output/ (2 files written, 1 file removed)",
        "Next       make devserver   shows it and builds again while you write",
    ]


def test_a_build_that_goes_on_by_itself_names_no_command_that_runs_already(tmp_path: Path) -> None:
    built = Built(
        site=make_site(), output=tmp_path / "output", changes=Changes(write=(), remove=())
    )

    report = render_build(built, is_watched=True)

    assert report.splitlines()[-1] == "Next       save a file, and it is built again"


def make_published(site: Site, **said: Any) -> Published:
    usual = Published(site=site, diff=SiteDiff(), name="3f2a9c01d5b7", is_new=True, ledger=None)
    return replace(usual, **said)


def test_what_was_built_and_what_it_changes_is_told_before_a_publish() -> None:
    show = ShowDiff(
        key="podcast",
        title="The Daily Dave",
        path="/podcast/feed.xml",
        first=None,
        episodes=(),
        changes=(Change(kind=RENAMED, was="Dave Daily"),),
        is_accepted=False,
    )

    assert render_changes(make_site(), SiteDiff(shows=(show,))).splitlines() == [
        "Built      15 posts, 13 episodes, 5 pages, 1 tag (212 files, 1.7 GB) in 6.2 s",
        "Changes    0 new episodes · 0 downloaded again · 0 notes edited · 0 gone · show changed",
        "           Show: renamed (was “Dave Daily”)",
    ]


def test_a_site_without_a_podcast_changes_nothing_that_is_worth_a_line() -> None:
    assert render_changes(make_site(Facts()), SiteDiff()) == (
        "Built      the site (212 files, 1.7 GB) in 6.2 s"
    )


def test_a_publish_is_reported_with_what_to_do_next(tmp_path: Path) -> None:
    ledger = tmp_path / "content" / "ledger.json"
    published = make_published(make_site(), ledger=ledger)

    report = render_publish(published, FolderTarget("public"))

    assert report.splitlines() == [
        "Published  public/ → public.releases/3f2a9c01d5b7  (https://dave.example.org)",
        "Feed       https://dave.example.org/podcast/feed.xml",
        "Ledger     has new promises: commit content/ledger.json",
        "Next       make serve   shows it on http://127.0.0.1:8000/",
    ]


def test_a_publish_that_changed_nothing_says_so() -> None:
    published = make_published(make_site(Facts()), is_new=False)

    report = render_publish(published, FolderTarget("my site"))

    assert report.splitlines() == [
        "Unchanged  my site/ → my site.releases/3f2a9c01d5b7",
        "Next       make serve TARGET='my site'   shows it on http://127.0.0.1:8000/",
    ]


def test_programs_learn_the_same_as_people() -> None:
    published = make_published(make_site())

    assert describe_published(published, FolderTarget("public")) == {
        "posts": 15,
        "episodes": 13,
        "pages": 5,
        "tags": 1,
        "files": 212,
        "bytes": 212 * 8_123_456,
        "seconds": 6.23,
        "site": "https://dave.example.org",
        "feeds": {"podcast": "https://dave.example.org/podcast/feed.xml"},
        "warnings": [],
        "release": "3f2a9c01d5b7",
        "target": "public/ → public.releases/3f2a9c01d5b7",
        "is_new": True,
        "commit": None,
        "diff": describe_diff(SiteDiff()),
    }


def test_a_path_is_a_folder_to_publish_to(tmp_path: Path) -> None:
    target = parse_target("a b/c:d")

    assert isinstance(target, FolderTarget)
    assert target.link == tmp_path.resolve() / "a b" / "c:d"


def test_a_scheme_that_nothing_serves_is_told() -> None:
    with pytest.raises(ToolError) as caught:
        parse_target("gopher://example.org/site")

    assert str(caught.value) == (
        "TARGET=gopher://example.org/site: nothing here can publish to gopher://. "
        "Give the path of a folder, such as TARGET=public."
    )


def test_the_schemes_that_exist_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TARGETS, "ssh", FolderTarget)

    with pytest.raises(ToolError, match=r"such as TARGET=public, or one of ssh://\.$"):
        parse_target("FTP://example.org")
