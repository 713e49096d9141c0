"""A subscription from its first day: what a real client finds, fetches, and never sees twice."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from tests.clients.gpodder import Host, Subscriber, moved_to, served
from tests.site.sites import NOW, ROOT, Content, different_mp3, episode, picture, write_site

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


def publish(folder: Path, files: Mapping[str, Content], siteurl: str, media_url: str = "") -> None:
    """Publish a site to `public` with the command that authors run."""
    write_site(folder, files)
    conf = folder / "conf.py"
    conf.write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom publishconf import *\n"
        f"MEDIA_URL = {media_url!r}\n"
    )
    command = [sys.executable, "-m", "tools.publish", "--conf", str(conf), "--siteurl", siteurl]
    command += ["--content", str(folder / "content"), "--target", str(folder / "public")]
    done = subprocess.run(
        [*command, "--now", NOW], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def subscriber(tmp_path: Path) -> Subscriber:
    home = tmp_path / "gpodder"
    home.mkdir()
    return Subscriber(home)


def subscribe(subscriber: Subscriber, host: Host, path: str = "/podcast/feed.xml") -> None:
    """Subscribe, and take everything that is new."""
    subscriber.run("subscribe", f"{host.address}{path}")
    subscriber.run("update")


def test_the_first_update_finds_all_episodes_chapters_art_and_durations(
    tmp_path: Path, subscriber: Subscriber
) -> None:
    with served(tmp_path / "public") as host:
        publish(tmp_path, FILES, host.address)
        subscribe(subscriber, host)

    three, two, one = subscriber.episodes()
    assert [found["title"] for found in (one, two, three)] == ["One", "Two & more", "Three"]
    assert [found["total_time"] for found in (one, two, three)] == [30, 30, 30]
    assert [found["file_size"] for found in (one, two, three)] == [len(AUDIO[n]) for n in AUDIO]
    assert [(c["start"], c["title"]) for c in json.loads(two["chapters"])] == [
        (0, "Hello"), (12, "The question"), (20, "Good-bye"),
    ]  # fmt: skip
    assert three["episode_art_url"].startswith(f"{host.address}/media/own-")
    assert one["episode_art_url"].startswith(f"{host.address}/media/cover-")
    assert one["chapters"] is None
    assert [found["mime_type"] for found in (one, two, three)] == ["audio/mpeg"] * 3
    assert [found["link"] for found in (one, two, three)] == [
        f"{host.address}/podcast/{slug}/" for slug in ("one", "two", "three")
    ]  # fmt: skip
    show = subscriber.show()
    assert show["title"] == "The Daily Dave"
    assert show["cover_url"].startswith(f"{host.address}/media/cover-")


def test_a_download_is_the_very_file_and_a_second_update_is_answered_304(
    tmp_path: Path, subscriber: Subscriber
) -> None:
    with served(tmp_path / "public") as host:
        publish(tmp_path, FILES, host.address)
        subscribe(subscriber, host)
        subscriber.run("download")
        host.log.clear()
        subscriber.run("update")
        pending = subscriber.run("pending")

        assert host.answers("/podcast/feed.xml") == [304]
        assert [path for _, path, _ in host.log if path.startswith("/media/")] == []

    fetched = {sha256(path.read_bytes()).hexdigest() for path in subscriber.downloads()}
    assert fetched == {sha256(audio).hexdigest() for audio in AUDIO.values()}
    assert "0 new episodes" in pending


CHANGED: dict[str, Content] = {
    # Another name for both files.
    "episodes/101-renamed.md": episode("One", date="2026-01-05", episode="1"),
    "episodes/101-renamed.mp3": AUDIO[1],
    # Another title and slug.
    "episodes/002-two.md": episode(
        "Two, retitled", date="2026-01-06", episode="2", body=CHAPTERS, slug="another-slug"
    ),
    "episodes/002-two.mp3": AUDIO[2],
    # Other notes, another slug, and another name for the recording.
    "episodes/003-three.md": episode(
        "Three", date="2026-01-07", episode="3", image="own.jpg", slug="third",
        audio="take-two.mp3", body="Other notes.",
    ),
    "episodes/take-two.mp3": AUDIO[3],
    "episodes/own.jpg": picture(1500, 1500),
}  # fmt: skip


def test_nothing_is_new_after_everything_was_renamed_and_moved(
    tmp_path: Path, subscriber: Subscriber
) -> None:
    public = tmp_path / "public"
    with served(public) as old:
        publish(tmp_path, FILES, old.address)
        subscribe(subscriber, old)
        subscriber.run("download")
        before = subscriber.episodes()
        assert len(subscriber.downloads()) == len(before) == 3

    for name in FILES:
        (tmp_path / "content" / name).unlink()
    with served(public) as new, served(public) as media, moved_to(new.address, old.port) as gone:
        publish(tmp_path, CHANGED, new.address, media.address)
        subscriber.run("update")
        subscriber.run("download")
        pending = subscriber.run("pending")
        subscriber.run("update")

        assert gone.answers("/podcast/feed.xml")[0] == 301
        assert new.answers("/podcast/feed.xml")[0] == 200
        assert new.answers("/podcast/feed.xml")[-1] == 304
        requests = [path for host in (gone, new, media) for _, path, _ in host.log]
        assert [path for path in requests if path.endswith(".mp3")] == []

    after = subscriber.episodes()
    kept = ("id", "guid", "state", "download_filename", "published", "is_new")
    assert [[found[name] for name in kept] for found in after] == [
        [found[name] for name in kept] for found in before
    ]
    assert "0 new episodes" in pending
    assert [found["title"] for found in after] == ["Three", "Two, retitled", "One"]
    assert all(found["url"].startswith(f"{media.address}/media/") for found in after)
    assert [found["link"].rpartition("/podcast/")[2] for found in after] == [
        "third/", "another-slug/", "renamed/",
    ]  # fmt: skip
    assert len(subscriber.downloads()) == 3


def tagged(tag: str, *numbers: int) -> dict[str, Content]:
    """Return episodes with their audio, all with one tag."""
    files: dict[str, Content] = {}
    for number in numbers:
        day = f"2026-01-0{number}"
        files[f"episodes/{number:03}-call.md"] = episode(
            f"Call {number}", date=day, slug=f"c{number}", tags=tag
        )
        files[f"episodes/{number:03}-call.mp3"] = AUDIO[number]
    return files


def test_a_tag_under_another_name_has_one_new_episode_and_no_old_one_again(
    tmp_path: Path, subscriber: Subscriber
) -> None:
    feed = "/tags/price/podcast.xml"
    with served(tmp_path / "public") as host:
        publish(tmp_path, tagged("price", 1, 2), host.address)
        subscribe(subscriber, host, feed)
        before = [found["guid"] for found in subscriber.episodes()]
        name: dict[str, Content] = {"tags/cost.md": "Title: Cost\nAliases: price\n"}
        publish(tmp_path, {**tagged("cost", 1, 2, 3), **name}, host.address)
        subscriber.run("update")

        assert host.answers(feed)[-1] == 200

    new, *old = subscriber.episodes()
    assert [found["guid"] for found in old] == before
    assert (new["title"], len(old)) == ("Call 3", 2)
