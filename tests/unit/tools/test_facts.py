from __future__ import annotations

from pathlib import Path

from tools.build.facts import Absent, Facts, Ledger, parse_facts, read_facts
from tools.build.site import collect_notes

TEXT = """{
  "posts": 16, "episodes": 13, "pages": 5, "tags": 14, "files": 210,
  "feeds": {"blog": "https://d.org/blog/feed.xml", "podcast": "https://d.org/podcast/feed.xml"},
  "site": "https://d.org",
  "ledger": {"path": "/site/content/ledger.json", "text": "{}"},
  "redirects": {"/b/": "/c/", "/a/": "/c/"}, "gone": ["/d/"],
  "absent": [{"path": "/media/a.mp3", "sha256": "aa"}],
    "warnings": ["a.md: warning: long."],
  "shows": {"podcast": "/podcast/feed.xml"},
  "names": {"guid-76": "076-first-draft"},
  "broken_promises": ["a.md: it was published and is gone now."]
}"""


def test_the_facts_of_a_build_are_read() -> None:
    assert parse_facts(TEXT) == Facts(
        posts=16,
        episodes=13,
        pages=5,
        tags=14,
        feeds=(
            ("blog", "https://d.org/blog/feed.xml"),
            ("podcast", "https://d.org/podcast/feed.xml"),
        ),
        site="https://d.org",
        ledger=Ledger(path=Path("/site/content/ledger.json"), text="{}"),
        redirects=(("/a/", "/c/"), ("/b/", "/c/")),
        gone=("/d/",),
        absent=(Absent(path="/media/a.mp3", sha256="aa"),),
        warnings=("a.md: warning: long.",),
        shows=(("podcast", "/podcast/feed.xml"),),
        names=(("guid-76", "076-first-draft"),),
        broken_promises=("a.md: it was published and is gone now.",),
    )


def test_the_feed_to_hand_out_is_the_podcasts() -> None:
    feeds = [parse_facts(TEXT).feed, Facts(feeds=(("blog", "/blog"),)).feed, Facts().feed]

    assert feeds == ["https://d.org/podcast/feed.xml", "/blog", ""]


def test_a_build_without_facts_has_none(tmp_path: Path) -> None:
    assert read_facts(tmp_path / "facts.json") == Facts()


def test_a_build_without_a_ledger_has_none() -> None:
    assert parse_facts('{"ledger": null}').ledger is None


def test_a_warning_that_was_said_is_not_said_again() -> None:
    notes = collect_notes("Pelican: odd.\na.md: warning: long.", ("a.md: warning: long.", "b.md"))

    assert notes == ("Pelican: odd.", "a.md: warning: long.", "b.md")
