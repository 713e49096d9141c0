"""Audio on another host: measured from a real server, remembered, and built without a network."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.podcast.remote.memory import dump_memory
from plugins.podcast.remote.recall import Remote
from tests.media_host import MediaHost, Served, serve_media
from tests.site.sites import MP3, OPUS, Built, build, episode

pytestmark = pytest.mark.slow

# Twenty minutes of constant bitrate: forty times the sound of the fixture, without the first frame,
# which says how many there are.
LONG = MP3[MP3.index(b"\xff\xf3", 100) :] * 40


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[MediaHost]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with serve_media() as found:
        found.files["/long.mp3"] = Served(content=LONG)
        found.files["/long.opus"] = Served(content=OPUS, type="audio/ogg")
        yield found


def remembered(folder: Path, *urls: str) -> str:
    """Return the file that `make probe` writes."""
    remote = Remote(cache=folder / "aside")
    return dump_memory({url: remote.recall(url) for url in urls})


def where(built: Built) -> str:
    return f"{built.output.parent}/content/episodes/003-echo.md"


def test_remote_audio_is_measured_by_a_fraction_of_its_bytes(
    host: MediaHost, tmp_path: Path
) -> None:
    built = build(tmp_path, {"episodes/003-echo.md": episode(Audio=f"{host.url}/long.mp3")})

    enclosure = built.xml("/podcast/feed.xml").find("channel/item/enclosure")
    assert enclosure is not None
    assert enclosure.get("url") == f"{host.url}/long.mp3"
    assert enclosure.get("length") == str(len(LONG))
    assert enclosure.get("type") == "audio/mpeg"
    duration = built.xml("/podcast/feed.xml").findtext(".//{*}duration") or ""
    assert abs(int(duration) - 1200) <= 6
    assert host.sent < len(LONG) / 4


def test_what_only_this_machine_remembers_is_warned_of(host: MediaHost, tmp_path: Path) -> None:
    url = f"{host.url}/long.mp3"
    built = build(tmp_path, {"episodes/003-echo.md": episode(Audio=url)})

    assert built.told == (
        f"{where(built)}:3: warning: Audio: {url}: only this machine remembers what was measured "
        f"of it. Run 'make probe', and commit {tmp_path}/content/remote.json.\n"
    )
    assert not (tmp_path / "content" / "remote.json").exists()


def test_what_was_measured_is_not_asked_again(host: MediaHost, tmp_path: Path) -> None:
    files = {"episodes/003-echo.md": episode(Audio=f"{host.url}/long.mp3")}
    build(tmp_path, files)
    host.requests.clear()

    assert build(tmp_path, files).is_good
    assert host.requests == []


def test_a_clean_checkout_gives_the_same_bytes_and_asks_nobody(
    host: MediaHost, tmp_path: Path
) -> None:
    main, other = f"{host.url}/long.mp3", f"{host.url}/long.opus"
    notes = episode(Audio=main, Alternates=other)
    first = build(tmp_path, {"episodes/003-echo.md": notes}).files()
    files = {"episodes/003-echo.md": notes, "remote.json": remembered(tmp_path, main, other)}
    host.requests.clear()
    for left in ("cache", "output"):
        shutil.rmtree(tmp_path / left)

    built = build(tmp_path, files, OFFLINE=True)

    assert (built.told, built.is_good) == ("", True)
    assert built.files() == first
    assert host.requests == []


def test_another_recording_on_another_host_is_measured(host: MediaHost, tmp_path: Path) -> None:
    notes = episode(Audio=f"{host.url}/long.mp3", Alternates=f"{host.url}/long.opus title=Opus")

    built = build(tmp_path, {"episodes/003-echo.md": notes})

    item = built.xml("/podcast/feed.xml").find("channel/item")
    assert item is not None
    (other,) = item.findall("{*}alternateEnclosure[@title='Opus']")
    told = {name: other.get(name) for name in ("type", "length", "codecs")}
    assert told == {"type": "audio/ogg", "length": str(len(OPUS)), "codecs": "opus"}


def test_the_page_may_load_remote_audio(host: MediaHost, tmp_path: Path) -> None:
    built = build(tmp_path, {"episodes/003-echo.md": episode(Audio=f"{host.url}/long.mp3")})

    assert f"media-src &#39;self&#39; {host.url};" in built.text("/podcast/echo/index.html")


def test_a_name_with_spaces_and_other_letters_is_encoded_in_the_feed(
    host: MediaHost, tmp_path: Path
) -> None:
    host.files["/ein%20Ton%20%C3%A4.mp3?x=1"] = Served(content=LONG)

    built = build(
        tmp_path, {"episodes/003-echo.md": episode(Audio=f"{host.url}/ein Ton ä.mp3?x=1")}
    )

    enclosure = built.xml("/podcast/feed.xml").find("channel/item/enclosure")
    assert enclosure is not None
    assert enclosure.get("url") == f"{host.url}/ein%20Ton%20%C3%A4.mp3?x=1"


CASES = {
    "/none.mp3": "its server answers 404 (Not Found). Correct the address, or put the file there.",
    ":1/none.mp3": (
        "it cannot be reached. "
        "Check the address and your network, or take the remote.json that 'make probe' wrote "
        "elsewhere and build with OFFLINE=1."
    ),
}


@pytest.mark.parametrize("key", ["Audio", "Alternates"])
@pytest.mark.parametrize("path", CASES)
def test_remote_audio_that_is_not_there_is_told(
    host: MediaHost, tmp_path: Path, path: str, key: str
) -> None:
    url = f"http://127.0.0.1{path}" if path.startswith(":") else host.url + path
    notes = episode(**{key: url})
    built = build(tmp_path, {"episodes/003-echo.md": notes, "episodes/003-echo.mp3": MP3})

    assert built.told.splitlines()[0] == f"{where(built)}:3: {key}: {url}: {CASES[path]}"


def test_a_length_that_is_half_told_is_asked_for(tmp_path: Path) -> None:
    line = "https://example.org/a.mp4 type=video/mp4"
    notes = episode(Alternates=line)

    built = build(tmp_path, {"episodes/003-echo.md": notes, "episodes/003-echo.mp3": MP3})

    assert built.told.splitlines()[0] == (
        f"{where(built)}:3: Alternates: a recording on another host needs both type= and length=, "
        "or neither. With neither it is measured."
    )


def test_a_server_without_ranges_is_told(host: MediaHost, tmp_path: Path) -> None:
    host.files["/long.mp3"] = Served(content=LONG, has_ranges=False)

    built = build(tmp_path, {"episodes/003-echo.md": episode(Audio=f"{host.url}/long.mp3")})

    assert "its server does not answer byte ranges. Apps need them to seek: move it." in built.told


def test_offline_an_address_that_nobody_measured_is_an_error(
    host: MediaHost, tmp_path: Path
) -> None:
    url = f"{host.url}/long.mp3"
    built = build(tmp_path, {"episodes/003-echo.md": episode(Audio=url)}, OFFLINE=True)

    assert built.told == (
        f"{where(built)}:3: Audio: {url}: it was never measured, and OFFLINE=1 asks no other host. "
        f"Run 'make probe' with a network, and commit {tmp_path}/content/remote.json.\n"
        "1 error. Nothing was written.\n"
    )
    assert host.requests == []


def test_a_half_merged_memory_stops_the_build(host: MediaHost, tmp_path: Path) -> None:
    files = {
        "episodes/003-echo.md": episode(Audio=f"{host.url}/long.mp3"),
        "remote.json": '{\n "audio": {\n<<<<<<< HEAD\n',
    }

    built = build(tmp_path, files)

    assert built.told == (
        f"{tmp_path}/content/remote.json:3: it holds the marks of a merge that was not finished. "
        "Restore it from its last commit, or delete it and run 'make probe'.\n"
        "1 error. Nothing was written.\n"
    )


def test_a_recording_that_was_replaced_at_its_host_breaks_its_promise(
    host: MediaHost, tmp_path: Path
) -> None:
    url = f"{host.url}/long.mp3"
    notes = episode(Audio=url)
    first = {"episodes/003-echo.md": notes, "remote.json": remembered(tmp_path, url)}
    ledger = _publish(tmp_path, first)
    host.files["/long.mp3"] = Served(content=LONG + LONG[:9600])
    shutil.rmtree(tmp_path / "aside")
    later = first | {"remote.json": remembered(tmp_path, url), "ledger.json": ledger}

    assert _broken(build(tmp_path, first | {"ledger.json": ledger})) == []
    assert _broken(build(tmp_path, later)) == [
        f"{tmp_path}/content/episodes/003-echo.md: its audio is not what was published; "
        "subscribers who have it keep the old one. "
        "Restore the file, or publish with ACCEPT=003-echo."
    ]
    assert _broken(build(tmp_path, later, ACCEPT=["003-echo"])) == []


def _publish(folder: Path, files: dict[str, str]) -> str:
    """Build, and return the ledger as publishing would write it."""
    facts = folder / "facts.json"
    assert build(folder, files, FACTS=str(facts)).is_good
    text: str = json.loads(facts.read_text())["ledger"]["text"]
    return text


def _broken(built: Built) -> list[str]:
    return [line for line in built.told.splitlines() if "published" in line]
