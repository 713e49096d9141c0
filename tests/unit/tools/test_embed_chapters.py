from __future__ import annotations

import io
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from mutagen.id3 import APIC, CHAP, COMM, ID3, TDRL, TIT2, TPE1, TSOT, TXXX
from mutagen.oggopus import OggOpus
from PIL import Image as Pillow

from plugins.identity.promises import Ledger, Promise, Sound
from plugins.identity.text import dump_ledger
from plugins.podcast.audio.probe import probe
from tests.unit.builders import DATA, SPELLINGS, Spell, picture, placed, write
from tools.embed_chapters import __main__ as command
from tools.embed_chapters import id3, ogg
from tools.embed_chapters.marks import Mark, Picture
from tools.shared.command import run_command

NAME = "075-calls"
LIST = """00:00 Good *morning*
00:04.5 [R&D <b>&</b> 5 < 6](https://example.org/?a=1)
00:10.125 ![](cup.png) 👋🏽 Grüße
00:15 [Within](076-other.md)
"""
TITLES = ["Good morning", "R&D & 5 < 6", "👋🏽 Grüße", "Within"]
STARTS = [0, 4500, 10_125, 15_000]
CUP = picture(20, 20, "PNG")


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "content" / "episodes"
    write(folder / f"{NAME}.md", f"Title: Calls\nDate: 2026-02-05\n\n{LIST}")
    write(folder / "cup.png", CUP)
    shutil.copy(DATA / "thirty-seconds.mp3", folder / f"{NAME}.mp3")
    return tmp_path / "content"


def mp3(content: Path) -> Path:
    return content / "episodes" / f"{NAME}.mp3"


def run(content: Path, *more: str, episode: str = NAME) -> int:
    arguments = [f"--episode={episode}", f"--content={content}", *more]
    return run_command(command.main, arguments)


def marks_of(path: Path) -> Sequence[Mark]:
    return id3.read_marks(path)


def digest(content: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(content.rglob("*")) if path.is_file()}


def test_chapters_are_written_with_links_and_pictures(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(content) == 0

    marks = marks_of(mp3(content))
    assert [(mark.start, mark.title) for mark in marks] == list(zip(STARTS, TITLES, strict=True))
    assert [mark.end for mark in marks[:-1]] == STARTS[1:]
    assert [mark.url for mark in marks] == ["", "https://example.org/?a=1", "", ""]
    assert [mark.picture for mark in marks] == [
        None, None, Picture(type="image/png", content=CUP), None,
    ]  # fmt: skip
    assert [c.title for c in probe(mp3(content)).chapters] == TITLES
    assert capsys.readouterr().out == "Embedded   4 chapters in content/episodes/075-calls.mp3\n"


def test_no_picture_in_the_audio_tells_where_it_was_taken(content: Path) -> None:
    write(content / "episodes" / "cup.png", picture(20, 20, "PNG", exif=placed()))

    assert run(content) == 0

    (found,) = [mark.picture for mark in marks_of(mp3(content)) if mark.picture]
    with Pillow.open(io.BytesIO(found.content)) as shown:
        assert (shown.format, shown.size, dict(shown.getexif())) == ("PNG", (20, 20), {})


def test_a_second_time_nothing_changes(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(content)
    before, stat = digest(content), mp3(content).stat()

    assert run(content) == 0

    assert digest(content) == before
    assert mp3(content).stat() == stat
    assert capsys.readouterr().out.splitlines()[-1] == (
        "Unchanged  4 chapters in content/episodes/075-calls.mp3"
    )


def test_a_changed_list_replaces_the_old_chapters(content: Path) -> None:
    run(content)
    write(content / "episodes" / f"{NAME}.md", "Title: C\nDate: 2026-02-05\n\n00:00 A\n00:09 B")

    run(content)

    assert [mark.title for mark in marks_of(mp3(content))] == ["A", "B"]
    assert len(ID3(mp3(content)).getall("CTOC")) == 1


@pytest.mark.parametrize("version", [3, 4])
def test_sound_and_other_tags_stay_as_they_are(content: Path, version: int) -> None:
    path = mp3(content)
    tags = ID3()
    tags.add(TIT2(encoding=3, text=["Title 世界"]))
    tags.add(TPE1(encoding=3, text=["One", "Two"]))
    tags.add(COMM(encoding=1, lang="eng", desc="d", text=["A comment"]))
    tags.add(TXXX(encoding=0, desc="key", text=["value"]))
    tags.add(APIC(encoding=0, mime="image/png", type=3, desc="", data=CUP))
    if version == 4:
        tags.add(TDRL(encoding=3, text=["2026-02-05"]))
        tags.add(TSOT(encoding=3, text=["Sorted"]))
    tags.add(CHAP(element_id="old", start_time=0, end_time=9, sub_frames=[]))
    tags.save(path, v2_version=version, v23_sep=None)
    path.write_bytes(path.read_bytes() + b"TAG" + b"old".ljust(125, b"\0"))
    before, sound, duration = id3.tags_of(path), id3.sound_of(path), probe(path).duration

    run(content)

    assert (id3.tags_of(path), id3.sound_of(path)) == (before, sound)
    assert probe(path).duration == duration
    assert path.read_bytes()[3] == version  # 2.3, which more programs read, if it loses nothing
    assert path.read_bytes()[-128:-122] == b"TAGold"
    assert len(marks_of(path)) == 4


def test_opus_beside_it_gets_chapters_and_flac_is_left_out(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opus = Path(shutil.copy(DATA / "thirty-seconds.opus", mp3(content).with_suffix(".opus")))
    write(mp3(content).with_suffix(".flac"), b"fLaC")
    sound, tags = ogg.sound_of(opus), ogg.tags_of(opus)

    assert run(content, "--json") == 0

    assert (ogg.sound_of(opus), ogg.tags_of(opus)) == (sound, tags)
    assert OggOpus(opus)["CHAPTER002"] == ["00:00:04.500"]
    assert OggOpus(opus)["CHAPTER002NAME"] == ["R&D & 5 < 6"]
    assert OggOpus(opus)["CHAPTER002URL"] == ["https://example.org/?a=1"]
    assert json.loads(capsys.readouterr().out) == {
        "episode": "content/episodes/075-calls.md",
        "files": [
            {"path": "content/episodes/075-calls.mp3", "result": "embedded", "chapters": 4},
            {"path": "content/episodes/075-calls.opus", "result": "embedded", "chapters": 4},
            {"path": "content/episodes/075-calls.flac", "result": "left out", "chapters": 0},
        ],
    }


def promise(path: Path, key: str) -> str:
    sound = Sound(path="/media/x.mp3", bytes=1, type="audio/mpeg", duration=1,
                  sha256=probe(path).sha256)  # fmt: skip
    promise = Promise(guid="g", published="p", page="/p/", source_sha256="s", sound=sound)
    return dump_ledger(Ledger(entries={key: promise}))


@pytest.mark.parametrize("key", [f"episodes/{NAME}", "episodes/its-old-name"])
def test_published_audio_is_refused_until_it_is_accepted(
    content: Path, capsys: pytest.CaptureFixture[str], key: str
) -> None:
    write(content / "ledger.json", promise(mp3(content), key))
    before = digest(content)

    assert run(content) == 3
    assert digest(content) == before
    assert capsys.readouterr().err == (
        "content/episodes/075-calls.mp3: this audio was published, and who has it keeps it. "
        "Leave it as it is, or allow the change with ACCEPT=075-calls, here and in make publish.\n"
    )
    assert run(content, f"--accept={NAME}") == 0
    assert len(marks_of(mp3(content))) == 4


@pytest.mark.parametrize(("spell", "other"), SPELLINGS)
def test_an_episode_is_named_however_its_letters_are_spelled(
    content: Path, spell: Spell, other: Spell
) -> None:
    source = content / "episodes" / spell("écho.md")
    shutil.move(content / "episodes" / f"{NAME}.md", source)
    shutil.move(mp3(content), source.with_suffix(".mp3"))

    assert run(content, episode=other("écho")) == 0
    assert len(marks_of(source.with_suffix(".mp3"))) == 4


@pytest.mark.parametrize(
    ("files", "episode", "exit_code", "message"),
    [
        ({}, "075-call", 2, "EPISODE=075-call: there is no such episode. "
                            "Did you mean '075-calls'?"),
        ({}, "nothing", 2, "EPISODE=nothing: there is no such episode. "
                           "Name a Markdown file of content/episodes without its ending."),
        ({}, "", 2, "No episode is named. Name one: make embed-chapters EPISODE=075-a-name"),
        ({"evening/075-calls.md": "Title: C\n"}, NAME, 2,
         "EPISODE=075-calls: content/episodes/075-calls.md and "
         "content/episodes/evening/075-calls.md have that name. Rename one of them."),
        ({"075-calls.md": "Title: C\n\nNotes."}, NAME, 1,
         "content/episodes/075-calls.md: it has no chapters to embed. "
         "Write a list of them in the notes, or a file beside them."),
        ({"075-calls.md": "Title: C\nAudio: https://x.org/a.mp3\n\nNotes."}, NAME, 1,
         "content/episodes/075-calls.md: its audio is on another host. Embed them there."),
        ({"075-calls.md": "Title: C\n\n00:00 A\n00:45 B"}, NAME, 1,
         "content/episodes/075-calls.md:4: chapter starts at 00:45, but the audio ends at 0:30. "
         "Correct the time."),
        ({"075-calls.mp3": b"no audio"}, NAME, 1,
         "content/episodes/075-calls.mp3: the file is not audio that apps can play. "
         "Export it as MP3 or M4A."),
        ({"075-calls.md": "Title: C\n\n" + "\n".join(
            f"00:{n // 10:02}.{n % 10} C{n}" for n in range(256))}, NAME, 1,
         "content/episodes/075-calls.mp3: MP3 holds 255 chapters, and there are 256. "
         "Leave some out. The file stays as it was."),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_told_and_touches_nothing(
    content: Path,
    capsys: pytest.CaptureFixture[str],
    files: dict[str, str | bytes],
    episode: str,
    exit_code: int,
    message: str,
) -> None:
    for name, text in files.items():
        write(content / "episodes" / name, text)
    before = digest(content)

    assert run(content, episode=episode) == exit_code
    assert digest(content) == before
    assert capsys.readouterr().err == f"{message}\n"


@pytest.mark.parametrize(
    ("part", "planted", "message"),
    [
        ("sound_of", lambda path: path.name.encode(), "its sound would not be the same. "
         "Export the recording again."),
        ("tags_of", lambda path: path.name, "its other tags would not be the same. "
         "Save them again with an editor."),
        ("read", lambda _: (), "the chapters cannot be read back as written. "
         "Simplify their titles."),
    ],
)  # fmt: skip
def test_a_copy_that_is_not_right_takes_no_place(
    content: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    part: str,
    planted: object,
    message: str,
) -> None:
    from dataclasses import replace  # noqa: PLC0415 needed here alone

    from tools.embed_chapters import formats  # noqa: PLC0415 the same

    broken = (replace(formats.FORMATS[0], **{part: planted}),)  # type: ignore[arg-type]  # a fault
    monkeypatch.setattr(formats, "FORMATS", broken)
    before = digest(content)

    assert run(content) == 1
    assert digest(content) == before
    assert capsys.readouterr().err == (
        f"content/episodes/075-calls.mp3: {message} The file stays as it was.\n"
    )


def test_a_file_that_changes_meanwhile_is_not_replaced(
    content: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from tools.embed_chapters import embed  # noqa: PLC0415 needed here alone

    def save_in_an_editor(_copy: Path) -> None:
        write(mp3(content), (DATA / "thirty-seconds.mp3").read_bytes() + b"new")

    monkeypatch.setattr(embed, "_sync", save_in_an_editor)

    assert run(content) == 1
    assert mp3(content).read_bytes().endswith(b"new")
    assert capsys.readouterr().err == (
        "content/episodes/075-calls.mp3: it changed meanwhile. Run this again.\n"
    )


def test_what_a_killed_run_left_is_removed(content: Path) -> None:
    left = write(content / "episodes" / ".embed-chapters-abc.mp3", b"half")

    run(content)

    assert not left.exists()


def test_a_failure_at_the_second_file_leaves_the_first(content: Path) -> None:
    write(mp3(content).with_suffix(".opus"), b"OggS no sound OpusHead")
    before = digest(content)

    assert run(content) == 1
    assert digest(content) == before
