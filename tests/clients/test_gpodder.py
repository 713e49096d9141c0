"""A subscription from its first day: what a real client finds, fetches, and never sees twice."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.clients.gpodder import Host, Subscriber, moved_to, served
from tests.site.sites import Built, Content, build, different_mp3, episode, picture

pytestmark = pytest.mark.slow

CHAPTERS = "Words about it.\n\n## Chapters\n\n00:00 Hello\n00:12 The question\n00:20 Good-bye\n"
AUDIO = {number: different_mp3(number) for number in (1, 2, 3)}
FILES: dict[str, Content] = {
    "episodes/001-one.md": episode("One", date="2026-01-05", episode="1"),
    "episodes/001-one.mp3": AUDIO[1],
    "episodes/002-two.md": episode("Two & more", date="2026-01-06", episode="2", body=CHAPTERS),
    "episodes/002-two.mp3": AUDIO[2],
    "episodes/003-three.md": episode("Three", date="2026-01-07", episode="3", image="own.jpg"),
    "episodes/003-three.mp3": AUDIO[3],
    "episodes/own.jpg": picture(1500, 1500),
}


def publish(folder: Path, files: Mapping[str, Content], **settings: Any) -> Built:
    """Build a site anew and write its ledger, as the publisher does."""
    shutil.rmtree(folder / "output", ignore_errors=True)
    built = build(folder, files, FACTS=str(folder / "facts.json"), **settings)
    assert built.is_good, built.told
    facts = json.loads((folder / "facts.json").read_text())
    (folder / "content" / "ledger.json").write_text(facts["ledger"]["text"])
    return built


@pytest.fixture
def subscriber(tmp_path: Path) -> Subscriber:
    home = tmp_path / "gpodder"
    home.mkdir()
    return Subscriber(home)


def subscribe(subscriber: Subscriber, host: Host) -> None:
    """Subscribe, and take everything that is new."""
    subscriber.run("subscribe", f"{host.address}/podcast/feed.xml")
    subscriber.run("update")


def test_the_first_update_finds_all_episodes_chapters_art_and_durations(
    tmp_path: Path, subscriber: Subscriber
) -> None:
    output = tmp_path / "output"
    output.mkdir()
    with served(output) as host:
        publish(tmp_path, FILES, SITEURL=host.address)
        subscribe(subscriber, host)

    three, two, one = subscriber.episodes()
    assert [found["title"] for found in (one, two, three)] == ["One", "Two & more", "Three"]
    assert [found["total_time"] for found in (one, two, three)] == [30, 30, 30]
    assert [found["file_size"] for found in (one, two, three)] == [len(AUDIO[n]) for n in AUDIO]
    assert [(c["start"], c["title"]) for c in json.loads(two["chapters"])] == [
        (0, "Hello"), (12, "The question"), (20, "Good-bye"),
    ]  # fmt: skip
    assert three["episode_art_url"].startswith(f"{host.address}/media/own-")
    assert three["mime_type"] == "audio/mpeg"


def test_a_download_is_the_very_file_and_a_second_update_is_answered_304(
    tmp_path: Path, subscriber: Subscriber
) -> None:
    output = tmp_path / "output"
    output.mkdir()
    with served(output) as host:
        publish(tmp_path, FILES, SITEURL=host.address)
        subscribe(subscriber, host)
        subscriber.run("download")
        host.log.clear()
        subscriber.run("update")
        pending = subscriber.run("pending")

        assert host.answers("/podcast/feed.xml") == [304]

    fetched = {sha256(path.read_bytes()).hexdigest() for path in subscriber.downloads()}
    assert fetched == {sha256(audio).hexdigest() for audio in AUDIO.values()}
    assert "0 new episodes" in pending


def test_nothing_is_new_after_everything_was_renamed_and_moved(
    tmp_path: Path, subscriber: Subscriber
) -> None:
    output = tmp_path / "output"
    output.mkdir()
    with served(output) as old:
        publish(tmp_path, FILES, SITEURL=old.address)
        subscribe(subscriber, old)
        subscriber.run("download")
        before = subscriber.episodes()
        assert len(subscriber.downloads()) == len(before)

    for name in FILES:
        (tmp_path / "content" / name).unlink()
    changed: dict[str, Content] = {
        "episodes/001-renamed.md": episode("One", date="2026-01-05", episode="1"),
        "episodes/001-renamed.mp3": AUDIO[1],
        "episodes/002-two.md": episode(
            "Two, retitled", date="2026-01-06", episode="2", body=CHAPTERS, slug="another-slug"
        ),
        "episodes/002-two.mp3": AUDIO[2],
        "episodes/003-three.md": episode("Three", date="2026-01-07", episode="3", image="own.jpg"),
        "episodes/003-three.mp3": AUDIO[3],
        "episodes/own.jpg": picture(1500, 1500),
    }
    output.mkdir(exist_ok=True)
    with served(output) as new, served(output) as media, moved_to(new.address) as gone:
        publish(tmp_path, changed, SITEURL=new.address, MEDIA_URL=media.address)
        feeds = (f"{host.address}/podcast/feed.xml" for host in (old, gone))
        subscriber.run("rewrite", *feeds)
        subscriber.run("update")
        downloads = len(subscriber.downloads())
        subscriber.run("download")

        assert gone.answers("/podcast/feed.xml")[0] == 301
        assert [status for method, path, status in media.log if path.endswith(".mp3")] == []

    after = subscriber.episodes()
    kept = ("id", "guid", "state", "download_filename", "published")
    assert [[found[name] for name in kept] for found in after] == [
        [found[name] for name in kept] for found in before
    ]
    assert [found["title"] for found in after] == ["Three", "Two, retitled", "One"]
    assert len(subscriber.downloads()) == downloads == 3
