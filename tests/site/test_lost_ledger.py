"""A ledger that is lost, stale or in conflict is brought back from what is served."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from plugins.identity.promises import Ledger
from plugins.identity.text import dump_ledger, parse_ledger
from tests.site.sites import MP3, Content, build, different_mp3, episode, post, write_site
from tools.publish.rebuild import OLD, main, rebuild
from tools.shared.errors import ContentError, ToolError

pytestmark = pytest.mark.slow

FILES: dict[str, Content] = {
    "posts/2026-01-05-tide.md": post("Tide", date="2026-01-05", Tags="trust"),
    "posts/2026-01-05-tide.es.md": post("Marea", date="2026-01-05", Lang="es"),
    "episodes/003-echo.md": episode("Echo", Tags="trust", Guid="a-guid-of-another-host"),
    "episodes/003-echo.mp3": MP3,
    "episodes/004-calls.md": episode("Calls", date="2026-01-09 23:30"),
    "episodes/004-calls.mp3": different_mp3(4),
    "tags/trust.md": "Title: Trust\n\nOn trust.\n",
}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose tag and episode have moved, in `output`, with its ledger in `content`."""
    folder = tmp_path_factory.mktemp("published")
    note_ledger(folder, FILES)
    note_ledger(folder, {
        "tags/trust.md": "Title: Trust\nSlug: faith\n\nOn trust.\n",
        "episodes/004-calls.md": episode("Calls", date="2026-01-09 23:30", Slug="late-calls"),
    })  # fmt: skip
    shutil.rmtree(folder / "output")
    note_ledger(folder, {})
    return folder


def note_ledger(folder: Path, files: dict[str, Content]) -> None:
    built = build(folder, files, FACTS=str(folder / "facts.json"))
    assert built.is_good, built.told
    facts = json.loads((folder / "facts.json").read_text())
    (folder / "content" / "ledger.json").write_text(facts["ledger"]["text"])


@pytest.fixture
def site(published: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    shutil.copytree(published, folder)
    return folder


def ledger_of(folder: Path) -> Ledger:
    return parse_ledger((folder / "content" / "ledger.json").read_text())


def lose(folder: Path) -> Ledger:
    """Delete the ledger and return what it said."""
    before = ledger_of(folder)
    (folder / "content" / "ledger.json").unlink()
    return before


def bring_back(folder: Path, source: Path | str, *, is_forced: bool = False) -> list[str]:
    content = folder / "content"
    return rebuild(str(source), content, content / "ledger.json", is_forced=is_forced)


def test_a_lost_ledger_is_read_from_a_published_folder(site: Path) -> None:
    before = lose(site)

    told = bring_back(site, site / "output")

    assert told[0].startswith(f"Read       {site}/output: ")
    assert not [line for line in told if line.startswith("Unmatched")]
    found = ledger_of(site)
    assert found.entries == before.entries
    for path in ("/podcast/", "/tags/faith/", "/people/dave/"):
        assert found.pages[path].guid == before.pages[path].guid
        assert found.pages[path].former == before.pages[path].former


def test_the_next_build_with_a_ledger_that_was_brought_back_is_the_same(site: Path) -> None:
    lose(site)
    bring_back(site, site / "output")

    again = build(site, {}, OUTPUT_PATH=str(site / "again"))

    assert again.told == ""
    shutil.copytree(site / "output", site / "before")
    assert again.files() == {
        str(path.relative_to(site / "before")): path.read_bytes()
        for path in sorted((site / "before").rglob("*"))
        if path.is_file()
    }


def test_an_entry_that_was_renamed_since_is_known_by_its_sound_or_title(site: Path) -> None:
    before = lose(site)
    content = site / "content"
    for old, new in (
        ("episodes/004-calls.md", "episodes/005-night.md"),
        ("episodes/004-calls.mp3", "episodes/005-night.mp3"),
        ("posts/2026-01-05-tide.md", "posts/high-water.md"),
    ):
        (content / old).rename(content / new)
    (content / "episodes" / "005-night.md").write_text(episode("Night", date="2026-02-02"))

    bring_back(site, site / "output")

    found = ledger_of(site).entries
    assert found["episodes/005-night"].guid == before.entries["episodes/004-calls"].guid
    assert found["posts/high-water"].guid == before.entries["posts/2026-01-05-tide"].guid


def test_what_is_like_no_source_is_told_and_never_guessed(site: Path) -> None:
    guid = lose(site).entries["posts/2026-01-05-tide"].guid
    (site / "content" / "posts" / "2026-01-05-tide.md").unlink()

    told = bring_back(site, site / "output")

    note = f"/blog/tide/ ({guid}) is like no source; it is kept as posts/tide"
    assert f"Unmatched  {note}" in told
    gone = build(site, {}).told
    assert f"{site}/content/posts/tide.md: it was published and is gone now." in gone


def test_a_single_feed_brings_back_what_it_tells(site: Path) -> None:
    before = lose(site)

    bring_back(site, site / "output" / "podcast" / "feed.xml")

    found = ledger_of(site).entries
    assert sorted(found) == ["episodes/003-echo", "episodes/004-calls"]
    assert found["episodes/003-echo"] == before.entries["episodes/003-echo"]


def test_a_feed_on_the_web_brings_back_what_it_tells(site: Path, server: str) -> None:
    before = lose(site)

    bring_back(site, f"{server}/podcast/feed.xml")

    assert ledger_of(site).entries["episodes/003-echo"] == before.entries["episodes/003-echo"]


@pytest.fixture
def server(site: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    handler = partial(Quiet, directory=str(site / "output"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def test_a_feed_that_does_not_answer_is_told(site: Path, server: str) -> None:
    with pytest.raises(ToolError) as caught:
        bring_back(site, f"{server}/nothing.xml")

    assert str(caught.value).startswith(f"{server}/nothing.xml: it does not answer (HTTP Error 404")


def test_a_stale_ledger_gets_what_it_lacks_and_keeps_the_rest(site: Path) -> None:
    before = ledger_of(site)
    stale = {key: one for key, one in before.entries.items() if "calls" not in key}
    path = site / "content" / "ledger.json"
    path.write_text(dump_ledger(Ledger(entries=stale, pages=before.pages)))

    told = bring_back(site, site / "output")

    assert told[-2] == f"Ledger     {path}: 1 promise brought back"
    assert ledger_of(site) == before


def test_a_ledger_in_conflict_is_made_anew_and_the_old_one_kept(site: Path) -> None:
    before = ledger_of(site)
    path = site / "content" / "ledger.json"
    conflict = f"<<<<<<< HEAD\n{path.read_text()}=======\n{{}}\n>>>>>>> theirs\n"
    path.write_text(conflict)

    bring_back(site, site / "output")

    assert ledger_of(site).entries == before.entries
    assert (site / "content" / OLD).read_text() == conflict
    assert build(site, {}).told == ""


def test_a_good_ledger_is_not_written_over_unless_it_is_forced(site: Path) -> None:
    path = site / "content" / "ledger.json"
    other = path.read_text().replace("2026-01-05T00:00:00Z", "2026-01-06T00:00:00Z")
    path.write_text(other)

    with pytest.raises(ContentError) as caught:
        bring_back(site, site / "output")
    kept = path.read_text()
    bring_back(site, site / "output", is_forced=True)

    assert str(caught.value).splitlines() == [
        f"{path}: it says otherwise than {site}/output:",
        "  posts/2026-01-05-tide: published 2026-01-06T00:00:00Z, there 2026-01-05T00:00:00Z",
        "  posts/2026-01-05-tide.es: published 2026-01-06T00:00:00Z, there 2026-01-05T00:00:00Z",
        "Nothing was written. If what is published is right: FORCE=1 (--force).",
    ]
    assert kept == other
    assert "2026-01-06" not in path.read_text()


def test_a_ledger_that_knows_everything_stays_as_it_is(site: Path) -> None:
    before = (site / "content" / "ledger.json").read_bytes()

    told = bring_back(site, site / "output")

    assert told[-2] == f"Ledger     {site}/content/ledger.json: it knew all this"
    assert (site / "content" / "ledger.json").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("nothing", None, "there is nothing here. Name what is published."),
        ("a.xml", "<rss/>", "no feed of ours with entries is served here. "
         "Name a published folder, or the address of a feed."),
        ("a.xml", "no feed", "no feed of ours with entries is served here. "
         "Name a published folder, or the address of a feed."),
        ("a.xml", '<!DOCTYPE rss [<!ENTITY a "b">]><rss><channel/></rss>',
         "this feed has a document type, which no feed needs. "
         "Name the folder or the feed that this engine published."),
    ],
)  # fmt: skip
def test_what_is_no_feed_of_ours_is_refused(
    tmp_path: Path, name: str, content: str | None, message: str
) -> None:
    write_site(tmp_path, {})
    if content is not None:
        (tmp_path / name).write_text(content)

    with pytest.raises(ToolError) as caught:
        bring_back(tmp_path, tmp_path / name)

    assert str(caught.value) == f"{tmp_path}/{name}: {message}"
    assert not (tmp_path / "content" / "ledger.json").exists()


def test_the_command_says_what_it_did(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lose(site)

    code = main(["--from", str(site / "output"), "--content", str(site / "content")])

    found = ledger_of(site)
    assert code == 0
    assert capsys.readouterr().out.splitlines()[-2:] == [
        f"Ledger     {site}/content/ledger.json: "
        f"{len(found.entries) + len(found.pages)} promises brought back",
        "Next       make publish   holds it against the content",
    ]


def test_a_ledger_that_shall_stay_as_it_is_is_not_written(tmp_path: Path) -> None:
    content = write_site(tmp_path, {})

    with pytest.raises(ToolError) as caught:
        main(["--from", "public", "--content", str(content), "--ledger", "0"])

    assert str(caught.value) == (
        "LEDGER=0 leaves the ledger as it is, and this writes it. Leave it out."
    )
