"""What a document says of another host: asked for once, told with file and line."""

from __future__ import annotations

import errno
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.frontmatter.document import Document, read_document
from plugins.frontmatter.keys import Folder
from plugins.podcast.recording.assemble import assemble
from plugins.podcast.remote import recall
from plugins.podcast.remote.facts import Facts
from plugins.podcast.remote.memory import dump_memory
from plugins.podcast.remote.recall import Remote, read_remote
from plugins.podcast.remote.telling import find_remote
from plugins.shared.run import Run
from tests.media_host import MediaHost, Served
from tests.unit.builders import make_measured, make_run, messages, write
from tests.unit.podcast.remote.test_measuring import LONG, M4A, OPUS

URL = "https://media.example.org/003.mp3"


def facts(**said: object) -> Facts:
    found = Facts(measured=make_measured(sha256=""), served="audio/mpeg")
    return replace(found, **said)  # type: ignore[arg-type]


def make_document(run: Run, key: str, typed: str) -> Document:
    path = write(
        run.content / "episodes" / "003-echo.md",
        f"Title: Echo\nDate: 2026-02-05\n{key}: {typed}\n\nx\n",
    )
    return read_document(path, Folder.EPISODES, run.where(path), zone=run.zone)


def found(run: Run, remote: Remote, typed: str, key: str = "Audio") -> tuple[str, Facts] | None:
    document = make_document(run, key, typed)
    return find_remote(typed, key.lower(), document, remote, run)


def told(run: Run, typed: str, key: str = "Audio") -> list[str]:
    """Return what is told, without the place and the address, which all begin with."""
    start = f"episodes/003-echo.md:3: {{}}{key}: {typed}: "
    said = []
    for message in messages(run):
        mark = "warning: " if ": warning: " in message else ""
        assert message.startswith(start.format(mark))
        said.append(mark + message.removeprefix(start.format(mark)))
    return said


def test_what_is_kept_is_not_asked_for(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    write(run.content / "remote.json", dump_memory({URL: facts()}))

    assert found(run, read_remote(run), URL) == (URL, facts())
    assert messages(run) == []


def test_what_is_not_kept_is_asked_for_once_and_warned_of(host: MediaHost, tmp_path: Path) -> None:
    run = make_run(tmp_path)
    host.files["/a%20b.mp3"] = Served(content=LONG)
    typed = f"{host.url}/a b.mp3"
    first = found(run, read_remote(run), typed)
    asked = len(host.requests)

    again = found(run, replace(read_remote(run), is_offline=True), typed)

    assert first == again
    assert first is not None
    assert first[0] == f"{host.url}/a%20b.mp3"
    assert (first[1].measured.length_bytes, len(host.requests)) == (len(LONG), asked)
    assert told(run, typed) == [
        "warning: only this machine remembers what was measured of it. "
        "Run 'make probe', and commit remote.json."
    ]


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff", b'{"audio": {}, "version": 1}'])
def test_a_damaged_memory_of_this_machine_is_made_anew(
    host: MediaHost, tmp_path: Path, damage: bytes
) -> None:
    run = make_run(tmp_path)
    host.files["/a.mp3"] = Served(content=LONG)
    remote = read_remote(run)
    first = remote.recall(f"{host.url}/a.mp3")
    (memory,) = (run.cache / "remote").glob("*/*.json")
    memory.write_bytes(damage)

    assert remote.recall(f"{host.url}/a.mp3") == first


def test_a_cache_that_cannot_be_written_to_stops_nothing(host: MediaHost, tmp_path: Path) -> None:
    host.files["/a.mp3"] = Served(content=LONG)
    remote = Remote(cache=write(tmp_path / "cache", "a file"))

    assert remote.recall(f"{host.url}/a.mp3").measured.length_bytes == len(LONG)


def test_offline_nobody_is_asked(host: MediaHost, tmp_path: Path) -> None:
    run = make_run(tmp_path, is_offline=True)

    assert found(run, read_remote(run), f"{host.url}/a.mp3") is None
    assert told(run, f"{host.url}/a.mp3") == [
        "it was never measured, and OFFLINE=1 asks no other host. "
        "Run 'make probe' with a network, and commit remote.json."
    ]
    assert host.requests == []


def test_a_memory_that_cannot_be_read_is_told_once_and_nobody_asked(
    host: MediaHost, tmp_path: Path
) -> None:
    run = make_run(tmp_path)
    write(run.content / "remote.json", "{\n<<<<<<< HEAD\n")
    remote = read_remote(run)

    assert found(run, remote, f"{host.url}/a.mp3") is None
    assert messages(run) == [
        "remote.json:2: it holds the marks of a merge that was not finished. "
        "Restore it from its last commit, or delete it and run 'make probe'."
    ]
    assert host.requests == []


def test_a_memory_in_another_encoding_is_told(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    write(run.content / "remote.json", b"\xff")

    assert read_remote(run).is_broken
    assert messages(run) == [
        "remote.json: it is not UTF-8. "
        "Restore it from its last commit, or delete it and run 'make probe'."
    ]


def test_a_folder_in_place_of_the_memory_is_told(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    (run.content / "remote.json").mkdir(parents=True)

    assert read_remote(run).is_broken
    assert messages(run) == [
        "remote.json: it is no file. "
        "Restore it from its last commit, or delete it and run 'make probe'."
    ]


def test_a_mark_of_the_encoding_before_the_memory_does_no_harm(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    write(run.content / "remote.json", b"\xef\xbb\xbf" + dump_memory({}).encode())

    assert not read_remote(run).is_broken
    assert messages(run) == []


def test_a_memory_that_nobody_may_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = make_run(tmp_path)
    write(run.content / "remote.json", "{}")

    def refuse(*_: object, **__: object) -> str:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "read_text", refuse)

    assert read_remote(run).is_broken
    assert messages(run) == [
        "remote.json: it cannot be read (Permission denied). "
        "Restore it from its last commit, or delete it and run 'make probe'."
    ]


def test_secrets_in_an_address_are_refused_and_not_told(tmp_path: Path) -> None:
    run = make_run(tmp_path)

    assert found(run, Remote(), "https://me:secret@example.org/a.mp3") is None
    assert told(run, "https://…@example.org/a.mp3") == [
        "its address holds a name or a password, which everybody could read in the feed. "
        "Take them out, and let the file be read without."
    ]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        (
            "play?file=a.mp3",
            "its path has no ending, and podcast apps decide by that what it is. "
            "Give the file a name that ends in .mp3 or .m4a.",
        ),
        (
            "a.opus",
            "podcast apps do not play .opus as an episode. "
            "Give the episode an MP3 or M4A, and name this one in 'Alternates:'.",
        ),
    ],
)
def test_the_ending_of_a_recording_is_judged_before_anybody_is_asked(
    host: MediaHost, tmp_path: Path, path: str, message: str
) -> None:
    run = make_run(tmp_path)

    assert found(run, read_remote(run), f"{host.url}/{path}") is None
    assert told(run, f"{host.url}/{path}") == [message]
    assert host.requests == []


@pytest.mark.parametrize(
    ("content", "path", "served", "message"),
    [
        (LONG, "a.mp3", "audio/mpeg", None),
        (LONG, "a.MP3", "Audio/Mpeg; x=y", None),
        (M4A, "a.m4a", "audio/mp4", None),
        (M4A, "a.m4a", "audio/x-m4a", None),
        (
            LONG, "a.mp3", "audio/mp3",
            "warning: its server says that it is audio/mp3, and it is audio/mpeg. "
            "Let it say audio/mpeg.",
        ),
        (
            M4A, "a.m4a", "application/octet-stream",
            "warning: its server says that it is application/octet-stream, and it is audio/x-m4a. "
            "Let it say audio/x-m4a.",
        ),
        (
            LONG, "a.mp3", "",
            "warning: its server does not say its type. Let it say audio/mpeg.",
        ),
        (
            LONG, "a.mp3", "text/html; charset=utf-8",
            "its server says that it is text/html, so browsers and apps do not play it. "
            "Let it be served as audio/mpeg.",
        ),
    ],
)  # fmt: skip
def test_the_type_that_is_served_is_judged(
    host: MediaHost, tmp_path: Path, content: bytes, path: str, served: str, message: str | None
) -> None:
    run = make_run(tmp_path)
    host.files[f"/{path}"] = Served(content=content, type=served)
    url = f"{host.url}/{path}"
    known = {url: read_remote(run).recall(url)}

    assert found(run, Remote(kept=known), url)
    assert told(run, url) == ([message] if message else [])


def test_a_server_that_knows_no_head_is_warned_of(tmp_path: Path) -> None:
    run = make_run(tmp_path)

    found(run, Remote(kept={URL: facts(answers_head=False)}), URL)

    assert told(run, URL) == [
        "warning: its server does not tell its length when asked for the headers alone (HEAD). "
        "Let HEAD answer as GET does: Apple asks."
    ]


def test_other_formats_need_no_ending(host: MediaHost, tmp_path: Path) -> None:
    run = make_run(tmp_path)
    host.files["/play?id=3"] = Served(content=OPUS, type="audio/ogg")
    url = f"{host.url}/play?id=3"
    known = {url: read_remote(run).recall(url)}

    answer = found(run, Remote(kept=known), url, "Alternates")

    assert answer is not None
    assert answer[1].measured.codecs == "opus"
    assert told(run, url, "Alternates") == []


def test_without_anything_known_an_episode_asks_nobody(host: MediaHost, tmp_path: Path) -> None:
    run = make_run(tmp_path)

    assert assemble(make_document(run, "Audio", f"{host.url}/a.mp3"), run) is None
    assert (len(run.problems.errors), host.requests) == (1, [])


def test_unknown_addresses_are_asked_for_a_few_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = threading.Barrier(recall.AT_ONCE, timeout=20)
    asked: list[str] = []

    def measure(url: str) -> Facts:
        asked.append(url)
        together.wait()
        if url.endswith("7.mp3"):
            raise ValueError("it is gone. Correct the address.")
        return Facts(measured=make_measured())

    monkeypatch.setattr(recall, "measure_remote", measure)
    urls = [f"https://example.org/{number}.mp3" for number in range(2 * recall.AT_ONCE)]
    remote = Remote(cache=tmp_path)

    remote.ask_ahead([*urls, *urls])

    assert remote.recall(urls[0]) == Facts(measured=make_measured())
    with pytest.raises(ValueError, match="it is gone"):
        remote.recall(urls[7])
    assert sorted(asked) == urls


@pytest.mark.parametrize("keys", [{"is_offline": True}, {"is_broken": True}])
def test_nobody_is_asked_ahead_who_may_not_be(
    host: MediaHost, tmp_path: Path, keys: dict[str, bool]
) -> None:
    Remote(cache=tmp_path, **keys).ask_ahead([f"{host.url}/a.mp3"])  # type: ignore[arg-type]

    assert host.requests == []
