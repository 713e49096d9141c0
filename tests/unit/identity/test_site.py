from __future__ import annotations

import errno
from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.entries.model import Entry, Kind
from plugins.frontmatter.document import Document, read_document
from plugins.frontmatter.keys import Folder
from plugins.identity.promises import Ledger, Sound, fallback_guid
from plugins.identity.site import Identity, identify, key_of, read_ledger
from plugins.identity.text import RESTORE
from plugins.podcast.recording.assemble import assemble
from plugins.podcast.recording.promised import promised_sounds
from plugins.shared.run import Run
from tests.unit.builders import DATA, SHOW_GUID, make_entry, make_run, messages, write

MP3 = (DATA / "thirty-seconds.mp3").read_bytes()


@dataclass
class Content:
    entry: Entry
    document: Document


def make_content(run: Run, name: str, keys: str = "", kind: Kind = Kind.EPISODE) -> Content:
    path = write(
        run.content / "episodes" / f"{name}.md", f"Title: {name}\nDate: 2026-02-05\n{keys}\n\nx\n"
    )
    document = read_document(path, Folder.EPISODES, run.where(path), zone=run.zone)
    assert document.date
    entry = make_entry(
        kind=kind, source=document.where, path=f"/podcast/{document.slug}/", date=document.date
    )
    return Content(entry=entry, document=document)


def settle(run: Run, *contents: Content, ledger: Ledger | None = None) -> Identity:
    sounds: dict[str, tuple[Sound, ...]] = {}
    for content in contents:
        write(content.document.path.with_suffix(".mp3"), MP3)
        recording = assemble(content.document, run)
        assert recording
        sounds[content.entry.source] = promised_sounds(recording)
    return identify(contents, sounds, {"": SHOW_GUID}, run, ledger or Ledger())


def after(identity: Identity) -> Ledger:
    """The ledger that the next build reads."""
    return Ledger(entries=identity.outcome.promises)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("posts/a.md", "posts/a"),
        ("posts/x/a.es.md", "posts/x/a.es"),
        ("a.markdown", "a"),
        # A letter with its mark apart, as a Mac writes it.
        ("posts/u\u0308ber.md", "posts/\u00fcber"),
    ],
)
def test_a_source_is_known_by_its_path_without_ending(name: str, expected: str) -> None:
    assert key_of(Path("content") / name, Path("content")) == expected


def test_an_entry_gets_a_guid_of_its_stem_and_keeps_it(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    content = make_content(run, "075-calls")

    first = settle(run, content)
    again = settle(run, content, ledger=after(first))

    assert first.guid(content.entry.source) == fallback_guid(SHOW_GUID, "075-calls")
    (path,) = first.sound_paths(content.entry.source).values()
    assert path.startswith("/media/075-calls-")
    assert again == first
    assert messages(run) == []


def test_a_renamed_source_keeps_its_guid_and_sound_and_redirects(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    before = make_content(run, "075-calls")
    first = settle(run, before)
    later = make_content(run, "075-other", "Summary: edited")

    found = settle(run, later, ledger=after(first))

    assert found.guid(later.entry.source) == first.guid(before.entry.source)
    assert found.sound_paths(later.entry.source) == first.sound_paths(before.entry.source)
    assert found.outcome.redirects == {"/podcast/calls/": "/podcast/other/"}
    assert messages(run) == []


@pytest.mark.parametrize(("is_preview", "note"), [(False, ""), (True, "warning: ")])
def test_what_is_gone_is_an_error_in_a_publish_and_a_warning_in_a_preview(
    tmp_path: Path, note: str, *, is_preview: bool
) -> None:
    first = settle(make_run(tmp_path), make_content(make_run(tmp_path), "075-calls"))
    run = make_run(tmp_path, is_preview=is_preview)

    settle(run, ledger=after(first))

    guid = fallback_guid(SHOW_GUID, "075-calls")
    assert messages(run) == [
        f"episodes/075-calls.md: {note}it was published and is gone now. Restore it (renamed and "
        f"changed at once: give it 'Guid: {guid}'), or publish with ACCEPT=075-calls."
    ]


def test_a_diff_is_told_what_is_gone_and_stopped_by_nothing(tmp_path: Path) -> None:
    first = settle(make_run(tmp_path), make_content(make_run(tmp_path), "075-calls"))
    run = make_run(tmp_path, is_diff=True)

    settle(run, ledger=after(first))

    assert messages(run) == []
    assert [problem.what for problem in run.broken_promises] == [
        "it was published and is gone now."
    ]


def test_what_is_scheduled_or_faulty_is_not_gone(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    contents = [make_content(run, "075-calls")]
    first = settle(run, *contents)
    run.failed.add(contents[0].document.path)

    assert after(settle(run, ledger=after(first))) == after(first)
    assert messages(run) == []


def test_pages_have_no_identity(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    page = make_content(run, "about", kind=Kind.PAGE)

    assert settle(run, page).guid(page.entry.source) == ""
    assert settle(run, page).sound_paths(page.entry.source) == {}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"{", f"it cannot be read. {RESTORE}"),
        (b"\xff", f"it is not UTF-8. {RESTORE}"),
    ],
)
def test_a_ledger_that_cannot_be_read_is_told(tmp_path: Path, content: bytes, message: str) -> None:
    run = make_run(tmp_path)

    found = read_ledger(write(run.content / "ledger.json", content), run)

    assert found == Ledger()
    assert messages(run) == [f"ledger.json: {message}"]


def test_a_ledger_that_its_author_may_not_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = make_run(tmp_path)
    path = write(run.content / "ledger.json", "{}")

    def refuse(*_: object, **__: object) -> str:
        raise PermissionError(errno.EACCES, "Permission denied")

    # The one who runs the tests may read everything.
    monkeypatch.setattr(Path, "read_text", refuse)

    assert read_ledger(path, run) == Ledger()
    assert messages(run) == [
        "ledger.json: it cannot be read (Permission denied). Look at its permissions."
    ]


def test_a_ledger_that_is_not_there_promises_nothing(tmp_path: Path) -> None:
    run = make_run(tmp_path)

    assert read_ledger(run.content / "ledger.json", run) == Ledger()
    assert messages(run) == []
