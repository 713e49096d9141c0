"""Sites smaller than the sample: what is not there is not missed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.crawl import Site
from tests.site.sites import (
    M4A,
    MP3,
    OPUS,
    Built,
    Content,
    build,
    build_sample,
    different_mp3,
    episode,
    picture,
    post,
    write_site,
)

pytestmark = pytest.mark.slow

ADDRESS = "https://dave.example.org"
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"


def without_cover(folder: Path, files: dict[str, Content]) -> Built:
    content = write_site(folder, files)
    (content / "images" / "cover.jpg").rename(folder / "cover.jpg")
    return build(folder / "elsewhere", {}, PATH=str(content))


def test_a_show_without_a_cover_gets_a_plain_one_and_a_warning(tmp_path: Path) -> None:
    files: dict[str, Content] = {"episodes/001.md": episode(Slug="one"), "episodes/001.mp3": MP3}

    built = without_cover(tmp_path, files)

    assert built.is_good
    assert built.told == (
        "pelicanconf.py: warning: PODCASTS[0]: there is no cover art 'images/cover.jpg' in the "
        "content folder. A plain one stands in: put a square JPEG of 1400 to 3000 pixels there.\n"
    )
    image = built.xml("/podcast/feed.xml").find(f"channel/{ITUNES}image")
    assert image is not None
    assert (built.output / (image.get("href") or "").removeprefix(ADDRESS + "/")).is_file()


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"posts/one.md": post()},
        {"episodes/001-one.md": episode(), "episodes/001-one.mp3": MP3},
        {"pages/about.md": "Title: About\n\nUs.\n"},
        {"posts/uno.md": post(Lang="es")},
    ],
    ids=["nothing", "a post", "an episode", "a page", "a post in another language only"],
)
def test_every_link_of_a_small_site_leads_somewhere(
    tmp_path: Path, files: dict[str, Content]
) -> None:
    built = build(tmp_path, files)

    assert built.told == ""
    assert Site(built.output, ADDRESS).broken() == []


def test_a_site_below_a_path_links_below_it(tmp_path: Path) -> None:
    files: dict[str, Content] = {
        "posts/one.md": post(body="[two]({filename}/posts/two.md) ![x]({static}/images/x.jpg)"),
        "posts/two.md": post("Two", body="[home](/) #Trust"),
        "images/x.jpg": picture(100, 80),
        "episodes/001-one.md": episode(),
        "episodes/001-one.mp3": MP3,
    }

    built = build(tmp_path, files, SITEURL="https://example.org/sub")

    page = built.text("/blog/one/index.html")
    assert 'href="/sub/blog/two/"' in page
    assert 'src="/sub/media/x-' in page
    assert 'href="/sub/"' in built.text("/blog/two/index.html")
    assert Site(built.output, "https://example.org/sub").broken() == []


def test_a_title_arrives_as_it_was_typed(tmp_path: Path) -> None:
    title = "Cost $5 \"quoted\" 'x' #1 ~ & <b> — ü 🎉"

    built = build(tmp_path, {"posts/one.md": post(title)})

    assert built.xml("/blog/feed.xml").findtext("channel/item/title") == title
    assert "Cost $5 &#34;quoted&#34; &#39;x&#39; #1 ~ &amp; &lt;b&gt; — ü 🎉</h1>" in built.text(
        "/blog/one/index.html"
    )


def test_m4a_is_an_enclosure_and_opus_its_alternate(tmp_path: Path) -> None:
    files: dict[str, Content] = {
        "episodes/001-one.md": episode(),
        "episodes/001-one.m4a": M4A,
        "episodes/001-one.opus": OPUS,
    }

    item = build(tmp_path, files).xml("/podcast/feed.xml").find("channel/item")

    assert item is not None
    types = [element.get("type") for element in item.iter() if element.get("length")]
    assert types == ["audio/x-m4a", "audio/x-m4a", "audio/ogg"]


def test_a_full_page_never_changes_when_an_entry_comes(tmp_path: Path) -> None:
    files: dict[str, Content] = {
        f"posts/p{n:02}.md": post(f"Post {n}", date=f"2026-01-{n:02}", Tags="Trust", Author="Dave")
        for n in range(1, 25)
    }
    for n in range(1, 14):
        files[f"episodes/e{n:02}.md"] = episode(f"No. {n}", date=f"2026-02-{n:02}", Season="1")
        files[f"episodes/e{n:02}.mp3"] = different_mp3(n)
    more: dict[str, Content] = {
        **files,
        "posts/p25.md": post("Post 25", date="2026-05-25", Tags="Trust, New"),
        "episodes/e14.md": episode("No. 14", date="2026-05-26", Season="2"),
        "episodes/e14.mp3": different_mp3(14),
    }

    before = build(tmp_path, files).files()
    after = build(tmp_path, more, OUTPUT_PATH=str(tmp_path / "after")).files()

    full = [
        name for name in before if "/page/" in name and b'http-equiv="refresh' not in before[name]
    ]
    assert len(full) == 3 + 1 + 3 + 5
    assert [name for name in full if before[name] != after[name]] == []


def test_tags_that_only_differ_in_writing_are_one_page(tmp_path: Path) -> None:
    files: dict[str, Content] = {
        "posts/a.md": post(Tags="training thursday, C, C++, C#"),
        "posts/b.md": post("B", body="#TrainingThursday today"),
    }

    built = build(tmp_path, files)

    tags = sorted(path.name for path in (built.output / "tags").iterdir() if path.is_dir())
    assert {"c", "c-plus-plus", "c-sharp", "training-thursday"} <= set(tags)
    assert "url=" not in built.text("/tags/c-sharp/index.html")
    assert "<h1" in built.text("/tags/training-thursday/index.html")
    assert "0; url=/tags/training-thursday/" in built.text("/tags/trainingthursday/index.html")


def test_names_that_would_collide_with_page_numbers_do_not(tmp_path: Path) -> None:
    files: dict[str, Content] = {
        f"posts/p{n:02}.md": post(f"Post {n}", date=f"2026-01-{n:02}", Tags="Tag 5, Tag 52")
        for n in range(1, 20)
    }

    built = build(tmp_path, files)

    assert built.has("/tags/tag-5/page/1/")
    assert built.has("/tags/tag-52/page/1/")


def test_a_second_show_lives_under_its_key(tmp_path: Path) -> None:
    from pelicanconf import PODCASTS  # noqa: PLC0415 read only here

    second = {
        **PODCASTS[0],
        "key": "night",
        "title": "The Nightly Dave",
        "guid": "917393e3-1b1e-5cef-ace4-edaa54e1f810",
    }
    files: dict[str, Content] = {
        "episodes/001-one.md": episode(Episode="1"),
        "episodes/001-one.mp3": MP3,
        "episodes/night/001-dusk.md": episode("Dusk", Episode="1"),
        "episodes/night/001-dusk.mp3": MP3 + b"\0",
    }

    built = build(tmp_path, files, PODCASTS=[PODCASTS[0], second])

    assert built.told == ""
    assert [e.text for e in built.xml("/night/feed.xml").iterfind("channel/item/title")] == ["Dusk"]
    assert len(built.xml("/podcast/feed.xml").findall("channel/item")) == 1
    assert built.has("/night/dusk/")
    assert Site(built.output, ADDRESS).broken() == []


def test_a_preview_shows_drafts_and_scheduled_entries_under_an_address_of_their_own(
    tmp_path: Path,
) -> None:
    files: dict[str, Content] = {
        "posts/draft.md": post("A draft", Status="draft"),
        "posts/later.md": post("Later", date="2099-01-01"),
    }

    built = build(tmp_path, files, conf="pelicanconf.py")

    assert built.has("/drafts/blog/draft/")
    assert built.has("/drafts/blog/later/")
    assert "A draft" not in built.text("/blog/index.html")


def test_a_link_to_an_entry_that_is_not_due_yet_is_words_until_then(tmp_path: Path) -> None:
    files: dict[str, Content] = {
        "posts/now.md": post(body="Wait for [the tide]({filename}/posts/tide.md)."),
        "posts/tide.md": post("Tide", date="2026-07-01"),
    }

    early = build(tmp_path, files)
    late = build(tmp_path, files, NOW="2026-07-02", OUTPUT_PATH=str(tmp_path / "late"))

    assert early.told == (
        f"{tmp_path}/content/posts/now.md:4: warning: the link '{{filename}}/posts/tide.md' leads "
        "to an entry that is not published yet. Its words stand without a link until it is.\n"
    )
    assert "Wait for <a>the tide</a>." in early.text("/blog/now/index.html")
    assert "tide.md" not in early.text("/blog/now/index.md")
    assert '<a href="/blog/tide/">the tide</a>' in late.text("/blog/now/index.html")
    assert late.told == ""


def test_a_tag_that_is_introduced_has_a_page_before_anything_has_it(tmp_path: Path) -> None:
    files: dict[str, Content] = {
        "tags/trust.md": "Title: Trust\n\nSoon.\n",
        "posts/now.md": post(body="[trust](/tags/trust/)"),
    }

    built = build(tmp_path, files)

    assert built.has("/tags/trust/")
    assert "/tags/trust/" not in built.text("/tags/index.html")
    assert Site(built.output, ADDRESS).broken() == []


@pytest.mark.parametrize("now", ["2025-09-03", "2026-01-01", "2026-05-01", "2099-06-01"])
def test_the_sample_can_be_built_as_of_any_day(tmp_path: Path, now: str) -> None:
    built = build_sample(tmp_path, NOW=now)

    assert built.is_good, built.told
    assert Site(built.output, ADDRESS).broken() == []


def test_a_half_done_draft_is_a_warning_in_the_preview_and_left_out(tmp_path: Path) -> None:
    files: dict[str, Content] = {
        "posts/one.md": post(),
        "posts/half.md": post("", Status="draft"),
        "episodes/002-silent.md": episode("Silent", Status="draft"),
        "episodes/003-later.md": episode("Later", date="2099-01-01"),
    }

    built = build(tmp_path, files, conf="pelicanconf.py")

    assert built.is_good
    assert [line.split(": ")[1] for line in built.told.splitlines()] == ["warning"] * 3
    assert built.has("/blog/one/")
    assert not (built.output / "drafts").exists()


@pytest.mark.parametrize(
    ("site", "entry", "page", "article"),
    [("en", "he", "ltr", "rtl"), ("he", "en", "rtl", "ltr"), ("ar", "ar", "rtl", None)],
)
def test_every_page_says_in_which_direction_its_words_go(
    tmp_path: Path, site: str, entry: str, page: str, article: str | None
) -> None:
    files: dict[str, Content] = {"posts/one.md": post(Lang=entry)}

    built = build(tmp_path, files, DEFAULT_LANG=site)

    path = "/blog/one/" if site == entry else f"/{entry}/blog/one/"
    text = built.text(f"{path}index.html")
    assert f'<html lang="{site}" dir="{page}">' in text
    assert (f'lang="{entry}" dir="{article}">' in text) is (article is not None)
