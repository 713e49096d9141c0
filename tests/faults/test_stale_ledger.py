"""A ledger that never knew what the target promised stops a publish; a killed one does not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.identity.promises import Ledger, PagePromise
from plugins.identity.text import dump_ledger
from tests.faults.tiny_site import make_build, make_request, publish_files
from tests.unit.builders import make_promise, make_sound
from tools.build import facts
from tools.publish.flow import publish
from tools.publish.folder import FolderTarget
from tools.shared.errors import ContentError, ToolError

A, B = make_promise("a", sound=make_sound()), make_promise("b")
TAG = PagePromise(guid="tag-guid", former=("/tags/old/",))
BOTH = Ledger(entries={"posts/a": A, "posts/b": B}, pages={"/tags/x/": TAG})


def run(folder: Path, before: Ledger | None, after: Ledger, word: str = "new") -> None:
    """Publish a build whose author has one ledger and which would make it another."""
    path = folder / "content" / "ledger.json"
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    if before is not None:
        path.write_text(dump_ledger(before))
    publish_files(folder, {"index.html": word}, facts.Ledger(path=path, text=dump_ledger(after)))


def test_nothing_is_promised_that_cannot_be_noted(tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("A file where a folder is needed.")
    ledger = facts.Ledger(path=tmp_path / "blocked" / "ledger.json", text=dump_ledger(BOTH))

    with pytest.raises(ToolError) as caught:
        publish_files(tmp_path, {"index.html": "new"}, ledger)

    assert str(caught.value) == (
        f"{tmp_path}/blocked/ledger.json: it cannot be written, so what is promised would be "
        f"forgotten. Make {tmp_path}/blocked a folder that you may write to, or publish with "
        "LEDGER=0."
    )
    assert not (tmp_path / "public").is_symlink()


FORGOTTEN = [
    (None, Ledger(), "posts/a, posts/b, /tags/x/"),
    (Ledger(entries={"posts/a": A}), Ledger(entries={"posts/a": A}), "posts/b, /tags/x/"),
    (None, replace(BOTH, entries={**BOTH.entries, "posts/b": replace(B, guid="c")}), "posts/b"),
    (None, replace(BOTH, entries={**BOTH.entries, "posts/a": replace(A, sound=None)}), "posts/a"),
    (None, replace(BOTH, pages={"/tags/x/": replace(TAG, guid="made anew")}), "/tags/x/"),
    (None, replace(BOTH, pages={"/tags/x/": replace(TAG, former=())}), "/tags/x/"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "named"), FORGOTTEN)
def test_a_ledger_that_forgot_a_promise_stops_the_publish(
    tmp_path: Path, before: Ledger | None, after: Ledger, named: str
) -> None:
    run(tmp_path, None, BOTH)
    release = (tmp_path / "public").readlink()

    with pytest.raises(ContentError) as caught:
        run(tmp_path, before, after, "newer")

    place = f"{tmp_path}/public"
    assert str(caught.value) == (
        f"{tmp_path}/content/ledger.json: it does not know what was promised at {place}: {named}. "
        f"Bring it up to date: make ledger TARGET={place}"
    )
    assert (tmp_path / "public").readlink() == release


KEPT = [
    (None, BOTH),
    (BOTH, Ledger(entries={"posts/a": replace(A, guid="accepted", former_guids=(A.guid,))})),
    (
        replace(BOTH, pages={"/tags/y/": PagePromise(former=("/tags/x/",))}),
        replace(BOTH, pages={"/tags/y/": PagePromise(former=("/tags/x/",))}),
    ),
    (None, replace(BOTH, pages={"/tags/y/": replace(TAG, former=("/tags/old/", "/tags/x/"))})),
]


@pytest.mark.parametrize(
    ("before", "after"), KEPT, ids=["killed", "changed by its author", "moved on", "moved"]
)
def test_what_was_changed_knowingly_or_promised_by_a_killed_run_is_not_forgotten(
    tmp_path: Path, before: Ledger | None, after: Ledger
) -> None:
    run(tmp_path, None, BOTH)

    run(tmp_path, before, after, "newer")

    assert (tmp_path / "public" / "index.html").read_text() == "newer"


def test_a_trial_without_the_ledger_asks_for_none_and_leaves_none(tmp_path: Path) -> None:
    target = FolderTarget(str(tmp_path / "public"))
    ledger = facts.Ledger(path=tmp_path / "content" / "ledger.json", text=dump_ledger(BOTH))
    request = make_request(tmp_path, ledger=False)

    publish(request, target, make_build({"index.html": "a"}, ledger), lambda _step: None)

    assert target.promised() is None
    run(tmp_path, None, Ledger(), "newer")


def test_a_copy_of_the_ledger_that_cannot_be_read_stops_nothing(tmp_path: Path) -> None:
    run(tmp_path, None, BOTH)
    for note in (tmp_path / "public.releases").glob("*.ledger.json"):
        note.write_text("{")

    run(tmp_path, None, Ledger(), "newer")

    assert (tmp_path / "public" / "index.html").read_text() == "newer"
