from __future__ import annotations

from dataclasses import replace

import pytest

from plugins.identity.promises import Ledger, PagePromise, Promise
from tests.unit.builders import make_promise, make_sound
from tools.publish.merge import merge_ledgers

A = make_promise("a", sound=make_sound())
TAG = PagePromise(guid="tag")


def ledger(promise: Promise = A, page: PagePromise = TAG) -> Ledger:
    return Ledger(entries={"episodes/a": promise}, pages={"/tags/x/": page})


def test_what_is_lacking_is_added_and_what_only_the_author_has_stays() -> None:
    mine = Ledger(entries={"posts/b": make_promise("b")}, pages={"/about/": PagePromise()})

    merged = merge_ledgers(mine, ledger())

    assert merged.ledger == Ledger(
        entries={**mine.entries, **ledger().entries}, pages={**mine.pages, **ledger().pages}
    )
    assert (merged.added, merged.conflicts) == (("episodes/a", "/tags/x/"), ())


def test_two_ledgers_that_agree_are_one() -> None:
    merged = merge_ledgers(ledger(), ledger())

    assert (merged.ledger, merged.added, merged.conflicts) == (ledger(), (), ())


NEWER = [
    ledger(replace(A, page="/podcast/new/", former=(A.page,))),
    ledger(replace(A, guid="accepted", former_guids=(A.guid,))),
    Ledger(entries={"episodes/renamed": A}, pages={"/tags/y/": replace(TAG, former=("/tags/x/",))}),
]


@pytest.mark.parametrize("mine", NEWER)
def test_a_ledger_that_is_newer_stays_as_it_is(mine: Ledger) -> None:
    merged = merge_ledgers(mine, ledger())

    assert (merged.ledger.entries, merged.added) == (mine.entries, ())
    assert merged.conflicts == ()


CONFLICTS = [
    (
        ledger(replace(A, published="2026-01-01T00:00:00Z")),
        "episodes/a: published 2026-01-01T00:00:00Z, there 2026-03-12T07:30:00Z",
    ),
    (
        ledger(replace(A, sound=make_sound("bb"))),
        "episodes/a: audio /media/075-calls-bb.mp3, there /media/075-calls-aa.mp3",
    ),
    (ledger(replace(A, page="/podcast/z/")), "episodes/a: page /podcast/z/, there /podcast/a/"),
    (ledger(replace(A, is_gone=True)), "episodes/a: taken down, there it is not"),
    (ledger(replace(A, guid="other")), "episodes/a: guid other, there made-of-a"),
    (ledger(page=PagePromise(guid="other")), "/tags/x/: guid other, there tag"),
]


@pytest.mark.parametrize(("mine", "told"), CONFLICTS)
def test_where_they_disagree_what_is_published_holds_and_is_told(mine: Ledger, told: str) -> None:
    merged = merge_ledgers(mine, ledger())

    assert merged.conflicts == (told,)
    found = merged.ledger.entries["episodes/a"]
    assert replace(found, former=()) == A
    assert merged.ledger.pages == ledger().pages
    assert merge_ledgers(merged.ledger, ledger()).conflicts == ()
