"""A site's whole life, edit after edit: who an entry is never changes by accident."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.identity.promises import Promise
from plugins.identity.recognise import Candidate
from plugins.identity.reconcile import Outcome, reconcile
from tests.unit.builders import make_candidate, make_sound

NAMES, PAGES = "abc", "wxyz"


@dataclass
class Life:
    """The sources of a site, what was promised so far, and the guid of each by its first text."""

    sources: dict[str, Candidate] = field(default_factory=dict)
    bin: dict[str, Candidate] = field(default_factory=dict)
    ledger: dict[str, Promise] = field(default_factory=dict)
    guids: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    count: int = 0

    def new(self) -> str:
        """Return a text that was never there before."""
        self.count += 1
        return str(self.count)

    def publish(self, *accepted: str) -> Outcome:
        outcome = reconcile(self.sources.values(), self.ledger, accepted=frozenset(accepted))
        if not outcome.problems:
            self.ledger = outcome.promises
        return outcome


def write(life: Life, name: str, choice: int) -> None:
    number = life.new()
    life.sources.setdefault(name, replace(
        make_candidate(name, sound=make_sound(f"sound-{number}", path=f"/media/{number}.mp3")),
        source_sha256=f"text-{number}", page=page(choice), where=number,
    ))  # fmt: skip


def page(choice: int) -> str:
    return f"/podcast/{PAGES[choice % len(PAGES)]}/"


def another(choice: int) -> str:
    return NAMES[choice % len(NAMES)]


def rename(life: Life, name: str, choice: int) -> None:
    other = another(choice)
    if name in life.sources and other not in life.sources:
        life.sources[other] = named(life.sources.pop(name), other)


def swap(life: Life, name: str, choice: int) -> None:
    other = another(choice)
    if name in life.sources and other in life.sources:
        one, two = life.sources[name], life.sources[other]
        life.sources |= {name: named(two, name), other: named(one, other)}


def named(candidate: Candidate, name: str) -> Candidate:
    plain = make_candidate(name)
    return replace(candidate, key=plain.key, name=name, fallback_guid=plain.fallback_guid)


def edit(life: Life, name: str, _choice: int) -> None:
    change(life, name, source_sha256=f"text-{life.new()}")


def move(life: Life, name: str, choice: int) -> None:
    change(life, name, page=page(choice))


def redate(life: Life, name: str, _choice: int) -> None:
    change(life, name, published=life.new())


def record(life: Life, name: str, _choice: int) -> None:
    number = life.new()
    change(life, name, sound=make_sound(f"sound-{number}", path=f"/media/{number}.mp3"))


def name_guid(life: Life, name: str, choice: int) -> None:
    change(life, name, guid=f"made-of-{another(choice)}")


def change(life: Life, name: str, **said: object) -> None:
    if name in life.sources:
        life.sources[name] = replace(life.sources[name], **said)  # type: ignore[arg-type]


def delete(life: Life, name: str, _choice: int) -> None:
    if name in life.sources:
        life.bin[name] = life.sources.pop(name)


def restore(life: Life, name: str, _choice: int) -> None:
    if name in life.bin:
        life.sources.setdefault(name, life.bin[name])


EDITS: list[Callable[[Life, str, int], None]] = [
    write, write, rename, swap, edit, move, redate, record, name_guid, delete, restore
]  # fmt: skip
STEPS = st.tuples(
    st.sampled_from(EDITS), st.sampled_from(NAMES), st.integers(0, 11), st.integers(0, 2)
)


@given(st.lists(STEPS, min_size=5, max_size=40))
@settings(max_examples=500, deadline=None)
def test_whatever_is_edited_no_guid_is_reused_and_every_redirect_ends_at_a_page(
    steps: list[tuple[Callable[[Life, str, int], None], str, int, int]],
) -> None:
    life = Life()
    for edit_, name, choice, mood in steps:
        edit_(life, name, choice)
        if have_one_page(life):
            continue
        before = dict(life.ledger)
        # In one mood of three the author accepts whatever is asked.
        outcome = life.publish(*(NAMES if mood == 0 else ""))
        if not outcome.problems:
            check_guids(before, life.ledger, is_accepted=mood == 0)
            check_entries(life, is_accepted=mood == 0)
            check_redirects(life, outcome)
            check_again(life, outcome)


def have_one_page(life: Life) -> bool:
    """Say whether two entries claim one page: the build stops before."""
    pages = [candidate.page for candidate in life.sources.values()]
    return len(set(pages)) < len(pages)


def check_guids(
    before: dict[str, Promise], after: dict[str, Promise], *, is_accepted: bool
) -> None:
    guids = [promise.guid for promise in after.values()]
    used = [guid for promise in after.values() for guid in promise.former_guids]
    known = {guid for promise in before.values() for guid in (promise.guid, *promise.former_guids)}
    assert len(set(guids + used)) == len(guids + used)
    assert known <= set(guids + used)
    if not is_accepted:
        live = {promise.guid for promise in before.values() if not promise.is_gone}
        assert live <= {promise.guid for promise in after.values() if not promise.is_gone}


def check_entries(life: Life, *, is_accepted: bool) -> None:
    """`where` goes with an entry through all its edits."""
    guids = {item.where: life.ledger[item.key].guid for item in life.sources.values()}
    names = {item.where: item.key for item in life.sources.values()}
    for item in life.sources.values():
        stayed = item.guid == "" and names[item.where] == life.names.get(item.where)
        if item.where in life.guids and (stayed or not is_accepted):
            assert guids[item.where] == life.guids[item.where]
    life.guids |= guids
    life.names = names


def check_redirects(life: Life, outcome: Outcome) -> None:
    pages = {candidate.page for candidate in life.sources.values()}
    assert set(outcome.redirects.values()) <= pages
    assert not set(outcome.redirects) & pages
    assert not set(outcome.gone) & (pages | set(outcome.redirects))
    formers = [path for promise in life.ledger.values() for path in promise.former]
    assert len(formers) == len(set(formers))


def check_again(life: Life, outcome: Outcome) -> None:
    again = reconcile(life.sources.values(), life.ledger)
    assert again == replace(outcome, problems=())
