"""`make probe` as its author meets it: what it asks a real server, keeps, says and returns."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plugins.podcast.remote.measuring import measure_remote
from plugins.podcast.remote.memory import parse_memory
from plugins.podcast.remote.recall import AT_ONCE
from tests.media_host import MediaHost, Served, serve_media
from tests.unit.builders import write
from tests.unit.podcast.remote.test_measuring import LONG, OPUS
from tools.probe import __main__ as command
from tools.probe import probing
from tools.shared.command import run_command


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MediaHost]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    (tmp_path / "content").mkdir()
    with serve_media() as found:
        found.files["/a.mp3"] = Served(content=LONG, headers=(("ETag", '"1"'),))
        found.files["/b.mp3"] = Served(content=LONG)
        found.files["/b.opus"] = Served(content=OPUS, type="audio/ogg")
        yield found


def add(name: str, *lines: str) -> Path:
    text = "\n".join(["Title: An episode", "Date: 2026-02-05", *lines])
    return write(Path("content/episodes", f"{name}.md"), f"{text}\n\nNotes.\n")


def run(*flags: str) -> int:
    return run_command(command.main, ["--content=content", *flags])


def kept() -> dict[str, int]:
    """Return the bytes that are kept of each address."""
    known = parse_memory(Path("content/remote.json").read_text(encoding="utf-8"))
    return {url: facts.measured.length_bytes for url, facts in known.items()}


def test_all_that_is_named_is_measured_and_kept(
    host: MediaHost, capsys: pytest.CaptureFixture[str]
) -> None:
    add("003-echo", f"Audio: {host.url}/a.mp3", f"Alternates: {host.url}/b.opus title=Opus")
    add("004-draft", "Status: draft", f"Audio: {host.url}/b.mp3")
    add("005-video", f"Alternates: {host.url}/c.mp4 type=video/mp4 length=9")

    assert run() == 0
    assert kept() == {
        f"{host.url}/a.mp3": len(LONG),
        f"{host.url}/b.mp3": len(LONG),
        f"{host.url}/b.opus": len(OPUS),
    }
    assert capsys.readouterr().out == (
        "Measured   3 recordings for the first time\nRemote     commit content/remote.json\n"
    )


def test_what_is_known_is_left_alone_and_the_file_as_it_is(
    host: MediaHost, capsys: pytest.CaptureFixture[str]
) -> None:
    add("003-echo", f"Audio: {host.url}/a.mp3")
    run()
    before = Path("content/remote.json").stat().st_ino
    capsys.readouterr()
    host.requests.clear()

    assert run() == 0
    assert host.requests == []
    assert Path("content/remote.json").stat().st_ino == before
    assert capsys.readouterr().out == (
        "Measured   0 recordings for the first time\n"
        "Remote     content/remote.json stays as it is\n"
    )


def test_two_machines_keep_the_same_bytes(host: MediaHost) -> None:
    for name in ("b", "a"):
        add(f"00-{name}", f"Audio: {host.url}/{name}.mp3")
    run()
    first = Path("content/remote.json").read_bytes()
    Path("content/remote.json").unlink()
    Path("content/episodes/00-a.md").rename("content/episodes/99-a.md")

    run()

    assert Path("content/remote.json").read_bytes() == first


@pytest.mark.parametrize("flag", ["--force", "--episode=003-echo", "--episode=003-echo.md"])
def test_what_changed_at_its_host_is_told(
    host: MediaHost, capsys: pytest.CaptureFixture[str], flag: str
) -> None:
    add("003-echo", f"Audio: {host.url}/a.mp3")
    run()
    capsys.readouterr()
    host.files["/a.mp3"] = Served(content=LONG + LONG[:9600], headers=(("ETag", '"2"'),))

    assert run(flag) == 0
    assert kept() == {f"{host.url}/a.mp3": len(LONG) + 9600}
    assert capsys.readouterr().out == (
        "Measured   0 recordings for the first time\n"
        f"Changed    {host.url}/a.mp3: bytes 1,203,840 → 1,213,440, "
        'plays 1203.840 s → 1213.440 s, ETag "1" → "2"\n'
        "           apps that have it may download it again; "
        "if that is meant, publish with ACCEPT=003-echo\n"
        "Remote     commit content/remote.json\n"
    )


def test_one_episode_is_measured_anew_alone(
    host: MediaHost, capsys: pytest.CaptureFixture[str]
) -> None:
    add("003-echo", f"Audio: {host.url}/a.mp3")
    add("004-tide", f"Audio: {host.url}/b.mp3")
    run()
    capsys.readouterr()
    host.requests.clear()

    assert run("--episode=004-tide") == 0
    assert {request.partition(" ")[2] for request in host.requests} == {"/b.mp3"}
    assert capsys.readouterr().out == (
        "Measured   0 recordings for the first time\n"
        "Unchanged  1 recording\n"
        "Remote     content/remote.json stays as it is\n"
    )


def test_an_address_that_two_episodes_name_is_asked_for_once(host: MediaHost) -> None:
    add("003-echo", f"Audio: {host.url}/a.mp3")
    add("003-echo-es", "Lang: es", f"Audio: {host.url}/a.mp3")
    run()

    assert host.requests.count("HEAD /a.mp3") == 1
    assert run("--episode=003-echo-es") == 0
    assert host.requests.count("HEAD /a.mp3") == 2


def test_an_address_that_nobody_names_any_more_is_forgotten(
    host: MediaHost, capsys: pytest.CaptureFixture[str]
) -> None:
    add("003-echo", f"Audio: {host.url}/a.mp3")
    run()
    capsys.readouterr()
    add("003-echo", f"Audio: {host.url}/b.mp3")

    assert run() == 0
    assert list(kept()) == [f"{host.url}/b.mp3"]
    assert capsys.readouterr().out == (
        "Measured   1 recording for the first time\n"
        f"Forgotten  {host.url}/a.mp3: no episode names it any more\n"
        "Remote     commit content/remote.json\n"
    )


@pytest.mark.parametrize("text", [b"Title: \xff", b"Titel: Echo\nDate: 2026-02-05\n\nx\n"])
def test_nothing_is_forgotten_while_an_episode_cannot_be_read(host: MediaHost, text: bytes) -> None:
    path = add("003-echo", f"Audio: {host.url}/a.mp3")
    run()
    write(path, text)

    run()

    assert list(kept()) == [f"{host.url}/a.mp3"]


def test_what_fails_is_told_and_stays_known_and_the_rest_is_kept(
    host: MediaHost, capsys: pytest.CaptureFixture[str]
) -> None:
    add("003-echo", f"Audio: {host.url}/a.mp3")
    run()
    capsys.readouterr()
    del host.files["/a.mp3"]
    add("004-tide", f"Audio: {host.url}/b.mp3")
    add("005-secret", "Audio: https://me:secret@example.org/a.mp3")
    add("006-play", f"Audio: {host.url}/play")

    assert run("--force") == 1
    assert kept() == {f"{host.url}/a.mp3": len(LONG), f"{host.url}/b.mp3": len(LONG)}
    said = capsys.readouterr()
    assert said.err.splitlines() == [
        f"content/episodes/003-echo.md:3: Audio: {host.url}/a.mp3: its server answers 404 "
        "(Not Found). Correct the address, or put the file there.",
        "content/episodes/005-secret.md:3: Audio: https://…@example.org/a.mp3: its address holds a "
        "name or a password, which everybody could read in the feed. "
        "Take them out, and let the file be read without.",
        f"content/episodes/006-play.md:3: Audio: {host.url}/play: its path has no ending, and "
        "podcast apps decide by that what it is. "
        "Give the file a name that ends in .mp3 or .m4a.",
    ]
    assert said.out == (
        "Measured   1 recording for the first time\n"
        "Failed     3 recordings, told above\n"
        "Remote     commit content/remote.json\n"
    )
    assert "secret" not in Path("content/remote.json").read_text()


def test_a_memory_that_cannot_be_read_is_told_and_left_alone(
    host: MediaHost, capsys: pytest.CaptureFixture[str]
) -> None:
    add("003-echo", f"Audio: {host.url}/a.mp3")
    write(Path("content/remote.json"), "{\n<<<<<<< HEAD\n")

    assert run("--force") == 1
    assert capsys.readouterr().err == (
        "content/remote.json:2: it holds the marks of a merge that was not finished. "
        "Restore it from its last commit, or delete it and run 'make probe'.\n"
    )
    assert Path("content/remote.json").read_text() == "{\n<<<<<<< HEAD\n"
    assert host.requests == []


@pytest.mark.usefixtures("host")
def test_without_audio_elsewhere_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    add("003-echo", "Audio: thirty-seconds.mp3")

    assert run() == 0
    assert capsys.readouterr().out == (
        "Measured   0 recordings for the first time\nRemote     nothing to keep\n"
    )
    assert not Path("content/remote.json").exists()


@pytest.mark.usefixtures("host")
@pytest.mark.parametrize(
    ("flags", "exit_code", "message"),
    [
        (
            ["--episode=003-eco"], 2,
            "EPISODE=003-eco: there is no such episode. Did you mean '003-echo'?",
        ),
        (
            ["--episode=003-echo"], 1,
            "content/episodes/003-echo.md: it names no audio on another host.",
        ),
        (
            ["--content=elsewhere"], 2,
            "elsewhere: there is no such folder. Name the folder of your content with INPUTDIR=…",
        ),
    ],
)  # fmt: skip
def test_wrong_use_is_told(
    capsys: pytest.CaptureFixture[str], flags: list[str], exit_code: int, message: str
) -> None:
    add("003-echo")

    assert run(*flags) == exit_code
    assert capsys.readouterr().err == f"{message}\n"


def test_programs_get_json(host: MediaHost, capsys: pytest.CaptureFixture[str]) -> None:
    add("003-echo", f"Audio: {host.url}/a.mp3")
    run()
    capsys.readouterr()
    host.files["/a.mp3"] = Served(content=LONG + LONG[:9600])
    add("004-tide", f"Audio: {host.url}/b.mp3")
    add("005-none", f"Audio: {host.url}/none.mp3")

    assert run("--force", "--json") == 1
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert told["changed"] == [
        {
            "url": f"{host.url}/a.mp3",
            "episode": "003-echo",
            "is_downloaded_again": True,
            "differences": [
                {"what": "bytes", "before": "1,203,840", "now": "1,213,440"},
                {"what": "plays", "before": "1203.840 s", "now": "1213.440 s"},
                {"what": "ETag", "before": '"1"', "now": "none"},
            ],
        }
    ]
    assert (told["measured"], told["unchanged"], told["forgotten"]) == (
        [f"{host.url}/b.mp3"], [], [],
    )  # fmt: skip
    assert (told["is_written"], Path(told["path"]).name) == (True, "remote.json")
    assert [(problem["line"], problem["rule"]) for problem in told["problems"]] == [
        (3, "remote-there")
    ]


def test_a_host_is_not_asked_for_everything_at_once(
    host: MediaHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    now, most, pen = [0], [0], threading.Lock()

    def counting(url: str) -> Any:
        with pen:
            now[0] += 1
            most[0] = max(most[0], now[0])
        try:
            return measure_remote(url)
        finally:
            with pen:
                now[0] -= 1

    monkeypatch.setattr(probing, "measure_remote", counting)
    for number in range(20):
        host.files[f"/{number}.mp3"] = Served(content=LONG, pause=0.01)
        add(f"{number:03}", f"Audio: {host.url}/{number}.mp3")

    assert run() == 0
    assert len(kept()) == 20
    assert 1 < most[0] <= AT_ONCE
