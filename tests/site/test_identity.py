"""Who an entry is does not change by accident: renamed, retitled, moved, it stays the same."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pelican.settings import read_settings

from tests.site.sites import MP3, ROOT, Built, Content, build, different_mp3, episode, post

pytestmark = pytest.mark.slow

EPISODE: dict[str, Content] = {"episodes/003-echo.md": episode(), "episodes/003-echo.mp3": MP3}


def publish(folder: Path, files: Mapping[str, Content], **settings: Any) -> Built:
    """Build, and write the ledger as the publisher does."""
    built = build(folder, files, FACTS=str(folder / "facts.json"), **settings)
    if built.is_good:
        facts = json.loads((folder / "facts.json").read_text())
        (folder / "content" / "ledger.json").write_text(facts["ledger"]["text"])
    return built


def remove(folder: Path, *names: str) -> None:
    for name in names:
        (folder / "content" / name).unlink()


def identity(built: Built) -> tuple[str, str, str]:
    """Return guid, date and enclosure of the only episode."""
    (item,) = built.xml("/podcast/feed.xml").findall("channel/item")
    enclosure = item.find("enclosure")
    assert enclosure is not None
    return item.findtext("guid") or "", item.findtext("pubDate") or "", enclosure.get("url") or ""


def test_a_renamed_episode_keeps_guid_date_and_enclosure(tmp_path: Path) -> None:
    before = identity(publish(tmp_path, EPISODE))
    remove(tmp_path, *EPISODE)

    renamed: dict[str, Content] = {
        "episodes/003-the-echo.md": episode(),
        "episodes/003-the-echo.mp3": MP3,
    }
    after = publish(tmp_path, renamed)

    assert identity(after) == before


def test_the_old_page_of_a_renamed_episode_leads_to_the_new_one_for_ever(tmp_path: Path) -> None:
    publish(tmp_path, EPISODE)
    remove(tmp_path, *EPISODE)
    renamed: dict[str, Content] = {
        "episodes/003-the-echo.md": episode(),
        "episodes/003-the-echo.mp3": MP3,
    }
    publish(tmp_path, renamed)

    again = publish(tmp_path, renamed)

    assert 'content="0; url=/podcast/the-echo/"' in again.text("/podcast/echo/index.html")


def test_another_title_host_or_media_host_changes_no_guid(tmp_path: Path) -> None:
    guid, date, _ = identity(publish(tmp_path, EPISODE))

    files: dict[str, Content] = {**EPISODE, "episodes/003-echo.md": episode("Another title")}
    moved = build(
        tmp_path, files, SITEURL="https://other.example/sub", MEDIA_URL="https://cdn.example"
    )

    assert identity(moved)[:2] == (guid, date)
    assert identity(moved)[2].startswith("https://cdn.example/media/003-echo-")


def test_other_audio_under_a_published_episode_is_refused(tmp_path: Path) -> None:
    publish(tmp_path, EPISODE)

    built = build(tmp_path, {"episodes/003-echo.mp3": different_mp3(1)})

    assert built.told.splitlines()[0] == (
        f"{tmp_path}/content/episodes/003-echo.md: its audio is not what was published; "
        "subscribers who have it keep the old one. Restore the file, or publish with "
        "ACCEPT=003-echo."
    )


def test_other_audio_is_taken_when_the_author_says_so(tmp_path: Path) -> None:
    guid, _, url = identity(publish(tmp_path, EPISODE))

    built = publish(tmp_path, {"episodes/003-echo.mp3": different_mp3(1)}, ACCEPT=["003-echo"])

    assert identity(built)[0] == guid
    assert identity(built)[2] != url


def test_another_date_of_a_published_episode_is_refused(tmp_path: Path) -> None:
    publish(tmp_path, EPISODE)

    built = build(tmp_path, {"episodes/003-echo.md": episode(date="2026-01-03")})

    assert built.told.splitlines()[0] == (
        f"{tmp_path}/content/episodes/003-echo.md: its date was published as "
        "2026-01-02T00:00:00Z; another makes apps sort it anew. Write 'Date: "
        "2026-01-02T00:00:00Z', or publish with ACCEPT=003-echo."
    )


def test_a_published_entry_that_is_gone_is_refused(tmp_path: Path) -> None:
    publish(tmp_path, {"posts/echo.md": post(), "posts/tide.md": post()})
    remove(tmp_path, "posts/echo.md")

    told = build(tmp_path, {}).told.splitlines()[0]

    where = f"{tmp_path}/content/posts/echo.md"
    assert told.startswith(f"{where}: it was published and is gone now. Restore it")
    assert told.endswith("or publish with ACCEPT=echo.")


def test_a_published_episode_that_is_a_draft_again_is_refused(tmp_path: Path) -> None:
    publish(tmp_path, EPISODE)

    told = build(tmp_path, {"episodes/003-echo.md": episode(status="draft")}).told.splitlines()[0]

    assert told == (
        f"{tmp_path}/content/episodes/003-echo.md: it was published, and its 'Status:' leaves it "
        "out now. Write 'Status: published', or publish with ACCEPT=003-echo."
    )


def test_a_guid_of_a_published_episode_that_changes_is_refused(tmp_path: Path) -> None:
    guid = identity(publish(tmp_path, EPISODE))[0]

    told = build(tmp_path, {"episodes/003-echo.md": episode(Guid="another")}).told.splitlines()[0]

    assert told == (
        f"{tmp_path}/content/episodes/003-echo.md: its guid was published as {guid!r}; another "
        f"makes apps show it again. Write 'Guid: {guid}', or publish with ACCEPT=003-echo."
    )


def test_two_episodes_with_one_guid_are_told(tmp_path: Path) -> None:
    files: dict[str, Content] = {
        "episodes/003-echo.md": episode(Guid="one"),
        "episodes/003-echo.mp3": MP3,
        "episodes/004-tide.md": episode(Guid="one"),
        "episodes/004-tide.mp3": different_mp3(1),
    }

    told = build(tmp_path, files).told.splitlines()[0]

    assert told == (
        f"{tmp_path}/content/episodes/004-tide.md: its guid 'one' is already that of "
        f"{tmp_path}/content/episodes/003-echo.md. Give it its own."
    )


def test_an_earlier_now_does_not_take_a_later_entry_for_gone(tmp_path: Path) -> None:
    files = {"posts/echo.md": post(date="2026-01-02"), "posts/tide.md": post(date="2026-05-02")}
    publish(tmp_path, files)

    earlier = publish(tmp_path, files, NOW="2026-02-01", OUTPUT_PATH=str(tmp_path / "earlier"))

    assert earlier.is_good
    assert not earlier.has("/blog/tide/")
    assert '"posts/tide"' in (tmp_path / "content" / "ledger.json").read_text()


def test_a_preview_warns_where_a_publish_refuses(tmp_path: Path) -> None:
    publish(tmp_path, EPISODE)

    preview = build(tmp_path, {"episodes/003-echo.mp3": different_mp3(1)}, conf="pelicanconf.py")

    assert preview.is_good
    assert "warning: its audio is not what was published" in preview.told


def test_a_ledger_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    told = build(tmp_path, {"ledger.json": "{"}).told.splitlines()[0]

    assert told == (
        f"{tmp_path}/content/ledger.json: it cannot be read. Restore it from its last commit, "
        "or with 'make ledger' from what is published."
    )


FAULTS: list[tuple[dict[str, Content], dict[str, Any], str]] = [
    (
        {},
        {"byte_budget": 3},
        "pelicanconf.py: PODCASTS[0]: a byte_budget of 3 is too small. Write 50000 or more.",
    ),
    (
        {"episodes/003-echo.mp3": b"noise"},
        {},
        "content/episodes/003-echo.mp3: the file is not audio that apps can play. "
        "Export it as MP3 or M4A.",
    ),
]


@pytest.mark.parametrize(("files", "said", "message"), FAULTS)
def test_what_is_faulty_is_told_and_not_missed_as_well(
    tmp_path: Path, files: dict[str, Content], said: dict[str, Any], message: str
) -> None:
    publish(tmp_path, {**EPISODE, "episodes/003-echo.md": episode(tags="trust", season="1")})
    shows = [{**read_settings(str(ROOT / "pelicanconf.py"))["PODCASTS"][0], **said}]

    told = build(tmp_path, files, PODCASTS=shows).told

    assert told.replace(f"{tmp_path}/", "").splitlines() == [
        message, "1 error. Nothing was written.",
    ]  # fmt: skip


def test_the_ledger_holds_no_host(tmp_path: Path) -> None:
    publish(tmp_path, EPISODE)

    assert "example.org" not in (tmp_path / "content" / "ledger.json").read_text()


TAGGED: dict[str, Content] = {
    "posts/echo.md": post(Tags="trust"),
    "episodes/003-echo.md": episode(Tags="trust"),
    "episodes/003-echo.mp3": MP3,
    "tags/trust.md": "Title: Trust\n\nOn trust.\n",
}


def podcast_guid(built: Built, path: str) -> str:
    found = built.xml(path).findtext("channel/podcast:guid", namespaces=NAMESPACES)
    return found or ""


NAMESPACES = {
    "podcast": "https://podcastindex.org/namespace/1.0",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
}


def test_a_tag_that_moves_keeps_its_guid_and_its_subscribers(tmp_path: Path) -> None:
    guid = podcast_guid(publish(tmp_path, TAGGED), "/tags/trust/podcast.xml")

    moved = publish(tmp_path, {"tags/trust.md": "Title: Trust\nSlug: faith\n\nOn trust.\n"})

    assert podcast_guid(moved, "/tags/faith/podcast.xml") == guid
    assert 'content="0; url=/tags/faith/"' in moved.text("/tags/trust/index.html")
    old = moved.xml("/tags/trust/podcast.xml")
    new_url = "https://dave.example.org/tags/faith/podcast.xml"
    assert old.findtext("channel/itunes:new-feed-url", namespaces=NAMESPACES) == new_url
    assert moved.text("/tags/trust/feed.xml") == moved.text("/tags/faith/feed.xml")
    assert "identity" not in moved.told


def test_a_series_and_a_person_that_are_renamed_with_an_alias_lead_on(tmp_path: Path) -> None:
    publish(tmp_path, {**TAGGED, "posts/echo.md": post(Series="Old words", Author="Old name")})

    renamed = publish(
        tmp_path,
        {
            "posts/echo.md": post(Series="New words", Author="New name"),
            "series/new-words.md": "Title: New words\nAliases: Old words\n",
            "people/new-name.md": "Title: New name\nAliases: Old name\n",
        },
    )

    assert renamed.told == ""
    assert "url=/series/new-words/" in renamed.text("/series/old-words/index.html")
    assert "url=/people/new-name/" in renamed.text("/people/old-name/index.html")
    assert renamed.text("/people/old-name/feed.xml") == renamed.text("/people/new-name/feed.xml")


def test_a_tag_that_nobody_uses_any_more_is_told_until_it_is_an_alias(tmp_path: Path) -> None:
    publish(tmp_path, {"posts/echo.md": post(Tags="trust")})

    told = publish(tmp_path, {"posts/echo.md": post(Tags="faith")}).told
    merged = publish(tmp_path, {"tags/faith.md": "Title: Faith\nAliases: trust\n"})

    assert "/tags/trust/: warning: this page was published and is gone now." in told
    assert merged.told == ""
    assert "url=/tags/faith/" in merged.text("/tags/trust/index.html")


def test_a_show_that_moves_takes_its_episodes_and_subscribers_along(tmp_path: Path) -> None:
    before = publish(tmp_path, EPISODE)
    (show,) = read_podcasts()

    moved = publish(tmp_path, {}, PODCASTS=[show | {"key": "daily"}])

    assert "identity" not in moved.told
    (item,) = moved.xml("/daily/feed.xml").findall("channel/item")
    assert item.findtext("guid") == identity(before)[0]
    assert podcast_guid(moved, "/daily/feed.xml") == podcast_guid(before, "/podcast/feed.xml")
    assert "url=/daily/" in moved.text("/podcast/index.html")
    assert "url=/daily/echo/" in moved.text("/podcast/echo/index.html")
    old = moved.xml("/podcast/feed.xml")
    new_url = "https://dave.example.org/daily/feed.xml"
    assert old.findtext("channel/itunes:new-feed-url", namespaces=NAMESPACES) == new_url


def test_another_guid_of_a_published_show_is_refused(tmp_path: Path) -> None:
    publish(tmp_path, EPISODE)
    (show,) = read_podcasts()
    other = show | {"guid": "ead4c236-bf58-58c6-a2c6-a6b28d128cb6"}

    told = build(tmp_path, {}, PODCASTS=[other]).told

    assert "pelicanconf.py: the guid of the show 'podcast' was published as" in told


def read_podcasts() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read_settings(str(ROOT / "publishconf.py"))["PODCASTS"]
    return found


def test_writing_the_ledger_again_changes_nothing(tmp_path: Path) -> None:
    publish(tmp_path, TAGGED)
    publish(tmp_path, {"tags/trust.md": "Title: Trust\nSlug: faith\n\nOn trust.\n"})
    ledger = (tmp_path / "content" / "ledger.json").read_text()

    first = publish(tmp_path, {}).files()
    again = publish(tmp_path, {}, OUTPUT_PATH=str(tmp_path / "again"))

    assert again.files() == first
    assert (tmp_path / "content" / "ledger.json").read_text() == ledger


def test_an_episode_that_moves_to_another_show_keeps_its_guid_and_leads_on(tmp_path: Path) -> None:
    (show,) = read_podcasts()
    other = show | {"key": "extra", "guid": "ead4c236-bf58-58c6-a2c6-a6b28d128cb6"}
    files: dict[str, Content] = {
        **EPISODE,
        "episodes/extra/001-more.md": episode("More", Tags="trust"),
        "episodes/extra/001-more.mp3": different_mp3(1),
        "episodes/004-tide.md": episode("Tide", date="2026-01-05", Tags="trust"),
        "episodes/004-tide.mp3": different_mp3(2),
    }
    before = publish(tmp_path, files, PODCASTS=[show, other])
    guid = podcast_guid(before, "/tags/trust/podcast.xml")
    content = tmp_path / "content" / "episodes"
    for ending in (".md", ".mp3"):
        (content / f"004-tide{ending}").rename(content / "extra" / f"004-tide{ending}")

    after = publish(tmp_path, {}, PODCASTS=[show, other], ACCEPT=["004-tide"])

    assert after.told == ""
    assert guids(after, "/extra/feed.xml") | guids(after, "/podcast/feed.xml") == (
        guids(before, "/extra/feed.xml") | guids(before, "/podcast/feed.xml")
    )
    assert "url=/extra/tide/" in after.text("/podcast/tide/index.html")
    assert podcast_guid(after, "/tags/trust/podcast.xml") == guid


def test_another_order_of_the_shows_moves_no_episode_in_silence(tmp_path: Path) -> None:
    (show,) = read_podcasts()
    other = show | {"key": "extra", "guid": "ead4c236-bf58-58c6-a2c6-a6b28d128cb6"}
    publish(tmp_path, EPISODE, PODCASTS=[show, other])

    told = build(tmp_path, {}, PODCASTS=[other, show]).told.splitlines()[0]

    assert told == (
        f"{tmp_path}/content/episodes/003-echo.md: it was published in another show, whose "
        "subscribers would lose it. Move it back, or put the shows in PODCASTS into their old "
        "order, or publish with ACCEPT=003-echo."
    )


def guids(built: Built, path: str) -> set[str]:
    return {guid.text or "" for guid in built.xml(path).iter("guid")}


def test_two_files_that_swap_their_names_stay_what_they_were(tmp_path: Path) -> None:
    first: dict[str, Content] = {"a.md": episode("One"), "a.mp3": MP3}
    second: dict[str, Content] = {"b.md": episode("Two"), "b.mp3": different_mp3(1)}
    before = publish(
        tmp_path, {f"episodes/{name}": text for name, text in (first | second).items()}
    )
    swapped = {
        "episodes/a.md": second["b.md"], "episodes/a.mp3": second["b.mp3"],
        "episodes/b.md": first["a.md"], "episodes/b.mp3": first["a.mp3"],
    }  # fmt: skip

    after = publish(tmp_path, swapped)

    assert after.told == ""
    assert enclosures(after) == enclosures(before)


def enclosures(built: Built) -> dict[str, str]:
    """Return the address of each recording by the guid of its episode."""
    return {
        item.findtext("guid") or "": enclosure.get("url") or ""
        for item in built.xml("/podcast/feed.xml").iter("item")
        for enclosure in item.iter("enclosure")
    }


def test_what_moved_and_what_is_gone_is_listed_for_web_servers(tmp_path: Path) -> None:
    posts: dict[str, Content] = {
        f"posts/2026-01-{day:02}-a.md": post(date=f"2026-01-{day:02}", Slug=f"a{day}")
        for day in range(1, 14)
    }
    publish(tmp_path, posts)
    remove(tmp_path, "posts/2026-01-02-a.md")

    publish(
        tmp_path, {"posts/2026-01-01-a.md": post(date="2026-01-01", Slug="moved")},
        ACCEPT=["2026-01-02-a"],
    )  # fmt: skip

    facts = json.loads((tmp_path / "facts.json").read_text())
    assert facts["redirects"] == {"/blog/a1/": "/blog/moved/"}
    assert facts["gone"] == ["/blog/a2/"]
