"""What subscribers of a tag, a season, a series or a person meet."""

from __future__ import annotations

import json

import pytest

from tests.unit.tools.feed_documents import SITE, make_feed, older
from tests.unit.tools.test_diff_sites import ONE, PATH, TWO, Files, diff
from tools.publish.diff.describe import describe_diff
from tools.publish.diff.words import render_diff, render_remedy
from tools.shared.errors import ContentError

SHOW = {PATH: make_feed(ONE, TWO)}
EDITED = ONE.replace("Words.", "Other words.")


def part(*items: str, name: str = "tags/trust", **said: str) -> bytes:
    values = {"title": "Phone Notes: trust", "guid": "trust-guid"}
    return make_feed(*items, **{**values, "own": f"{SITE}/{name}/podcast.xml"} | said)


def parts(*items: str, names: tuple[str, ...] = ("tags/trust",), **said: str) -> dict[str, bytes]:
    """Return a site whose show has two episodes, with a podcast of a part for each name."""
    return SHOW | {f"{name}/podcast.xml": part(*items, name=name, **said) for name in names}


CHANGES = [
    (parts(ONE), parts(ONE, TWO), "tags/trust: 1 new (#002 Two)"),
    (parts(ONE, TWO), parts(TWO), "tags/trust: 1 no longer in it (#001 One)"),
    (parts(ONE), parts(EDITED), "tags/trust: 1 notes edited"),
    (
        parts(ONE),
        parts(ONE, title="Phone Notes: Trust"),
        "tags/trust: renamed (was “Phone Notes: trust”)",
    ),
    (
        parts(ONE),
        parts(ONE, own="https://other.example/tags/trust/podcast.xml"),
        "tags/trust: feed address moves (https://example.org/tags/trust/podcast.xml → "
        "https://other.example/tags/trust/podcast.xml)",
    ),
    (SHOW, parts(ONE), "tags/trust: new podcast with 1 episode"),
]


@pytest.mark.parametrize(("old", "new", "line"), CHANGES)
def test_a_part_that_changes_has_its_line_and_needs_no_word(
    old: Files, new: Files, line: str
) -> None:
    found = diff(old, new)

    assert render_diff(found)[1:] == [line]
    assert (found.is_dangerous, render_remedy(found)) == (False, "")


def test_an_episode_that_is_lost_everywhere_is_gone_and_told_of_its_show() -> None:
    found = diff(parts(ONE, TWO), parts(TWO) | {PATH: make_feed(TWO)})

    assert render_diff(found)[1:] == ["#001 One: gone", "tags/trust: 1 gone (#001 One)"]
    assert found.to_accept == ("001-one",)


def test_what_only_looks_different_is_no_change() -> None:
    dated = "<lastBuildDate>Fri, 15 May 2026 05:30:00 GMT</lastBuildDate>"

    assert render_diff(diff(parts(ONE), parts(ONE, extra=dated))) == [
        "nothing changes for listeners"
    ]


def test_parts_that_say_the_same_share_a_line() -> None:
    names = ("people/dave", "podcast/season/1", "series/calls", "tags/trust")

    assert render_diff(diff(parts(ONE, names=names), parts(ONE, TWO, names=names)))[1:] == [
        "people/dave, podcast/season/1, series/calls and 1 more: 1 new (#002 Two)"
    ]


def test_a_first_publication_tells_of_no_parts() -> None:
    assert render_diff(diff({}, parts(ONE))) == ["first publication: 2 episodes"]


HARMS = [
    (SHOW, "feed gone (/tags/trust/podcast.xml)", "its subscribers would be lost"),
    (
        parts(ONE, guid="other"),
        "podcast guid changed (trust-guid → other)",
        "apps would take it for another show",
    ),
    (
        SHOW | {"tags/faith/podcast.xml": part(ONE, name="tags/faith")},
        "feed leaves its address (/tags/trust/podcast.xml → /tags/faith/podcast.xml)",
        "its subscribers would be lost, because nothing answers at the old address",
    ),
]


@pytest.mark.parametrize(("new", "line", "harm"), HARMS)
def test_a_part_that_vanishes_or_becomes_another_needs_the_word_of_the_author(
    new: Files, line: str, harm: str
) -> None:
    found = diff(parts(ONE), new)

    assert render_diff(found)[1:] == [f"tags/trust: {line}"]
    assert found.is_dangerous
    assert render_remedy(found) == (
        f"tags/trust: {harm}. Restore what was published, or publish with ACCEPT=tags/trust."
    )


@pytest.mark.parametrize("word", ["tags/trust", "/tags/trust/", "trust"])
def test_the_word_for_a_part_is_the_path_of_its_page_or_its_end(word: str) -> None:
    found = diff(parts(ONE), SHOW, word)

    assert render_diff(found)[1:] == ["tags/trust: feed gone (/tags/trust/podcast.xml) (accepted)"]
    assert not found.is_dangerous


def test_whoever_takes_down_all_episodes_of_a_part_has_accepted_its_end() -> None:
    found = diff(parts(ONE), {PATH: make_feed(TWO)}, "001-one")

    assert render_diff(found)[2] == "tags/trust: feed gone (/tags/trust/podcast.xml) (accepted)"
    assert not found.is_dangerous


MOVED = SHOW | {
    "tags/faith/podcast.xml": part(ONE, name="tags/faith"),
    "tags/trust/podcast.xml": part(ONE, name="tags/faith", extra="<itunes:new-feed-url/>"),
}


def test_a_part_that_goes_on_at_its_old_address_is_told_once_and_harms_nobody() -> None:
    found = diff(parts(ONE), MOVED)

    assert render_diff(found)[1:] == [
        "tags/trust: feed moves (/tags/trust/podcast.xml → /tags/faith/podcast.xml) and goes on "
        "at the old address"
    ]
    assert not found.is_dangerous


def test_a_copy_at_a_former_address_has_no_line_of_its_own() -> None:
    new = {path: text.replace(ONE.encode(), (TWO + ONE).encode()) for path, text in MOVED.items()}

    assert render_diff(diff(MOVED, new | SHOW))[1:] == ["tags/faith: 1 new (#002 Two)"]


def test_a_former_address_that_another_part_takes_needs_the_word_of_the_author() -> None:
    new = MOVED | {"tags/trust/podcast.xml": part(TWO, guid="new-guid")}

    found = diff(MOVED, new)

    assert found.to_accept == ("tags/trust",)
    assert "podcast guid changed (trust-guid → new-guid)" in render_diff(found)[1]


def test_a_part_is_read_with_its_archive_pages() -> None:
    page = {"tags/trust/podcast-1.xml": part(ONE, extra="<fh:archive/>")}
    new = parts(TWO, extra=older("/tags/trust/podcast-1.xml")) | page

    assert render_diff(diff(parts(ONE, TWO), new))[1:] == [
        "tags/trust: 1 moved into an archive page"
    ]


def test_a_part_that_cannot_be_read_is_never_published() -> None:
    with pytest.raises(ContentError) as caught:
        diff(SHOW, SHOW | {"tags/trust/podcast.xml": b"<rss/>"})

    assert str(caught.value) == (
        "The build made a feed that cannot be read: tags/trust/podcast.xml: it is no RSS feed."
    )


def test_programs_learn_of_parts_what_people_do() -> None:
    found = json.loads(json.dumps(describe_diff(diff(parts(ONE, TWO), parts(TWO)))))

    assert (found["is_changed"], found["is_dangerous"], found["part_feeds"]) == (True, False, 1)
    assert found["parts"] == [
        {
            "name": "tags/trust",
            "is_first": False,
            "is_dangerous": False,
            "is_accepted": False,
            "sentence": "1 no longer in it (#001 One)",
            "changes": [],
            "rows": [
                {
                    "guid": "1",
                    "label": "#001",
                    "title": "One",
                    "changes": [{"what": "no longer in it", "was": "", "now": ""}],
                }
            ],
        }
    ]
