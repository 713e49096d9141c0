from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

import pytest

from tests.unit.tools.feed_documents import SITE, make_feed, make_item, older
from tools.publish.diff.describe import describe_diff
from tools.publish.diff.paint import coloured
from tools.publish.diff.sides import candidate_side, served_side
from tools.publish.diff.sites import compare_sites
from tools.publish.diff.verdict import SiteDiff
from tools.publish.diff.words import render_diff, render_remedy
from tools.shared.errors import ContentError
from tools.shared.manifest import FileFact, Manifest

PATH = "podcast/feed.xml"
SHOWS = {"podcast": PATH}
ONE = make_item(guid="1", title="One", number="1", url=f"{SITE}/media/001-one-00000001.mp3")
TWO = make_item(guid="2", title="Two", number="2", url=f"{SITE}/media/002-two-00000002.mp3")
NAMES = {"1": "episodes/001-one", "2": "episodes/002-two"}
Files = Mapping[str, bytes]


def make_manifest(files: Files) -> Manifest:
    return tuple(
        FileFact(path=path, length_bytes=len(text), sha256=hashlib.sha256(text).hexdigest())
        for path, text in files.items()
    )


def diff(
    old: Files,
    new: Files,
    *accepted: str,
    shows: Mapping[str, str] = SHOWS,
    published: Files | None = None,
    names: Mapping[str, str] = NAMES,
) -> SiteDiff:
    """Compare; `published` is what the target was given, if it serves something else by now."""
    manifest = make_manifest(old if published is None else published)
    return compare_sites(
        served_side(old.get, manifest, shows),
        candidate_side(new.get, make_manifest(new), shows),
        names=names,
        accepted=accepted,
    )


def test_what_a_publish_changes_is_one_sentence_and_a_line_for_each_episode() -> None:
    edited = ONE.replace("Words.", "Other words.")

    found = diff({PATH: make_feed(ONE)}, {PATH: make_feed(TWO, edited)})

    assert render_diff(found) == [
        "1 new episode (#002 Two) · 0 downloaded again · 1 notes edited · 0 gone",
        "#001 One: notes edited",
        "#002 Two: new",
    ]
    assert (found.is_dangerous, render_remedy(found)) == (False, "")


def test_no_change_is_told_in_four_words() -> None:
    found = diff({PATH: make_feed(ONE)}, {PATH: make_feed(ONE)})

    assert render_diff(found) == ["nothing changes for listeners"]


def test_a_first_publication_is_a_number() -> None:
    assert render_diff(diff({}, {PATH: make_feed(ONE, TWO)})) == ["first publication: 2 episodes"]
    assert render_diff(diff({}, {PATH: make_feed(ONE)})) == ["first publication: 1 episode"]


def test_a_site_without_a_podcast_changes_nothing_for_listeners() -> None:
    found = diff({"blog/feed.xml": b"<rss/>"}, {}, shows={})

    assert (found.shows, render_diff(found)) == ((), ["nothing changes for listeners"])


GONE = {PATH: make_feed(TWO)}
AGAIN = {PATH: make_feed(TWO, ONE.replace("00000001", "0000000a"))}
DATED = {PATH: make_feed(TWO, ONE.replace("15 May", "14 May"))}
OTHER_GUID = {PATH: make_feed(TWO, ONE.replace(">1</guid>", ">one</guid>"))}
DOUBLE = {PATH: make_feed(TWO, ONE, ONE.replace("One", "Three"))}
BOTH = {PATH: make_feed(ONE, TWO)}


@pytest.mark.parametrize(
    ("new", "sentence", "harm"),
    [
        (GONE, "0 new episodes · 0 downloaded again · 0 notes edited · 1 gone", "lost"),
        (
            AGAIN,
            "0 new episodes · 1 downloaded again · 0 notes edited · 0 gone",
            "downloaded again",
        ),
        (
            DATED,
            "0 new episodes · 0 downloaded again · 1 re-dated · 0 notes edited · 0 gone",
            "re-dated",
        ),
        (
            OTHER_GUID,
            "0 new episodes · 0 downloaded again · 1 re-identified · 0 notes edited · 0 gone",
            "re-identified",
        ),
        (
            DOUBLE,
            "0 new episodes · 0 downloaded again · 1 with the guid of another"
            " · 0 notes edited · 0 gone",
            "hidden by another with the same guid",
        ),
    ],
)
def test_what_harms_listeners_needs_the_word_of_the_author(
    new: Files, sentence: str, harm: str
) -> None:
    found = diff(BOTH, new)
    accepted = diff(BOTH, new, "001-one")

    assert render_diff(found)[0] == sentence
    assert found.is_dangerous
    assert render_remedy(found) == (
        f"1 episode would be {harm}. Restore what was published, or publish with ACCEPT=001-one."
    )
    assert (accepted.is_dangerous, render_remedy(accepted)) == (False, "")
    assert render_diff(accepted)[1].endswith(" (accepted)")


def test_several_harms_are_told_with_one_remedy() -> None:
    new = {PATH: make_feed(TWO.replace("15 May", "14 May"))}

    assert render_remedy(diff(BOTH, new)) == (
        "2 episodes would be re-dated or lost. Restore what was published, or publish with "
        "ACCEPT=001-one,002-two."
    )


def test_an_episode_that_no_ledger_knows_is_accepted_by_the_name_of_its_audio_or_its_guid() -> None:
    ours = make_item(guid="9", url=f"{SITE}/media/009-nine-00000009.mp3")
    theirs = make_item(guid="a guid", url="https://elsewhere.example/9.mp3")

    new = {PATH: make_feed()}

    assert diff({PATH: make_feed(ours)}, new).to_accept == ("009-nine",)
    assert diff({PATH: make_feed(theirs)}, new).to_accept == ("a guid",)
    assert "publish with ACCEPT='a guid'." in render_remedy(diff({PATH: make_feed(theirs)}, new))
    assert not diff({PATH: make_feed(ours)}, new, "009-nine").is_dangerous
    assert not diff({PATH: make_feed(ours)}, new, "9").is_dangerous
    assert not diff({PATH: make_feed(theirs)}, new, "a guid").is_dangerous


def test_an_episode_is_accepted_by_its_folder_and_name_and_called_so_if_another_has_its_name() -> (
    None
):
    names = {**NAMES, "3": "posts/001-one"}

    assert diff(BOTH, GONE, names=names).to_accept == ("episodes/001-one",)
    assert not diff(BOTH, GONE, "episodes/001-one", names=names).is_dangerous
    assert not diff(BOTH, GONE, "episodes/001-one").is_dangerous
    assert diff(BOTH, GONE, "posts/001-one", names=names).is_dangerous


SECOND = "second/feed.xml"
TWO_SHOWS = {"podcast": PATH, "second": SECOND}


def second_feed(*items: str, path: str = SECOND, **said: str) -> bytes:
    values = {"title": "Second", "guid": "second-guid", "own": f"{SITE}/{path}"} | said
    return make_feed(*items, **values)


def test_of_several_shows_each_that_changes_has_its_sentence() -> None:
    old = {PATH: make_feed(ONE), SECOND: second_feed(ONE)}
    new = {PATH: make_feed(ONE), SECOND: second_feed(ONE, TWO)}

    assert render_diff(diff(old, new, shows=TWO_SHOWS)) == [
        "Second: 1 new episode (#002 Two) · 0 downloaded again · 0 notes edited · 0 gone",
        "#002 Two: new",
    ]


def test_a_second_show_has_a_first_publication_of_its_own() -> None:
    found = diff(
        {PATH: make_feed(ONE)}, {PATH: make_feed(ONE), SECOND: second_feed(ONE)}, shows=TWO_SHOWS
    )

    assert render_diff(found) == ["Second: first publication: 1 episode"]


def test_a_show_that_is_gone_is_found_where_it_was_served() -> None:
    old = {PATH: make_feed(ONE), SECOND: second_feed(TWO), "blog/feed.xml": b"<rss/>"}
    new = {PATH: make_feed(ONE)}

    found = diff(old, new)

    assert render_diff(found) == [
        "Second: 0 new episodes · 0 downloaded again · 0 notes edited · 1 gone · show changed",
        "Show: feed gone (/second/feed.xml)",
        "#002 Two: gone",
    ]
    assert render_remedy(found) == (
        "1 episode would be lost. Second: its subscribers would be lost. Restore what was "
        "published, or publish with ACCEPT=second,002-two."
    )
    assert not diff(old, new, "second").is_dangerous


def test_a_show_with_another_key_leaves_its_subscribers_behind() -> None:
    moved = "third/feed.xml"
    old, new = {SECOND: second_feed(TWO)}, {moved: second_feed(TWO, path=moved)}

    found = diff(old, new, shows={"third": moved})

    assert render_diff(found)[1] == (
        "Show: feed leaves its address (/second/feed.xml → /third/feed.xml)"
    )
    assert render_remedy(found) == (
        "Second: its subscribers would be lost, because nothing answers at the old address. "
        "Restore what was published, or publish with ACCEPT=second."
    )
    assert not diff(old, new, "second", shows={"third": moved}).is_dangerous


CAST = "cast/feed.xml"
RENAMED = {
    CAST: make_feed(ONE, own=f"{SITE}/{CAST}"),
    # What a build leaves at a former address.
    PATH: make_feed(ONE, own=f"{SITE}/{CAST}", extra="<itunes:new-feed-url/>"),
}


def test_a_show_with_another_key_that_goes_on_at_its_old_address_harms_nobody() -> None:
    found = diff({PATH: make_feed(ONE)}, RENAMED, shows={"cast": CAST})

    assert render_diff(found)[1:] == [
        "Show: feed moves (/podcast/feed.xml → /cast/feed.xml) and goes on at the old address"
    ]
    assert not found.is_dangerous


def test_a_feed_at_a_former_address_is_no_show_of_its_own() -> None:
    assert render_diff(diff(RENAMED, RENAMED, shows={"cast": CAST})) == [
        "nothing changes for listeners"
    ]


def test_a_show_may_go_back_to_its_former_address() -> None:
    back = {
        PATH: make_feed(ONE),
        CAST: make_feed(ONE, extra="<itunes:new-feed-url/>"),
    }

    found = diff(RENAMED, back)

    assert render_diff(found)[1:] == [
        "Show: feed moves (/cast/feed.xml → /podcast/feed.xml) and goes on at the old address"
    ]
    assert not found.is_dangerous


def test_a_former_address_that_ends_leaves_its_subscribers_behind() -> None:
    new = {CAST: RENAMED[CAST]}

    found = diff(RENAMED, new, shows={"cast": CAST})

    assert render_diff(found) == [
        "Phone Notes: 0 new episodes · 0 downloaded again · 0 notes edited · 1 gone · show changed",
        "Show: feed gone (/podcast/feed.xml)",
        "#001 One: gone",
    ]
    assert found.is_dangerous


def test_another_guid_of_the_show_needs_the_word_of_the_author() -> None:
    new = {PATH: make_feed(ONE, guid="other")}

    found = diff({PATH: make_feed(ONE)}, new)

    assert render_diff(found) == [
        "0 new episodes · 0 downloaded again · 0 notes edited · 0 gone · show changed",
        "Show: podcast guid changed (show-guid → other)",
    ]
    assert render_remedy(found) == (
        "Phone Notes: apps would take it for another show. Restore what was published, or "
        "publish with ACCEPT=podcast."
    )
    assert render_diff(diff({PATH: make_feed(ONE)}, new, "podcast"))[1] == (
        "Show: podcast guid changed (show-guid → other) (accepted)"
    )


BROKEN = {
    "cut off": ({PATH: BOTH[PATH][:-9]}, "podcast/feed.xml: it is not whole XML: "),
    "missing": ({}, "podcast/feed.xml: there is no such file."),
    "another page": (
        {PATH: make_feed(extra=older("/podcast/feed-1.xml"))},
        "podcast/feed-1.xml: there is no such file.",
    ),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_served_feed_that_cannot_be_read_needs_the_word_of_the_author(fault: str) -> None:
    served, told = BROKEN[fault]

    found = diff(served, GONE, published=BOTH)

    assert render_diff(found)[1].startswith(f"Show: served feed cannot be read ({told}")
    assert render_remedy(found) == (
        "Phone Notes: the feed that the target serves cannot be read, so nobody knows what would "
        "change. Restore what was published, or publish with ACCEPT=podcast."
    )
    assert not diff(served, GONE, "podcast", published=BOTH).is_dangerous


@pytest.mark.parametrize("fault", BROKEN)
def test_a_damaged_feed_is_mended_by_publishing_the_same_again(fault: str) -> None:
    found = diff(BROKEN[fault][0], BOTH, published=BOTH)

    assert render_diff(found) == ["nothing changes for listeners"]


def test_a_served_feed_is_found_without_a_list_of_what_was_published() -> None:
    assert diff(BOTH, GONE, published={}).is_dangerous


def test_a_candidate_that_is_no_feed_is_never_published() -> None:
    with pytest.raises(ContentError) as caught:
        diff(BOTH, {PATH: b"<rss/>"})

    assert str(caught.value) == (
        "The build made a feed that cannot be read: podcast/feed.xml: it is no RSS feed."
    )


def many(number: int, **said: str) -> list[str]:
    return [
        make_item(guid=f"{n}", title=f"Day {n}", number=f"{n}", length=f"{n}", **said)
        for n in range(1, number + 1)
    ]


def test_many_lines_that_say_the_same_become_one() -> None:
    old, new = {PATH: make_feed(*many(21))}, {PATH: make_feed(*many(21, notes="Edited."))}

    assert render_diff(diff(old, new))[1:] == ["21 episodes: notes edited"]
    assert len(render_diff(diff({PATH: make_feed()}, {PATH: make_feed(*many(20))}))) == 21


def test_each_episode_that_would_be_harmed_has_its_line() -> None:
    found = diff({PATH: make_feed(*many(21))}, {PATH: make_feed()})

    assert len(render_diff(found)) == 22


def test_three_new_episodes_are_named_in_the_sentence_and_more_are_counted() -> None:
    found = diff({PATH: make_feed()}, {PATH: make_feed(*many(5))})

    assert render_diff(found)[0] == (
        "5 new episodes (#001 Day 1, #002 Day 2, #003 Day 3 and 2 more)"
        " · 0 downloaded again · 0 notes edited · 0 gone"
    )


def test_harm_is_red_and_what_is_new_is_green_on_a_terminal() -> None:
    found = diff({PATH: make_feed(ONE)}, {PATH: make_feed(TWO)})

    assert render_diff(found, coloured) == [
        "\x1b[32m1 new episode (#002 Two)\x1b[0m · 0 downloaded again · 0 notes edited · "
        "\x1b[31m1 gone\x1b[0m",
        "#001 One: \x1b[31mgone\x1b[0m",
        "#002 Two: \x1b[32mnew\x1b[0m",
    ]


def test_programs_learn_everything_that_people_do() -> None:
    found = diff(BOTH, AGAIN)

    assert json.loads(json.dumps(describe_diff(found))) == {
        "is_changed": True,
        "is_dangerous": True,
        "shows": [
            {
                "key": "podcast",
                "title": "Phone Notes",
                "feed": "/podcast/feed.xml",
                "is_first": False,
                "is_dangerous": True,
                "is_accepted": False,
                "sentence": "0 new episodes · 1 downloaded again · 0 notes edited · 0 gone",
                "counts": {"new": 0, "downloaded again": 1, "notes edited": 0, "gone": 0},
                "changes": [],
                "rows": [
                    {
                        "guid": "1",
                        "label": "#001",
                        "title": "One",
                        "name": "001-one",
                        "changes": [
                            {
                                "what": "downloaded again",
                                "was": f"{SITE}/media/001-one-00000001.mp3",
                                "now": f"{SITE}/media/001-one-0000000a.mp3",
                            }
                        ],
                        "is_dangerous": True,
                        "is_accepted": False,
                    }
                ],
            }
        ],
        "part_feeds": 0,
        "parts": [],
        "broken_promises": [],
        "remedy": "1 episode would be downloaded again. Restore what was published, or publish "
        "with ACCEPT=001-one.",
        "accept": ["001-one"],
    }


def test_programs_count_the_episodes_of_a_first_publication() -> None:
    (show,) = json.loads(json.dumps(describe_diff(diff({}, BOTH))))["shows"]

    assert (show["is_first"], show["counts"]["new"], show["rows"]) == (True, 2, [])
