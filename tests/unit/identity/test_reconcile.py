from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.identity.promises import Ledger, Promise, fallback_guid
from plugins.identity.recognise import Candidate
from plugins.identity.reconcile import Outcome, reconcile
from plugins.identity.text import dump_ledger
from tests.unit.builders import make_candidate, make_promise, make_sound

NAMES = st.lists(st.sampled_from("abcdef"), unique=True, max_size=5)


def make_build(names: list[str]) -> list[Candidate]:
    """Episodes of these names, each with sound, text and page of its own."""
    return [make_candidate(name, sound=make_sound(f"sound-of-{name}")) for name in names]


def publish(*candidates: Candidate, ledger: dict[str, Promise] | None = None) -> dict[str, Promise]:
    outcome = reconcile(candidates, ledger or {})
    assert outcome.problems == ()
    return outcome.promises


def messages(outcome: Outcome) -> list[str]:
    return [str(problem) for problem in outcome.problems]


def test_a_new_entry_is_promised_what_it_says() -> None:
    made, given_ = make_candidate("a"), make_candidate("b", guid="own")

    promises = publish(made, given_)

    assert promises["episodes/a"] == make_promise("a")
    assert promises["episodes/b"].guid == "own"


@given(NAMES, NAMES)
def test_what_was_settled_is_settled(before: list[str], after: list[str]) -> None:
    gone = frozenset(before) - frozenset(after)
    new = make_build([name for name in after if name in before] or before)
    first = reconcile(new, publish(*make_build(before)), accepted=gone)

    again = reconcile(new, first.promises)

    assert again.problems == ()
    assert again.promises == first.promises
    assert dump_ledger(Ledger(entries=again.promises)) == dump_ledger(
        Ledger(entries=first.promises)
    )


@given(NAMES.filter(bool), st.randoms(use_true_random=False))
def test_the_order_of_a_build_does_not_show(names: list[str], chance: Any) -> None:
    build = make_build(names)
    ledger = publish(*build)
    mixed = list(build)
    chance.shuffle(mixed)

    assert reconcile(mixed, ledger) == reconcile(build, ledger)


@given(NAMES.filter(bool))
def test_a_rename_keeps_guid_date_and_sound_and_redirects_the_page(names: list[str]) -> None:
    ledger = publish(*make_build(names))
    renamed = [
        replace(
            item, key=f"episodes/new-{item.name}", name=f"new-{item.name}",
            page=f"/podcast/new-{item.name}/", fallback_guid=f"made-of-new-{item.name}",
            source_sha256="edited", sound=replace(item.sound, path="/media/new.mp3"),
        )
        for item in make_build(names) if item.sound
    ]  # fmt: skip

    outcome = reconcile(renamed, ledger)

    assert outcome.problems == ()
    for name in names:
        old, new = ledger[f"episodes/{name}"], outcome.promises[f"episodes/new-{name}"]
        assert (new.guid, new.published, new.sound) == (old.guid, old.published, old.sound)
        assert outcome.redirects[f"/podcast/{name}/"] == f"/podcast/new-{name}/"


CHANGES: list[tuple[dict[str, Any], str]] = [
    (
        {"guid": "other"},
        "its guid was published as 'made-of-075-calls'; another makes apps show it again. "
        "Write 'Guid: made-of-075-calls', or publish with ACCEPT=075-calls.",
    ),
    (
        {"published": "2026-03-13T07:30:00Z"},
        "its date was published as 2026-03-12T07:30:00Z; another makes apps sort it anew. "
        "Write 'Date: 2026-03-12T07:30:00Z', or publish with ACCEPT=075-calls.",
    ),
    (
        {"show": "other", "page": "/extra/075-calls/"},
        "it was published in another show, whose subscribers would lose it. Move it back, or put "
        "the shows in PODCASTS into their old order, or publish with ACCEPT=075-calls.",
    ),
    (
        {"sound": make_sound("bb")},
        "its audio is not what was published; subscribers who have it keep the old one. "
        "Restore the file, or publish with ACCEPT=075-calls.",
    ),
]


@pytest.mark.parametrize(("change", "message"), CHANGES)
def test_what_apps_would_notice_is_refused(change: dict[str, Any], message: str) -> None:
    before = make_candidate(sound=make_sound("aa"), show="show")

    outcome = reconcile([replace(before, **change)], publish(before))

    assert messages(outcome) == [f"content/episodes/075-calls.md: {message}"]


ELSEWHERE = make_sound("", path="https://media.example.org/075.mp3")


@pytest.mark.parametrize(
    ("change", "is_refused"),
    [
        ({}, False),
        ({"bytes": ELSEWHERE.bytes + 1}, True),
        ({"duration": 65.5, "bitrate": 64_001}, False),
        ({"path": "https://cdn.example.org/075.mp3"}, False),
        ({"path": "/media/075-calls-aa.mp3", "sha256": "aa"}, True),
    ],
)
def test_a_recording_on_another_host_is_known_by_its_number_of_bytes(
    change: dict[str, Any], *, is_refused: bool
) -> None:
    before = make_candidate(sound=ELSEWHERE)
    after = replace(before, sound=replace(ELSEWHERE, **change))

    outcome = reconcile([after], publish(before))

    assert [problem.rule for problem in outcome.problems] == ["identity-audio"] * is_refused


@pytest.mark.parametrize(("change", "message"), CHANGES)
def test_what_was_accepted_by_name_is_promised_from_now_on(
    change: dict[str, Any], message: str
) -> None:
    del message
    before = make_candidate(sound=make_sound("aa"), show="show")
    after = replace(before, **change)

    outcome = reconcile([after], publish(before), accepted=frozenset({"075-calls"}))

    assert outcome.problems == ()
    assert reconcile([after], outcome.promises).problems == ()


def test_what_was_accepted_for_one_entry_is_refused_for_another() -> None:
    before = make_build(["a", "b"])
    after = [replace(item, guid=f"new-{item.name}") for item in before]

    outcome = reconcile(after, publish(*before), accepted=frozenset({"a"}))

    assert [problem.where for problem in outcome.problems] == ["content/episodes/b.md"]


@pytest.mark.parametrize("change", [{"source_sha256": "edited"}, {"page": "/podcast/elsewhere/"}])
def test_words_and_addresses_may_change(change: dict[str, Any]) -> None:
    before = make_candidate(sound=make_sound())

    assert reconcile([replace(before, **change)], publish(before)).problems == ()


def test_an_entry_that_is_gone_is_refused_and_leaves_a_tombstone_once_accepted() -> None:
    ledger = publish(make_candidate("a"))

    refused = reconcile([], ledger, folder="my/content")
    accepted = reconcile([], ledger, accepted=frozenset({"a"}))

    assert messages(refused) == [
        "my/content/episodes/a.md: it was published and is gone now. Restore it (renamed and "
        "changed at once: give it 'Guid: made-of-a'), or publish with ACCEPT=a."
    ]
    assert refused.promises == ledger
    assert accepted.promises == {"episodes/a": replace(ledger["episodes/a"], is_gone=True)}


def test_a_tombstone_under_the_same_name_is_not_revived_without_leave() -> None:
    ledger = {"episodes/a": make_promise("a", is_gone=True)}

    refused = reconcile([make_candidate("a", published="2026-05-01T07:30:00Z")], ledger)
    accepted = reconcile([make_candidate("a")], ledger, accepted=frozenset({"a"}))

    assert messages(refused) == [
        "content/episodes/a.md: it was taken down; its guid is never used again. "
        "Give it a new 'Guid:' or another file name, or publish with ACCEPT=a."
    ]
    assert accepted.promises == {"episodes/a": make_promise("a")}


@pytest.mark.parametrize("change", [{"guid": "made-of-a"}, {"fallback_guid": "made-of-a"}])
def test_the_guid_of_a_tombstone_is_never_used_again(change: dict[str, Any]) -> None:
    ledger = {"episodes/a": make_promise("a", is_gone=True)}

    outcome = reconcile([make_candidate("b", **change)], ledger)

    assert messages(outcome) == [
        "content/episodes/b.md: its guid 'made-of-a' is already that of content/episodes/a.md. "
        "Give it its own."
    ]


def test_two_entries_cannot_have_one_guid() -> None:
    outcome = reconcile([make_candidate("a"), make_candidate("b", guid="made-of-a")], {})

    assert messages(outcome) == [
        "content/episodes/b.md: its guid 'made-of-a' is already that of content/episodes/a.md. "
        "Give it its own."
    ]


def test_one_recording_in_two_shows_is_two_episodes_also_under_other_names() -> None:
    sound = make_sound()
    one = make_candidate("a", show="first", sound=sound, page="/first/a/")
    other = make_candidate("second/a", show="second", sound=sound, page="/second/a/")
    ledger = publish(one, other)

    renamed = [
        replace(one, key="episodes/z", name="z", source_sha256="edited"),
        replace(other, key="episodes/second/b", name="b", source_sha256="edited too"),
    ]
    outcome = reconcile(renamed, ledger)

    assert messages(outcome) == []
    assert outcome.promises["episodes/z"].guid == ledger["episodes/a"].guid
    assert outcome.promises["episodes/second/b"].guid == ledger["episodes/second/a"].guid


@pytest.mark.parametrize("copy", ["a-copy", "c-copy"])
def test_a_copy_with_the_guid_of_a_published_entry_is_told_and_not_that_entry(copy: str) -> None:
    ledger = publish(make_candidate("b", guid="one"))
    edited = make_candidate("b", guid="one", source_sha256="edited")

    outcome = reconcile([make_candidate(copy, guid="one"), edited], ledger)

    assert messages(outcome) == [
        f"content/episodes/{copy}.md: its guid 'one' is already that of content/episodes/b.md. "
        "Give it its own."
    ]
    assert outcome.promises["episodes/b"].guid == "one"


def test_who_takes_the_guid_of_another_is_told_and_not_the_other() -> None:
    ledger = publish(make_candidate("a"), make_candidate("b"))

    outcome = reconcile([make_candidate("a", guid="made-of-b"), make_candidate("b")], ledger)

    assert messages(outcome) == [
        "content/episodes/a.md: its guid was published as 'made-of-a'; another makes apps show it "
        "again. Write 'Guid: made-of-a', or publish with ACCEPT=a.",
        "content/episodes/a.md: its guid 'made-of-b' is already that of content/episodes/b.md. "
        "Give it its own.",
    ]


def test_what_exists_but_is_not_part_of_this_build_keeps_its_promise() -> None:
    ledger = publish(*make_build(["a", "b"]))

    outcome = reconcile(make_build(["b"]), ledger, kept=frozenset({"episodes/a"}))

    assert outcome.problems == ()
    assert outcome.promises == ledger


def test_an_entry_with_a_guid_of_its_own_adopts_no_other() -> None:
    before = make_candidate("a", sound=make_sound("aa"))
    other = make_candidate("b", guid="own", sound=make_sound("aa"))

    outcome = reconcile([other], publish(before))

    assert outcome.promises["episodes/b"].guid == "own"
    assert [problem.where for problem in outcome.problems] == ["content/episodes/a.md"]


def test_a_rename_that_changes_everything_is_known_by_its_guid() -> None:
    ledger = publish(make_candidate("a", sound=make_sound("aa")))
    renamed = make_candidate("b", guid="made-of-a", sound=make_sound("aa"))

    outcome = reconcile([renamed], ledger)

    assert outcome.problems == ()
    assert list(outcome.promises) == ["episodes/b"]


def test_sound_on_another_host_is_not_known_by_a_digest_it_does_not_have() -> None:
    far = make_sound("", path="https://example.com/a.mp3")
    ledger = publish(make_candidate("a", sound=far))

    outcome = reconcile([make_candidate("b", sound=far)], ledger)

    assert outcome.promises["episodes/b"].guid == "made-of-b"
    assert [problem.where for problem in outcome.problems] == ["content/episodes/a.md"]


def test_a_page_that_moves_twice_and_back_is_never_redirected_to_itself() -> None:
    pages = ["/podcast/one/", "/podcast/two/", "/podcast/three/", "/podcast/one/"]
    ledger: dict[str, Promise] = {}
    for page in pages:
        ledger = publish(make_candidate(page=page), ledger=ledger)

    outcome = reconcile([make_candidate(page="/podcast/one/")], ledger)

    assert outcome.redirects == {
        "/podcast/two/": "/podcast/one/",
        "/podcast/three/": "/podcast/one/",
    }


def test_a_page_that_another_entry_took_is_not_redirected() -> None:
    ledger = publish(make_candidate("a", page="/x/"))
    moved, newer = make_candidate("a", page="/y/"), make_candidate("b", page="/x/")

    outcome = reconcile([moved, newer], ledger)

    assert outcome.problems == ()
    assert outcome.redirects == {}


def test_a_fallback_guid_follows_show_and_stem_alone() -> None:
    show, other = "4742f4c2-f9ef-519e-9f1f-105bbb16369c", "ead4c236-bf58-58c6-a2c6-a6b28d128cb6"

    guids = {fallback_guid(show, "a"), fallback_guid(show, "b"), fallback_guid(other, "a")}

    assert len(guids) == 3
    assert fallback_guid(show, "a") in guids


def test_two_entries_that_swap_their_names_stay_who_they_are() -> None:
    one, two = make_build(["a", "b"])
    ledger = publish(one, two)

    outcome = reconcile([named(two, "a"), named(one, "b")], ledger)

    assert outcome.problems == ()
    assert outcome.promises["episodes/a"].guid == "made-of-b"
    assert outcome.promises["episodes/b"].guid == "made-of-a"


def test_an_entry_that_takes_the_name_of_another_does_not_hide_that_it_is_gone() -> None:
    one, two = make_build(["a", "b"])
    ledger = publish(one, two)
    renamed = named(two, "a")

    refused = reconcile([renamed], ledger)
    accepted = reconcile([renamed], ledger, accepted=frozenset({"a"}))

    assert [problem.rule for problem in refused.problems] == ["identity-gone"]
    assert accepted.problems == ()
    assert accepted.promises["episodes/a"].guid == "made-of-b"
    assert accepted.promises["episodes/a@made-of-a"].is_gone


def test_a_guid_that_was_replaced_is_never_used_again() -> None:
    ledger = publish(make_candidate("a"))
    renewed = make_candidate("a", guid="new")
    ledger = reconcile([renewed], ledger, accepted=frozenset({"a"})).promises

    outcome = reconcile([renewed, make_candidate("b", guid="made-of-a")], ledger)

    assert ledger["episodes/a"].former_guids == ("made-of-a",)
    assert messages(outcome) == [
        "content/episodes/b.md: its guid 'made-of-a' was that of content/episodes/a.md. "
        "Give it its own."
    ]


def test_a_new_guid_under_the_name_of_what_was_taken_down_is_a_new_entry() -> None:
    ledger = {"episodes/a": make_promise("a", is_gone=True)}
    newer = make_candidate("a", guid="new", source_sha256="other", page="/podcast/new/")

    outcome = reconcile([newer], ledger)

    assert outcome.problems == ()
    assert outcome.promises["episodes/a"].guid == "new"
    assert outcome.promises["episodes/a@made-of-a"] == ledger["episodes/a"]
    assert outcome.gone == ("/podcast/a/",)


def test_what_was_taken_down_names_the_addresses_that_lead_nowhere() -> None:
    ledger = {"episodes/a": make_promise("a", is_gone=True, former=("/x/", "/y/"))}

    outcome = reconcile([make_candidate("b", page="/x/")], ledger)

    assert outcome.gone == ("/podcast/a/", "/y/")


def test_an_address_that_was_taken_again_leads_to_who_had_it_last() -> None:
    ledger: dict[str, Promise] = {}
    for a, b in (("/x/", "/b/"), ("/a/", "/x/"), ("/a/", "/b/")):
        candidates = make_candidate("a", page=a), make_candidate("b", page=b)
        ledger = publish(*candidates, ledger=ledger)

    assert reconcile(candidates, ledger).redirects == {"/x/": "/b/"}


def test_an_old_address_that_a_merge_left_to_two_leads_to_one_and_is_told() -> None:
    ledger = {
        "episodes/a": make_promise("a", former=("/x/",)),
        "episodes/b": make_promise("b", former=("/x/",)),
    }
    build = [make_candidate("a"), make_candidate("b")]

    outcome = reconcile(build, ledger)

    assert outcome.redirects == {"/x/": "/podcast/b/"}
    assert messages(outcome) == [
        "content/episodes/b.md: warning: the old address /x/ is that of content/episodes/a.md "
        "too. It leads here; write 'Aliases: /x/' into the one that shall have it."
    ]
    assert reconcile(build, outcome.promises).problems == ()


def test_nothing_leads_to_a_page_that_is_not_part_of_this_build() -> None:
    ledger = {"episodes/a": make_promise("a", former=("/x/",))}

    outcome = reconcile([], ledger, kept=frozenset({"episodes/a"}))

    assert outcome.redirects == {}
    assert outcome.promises == ledger


def named(candidate: Candidate, name: str) -> Candidate:
    return replace(candidate, key=f"episodes/{name}", name=name, fallback_guid=f"made-of-{name}")


def test_two_promises_of_one_entry_that_a_merge_left_become_one() -> None:
    ledger = {
        "episodes/b": make_promise("b", guid="made-of-a", former=("/x/",)),
        "episodes/c": make_promise("c", guid="made-of-a", former=("/y/",)),
    }
    build = [make_candidate("b")]

    outcome = reconcile(build, ledger)

    assert outcome.problems == ()
    assert list(outcome.promises) == ["episodes/b"]
    assert outcome.promises["episodes/b"].former == ("/podcast/c/", "/x/", "/y/")


def test_of_two_entries_with_one_name_the_folder_says_which_is_meant() -> None:
    post = make_candidate("a", key="posts/a", fallback_guid="post", source_sha256="post")
    ledger = publish(make_candidate("a", page="/podcast/"), replace(post, page="/blog/"))

    outcome = reconcile([], ledger, accepted=frozenset({"posts/a"}))

    assert [problem.where for problem in outcome.problems] == ["content/episodes/a.md"]
    assert outcome.promises["posts/a"].is_gone


@pytest.mark.parametrize("change", [{"show": "other"}, {"page": "/daily/a/"}])
def test_a_show_that_moves_or_gets_another_guid_takes_its_episodes_along(
    change: dict[str, Any],
) -> None:
    before = make_candidate("a", show="show")

    assert reconcile([replace(before, **change)], publish(before)).problems == ()
