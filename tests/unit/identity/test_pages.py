from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from plugins.identity.pages import PageCandidate, PageOutcome, settle_pages
from plugins.identity.promises import PagePromise, fallback_guid
from tests.unit.builders import SHOW_GUID, make_page

GUID = fallback_guid(SHOW_GUID, "/tags/trust/")


def publish(
    *pages: PageCandidate, ledger: Mapping[str, PagePromise] | None = None
) -> dict[str, PagePromise]:
    outcome = settle_pages(pages, ledger or {})
    assert outcome.problems == ()
    return outcome.promises


def messages(outcome: PageOutcome) -> list[str]:
    return [str(problem) for problem in outcome.problems]


MOVES: list[tuple[PageCandidate, PageCandidate]] = [
    (
        make_page("/tags/trust/", source="tags/trust", source_sha256="a"),
        make_page("/tags/faith/", source="tags/trust", source_sha256="b"),
    ),
    (
        make_page("/tags/trust/", source="tags/trust", source_sha256="a"),
        make_page("/tags/faith/", source="tags/faith", source_sha256="a"),
    ),
    (
        make_page("/tags/trust/"),
        make_page("/tags/faith/", source="tags/faith", aliases=("/tags/trust/",)),
    ),
]


@pytest.mark.parametrize(("before", "after"), MOVES, ids=["slug", "renamed file", "alias"])
def test_a_page_that_moved_keeps_its_guid_and_leaves_a_redirect(
    before: PageCandidate, after: PageCandidate
) -> None:
    ledger = publish(replace(before, namespace=SHOW_GUID))

    outcome = settle_pages([replace(after, namespace=SHOW_GUID)], ledger)

    assert outcome.problems == ()
    assert outcome.promises["/tags/faith/"].guid == GUID
    assert outcome.redirects == {"/tags/trust/": "/tags/faith/"}


def test_a_page_that_moves_on_leads_from_every_old_address_straight_to_the_last() -> None:
    ledger: dict[str, PagePromise] = {}
    for path in ("/tags/a/", "/tags/b/", "/tags/c/"):
        ledger = publish(make_page(path, source="tags/x"), ledger=ledger)

    outcome = settle_pages([make_page("/tags/c/", source="tags/x")], ledger)

    assert outcome.redirects == {"/tags/a/": "/tags/c/", "/tags/b/": "/tags/c/"}
    assert outcome.promises == ledger


def test_a_page_that_moves_back_is_never_redirected_to_itself() -> None:
    ledger: dict[str, PagePromise] = {}
    for path in ("/tags/a/", "/tags/b/", "/tags/a/"):
        ledger = publish(make_page(path, source="tags/x"), ledger=ledger)

    assert ledger == {"/tags/a/": PagePromise(source="tags/x", former=("/tags/b/",))}


def test_a_tag_that_becomes_an_alias_of_another_leads_there_and_each_keeps_its_guid() -> None:
    one, two = (
        make_page("/tags/a/", namespace=SHOW_GUID),
        make_page("/tags/b/", namespace=SHOW_GUID),
    )
    ledger = publish(one, two)
    merged = make_page("/tags/b/", namespace=SHOW_GUID, aliases=("/tags/a/",))

    outcome = settle_pages([merged], ledger)

    assert outcome.problems == ()
    assert outcome.redirects == {"/tags/a/": "/tags/b/"}
    assert outcome.promises["/tags/b/"].guid == fallback_guid(SHOW_GUID, "/tags/b/")


def test_an_address_that_a_new_tag_takes_again_gets_a_guid_of_its_own() -> None:
    ledger = publish(make_page("/tags/trust/", source="tags/trust", namespace=SHOW_GUID))
    moved = make_page("/tags/faith/", source="tags/trust", namespace=SHOW_GUID)
    newer = make_page("/tags/trust/", source="tags/other", namespace=SHOW_GUID)
    ledger = publish(moved, ledger=ledger)

    outcome = settle_pages([moved, newer], ledger)

    assert outcome.problems == ()
    assert outcome.redirects == {}
    assert outcome.promises["/tags/faith/"].guid == GUID
    assert outcome.promises["/tags/trust/"].guid not in {"", GUID}
    assert settle_pages([moved, newer], outcome.promises).promises == outcome.promises


def test_the_guid_of_a_part_stays_though_its_newest_episode_is_of_another_show() -> None:
    ledger = publish(make_page(namespace=SHOW_GUID))

    other = make_page(namespace="ead4c236-bf58-58c6-a2c6-a6b28d128cb6")

    assert publish(other, ledger=ledger)["/tags/trust/"].guid == GUID


def test_a_part_without_episodes_has_no_guid_until_it_has_one_and_keeps_it_then() -> None:
    silent = publish(make_page())
    heard = publish(make_page(namespace=SHOW_GUID), ledger=silent)

    assert silent["/tags/trust/"].guid == ""
    assert heard["/tags/trust/"].guid == GUID
    assert publish(make_page(), ledger=heard)["/tags/trust/"].guid == GUID


def test_a_page_that_is_gone_is_told_until_it_is_taken_down_by_name() -> None:
    ledger = publish(make_page("/tags/trust/"), make_page("/old-news/"))

    told = settle_pages([], ledger)
    accepted = settle_pages([], ledger, accepted=frozenset({"tags/trust", "old-news"}))

    assert messages(told) == [
        "/old-news/: warning: this page was published and is gone now. Let another one take its "
        "readers with 'Aliases: /old-news/' in the page that took its place, or publish with "
        "ACCEPT=old-news.",
        "/tags/trust/: warning: this page was published and is gone now. Let another one take its "
        "readers with 'Aliases: trust' in a file of content/tags, or publish with ACCEPT=trust.",
    ]
    assert told.promises == ledger
    assert accepted.problems == ()
    assert accepted.gone == ("/old-news/", "/tags/trust/")
    assert settle_pages([], accepted.promises).problems == ()


def test_an_alias_brings_readers_of_what_was_taken_down_to_its_successor() -> None:
    ledger = {"/tags/a/": PagePromise(is_gone=True)}

    outcome = settle_pages([make_page("/tags/b/", aliases=("/tags/a/",))], ledger)

    assert outcome.redirects == {"/tags/a/": "/tags/b/"}
    assert outcome.gone == ()


def test_a_page_whose_address_an_entry_has_or_had_is_not_missed() -> None:
    outcome = settle_pages([], publish(make_page("/about/")), taken={"/about/"})

    assert outcome.problems == ()


def test_a_build_that_leaves_out_entries_misses_no_page() -> None:
    ledger = publish(make_page())

    outcome = settle_pages([], ledger, is_whole=False)

    assert outcome.problems == ()
    assert outcome.promises == ledger


def test_a_show_that_moves_is_the_same_show_and_another_guid_is_refused() -> None:
    show = make_page("/podcast/", source=SHOW_GUID, guid=SHOW_GUID, where="pelicanconf.py")
    ledger = publish(show)
    moved = make_page("/daily/", source=SHOW_GUID, guid=SHOW_GUID)
    other = make_page("/podcast/", source="new", guid="new", where="pelicanconf.py")

    assert settle_pages([moved], ledger).redirects == {"/podcast/": "/daily/"}
    assert messages(settle_pages([other], ledger)) == [
        f"pelicanconf.py: the guid of the show 'podcast' was published as {SHOW_GUID!r}; with "
        "another one apps take it for another podcast. Write it back, or publish with "
        "ACCEPT=podcast."
    ]
    assert settle_pages([other], ledger, accepted=frozenset({"podcast"})).problems == ()
