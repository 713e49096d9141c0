from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from plugins.discovery.twins import render_twin, twin_path
from plugins.entries.model import Entry
from plugins.podcast.model import Episode, Person
from plugins.shared.site import Site
from tests.unit.discovery.builders import (
    make_chapter,
    make_cue,
    make_enclosure,
    make_entry,
    make_episode,
    make_episode_entry,
    make_label,
    make_page,
    make_site,
    make_transcript,
)


def twin(entry: Entry, site: Site | None = None) -> str:
    def resolve(target: str) -> str:
        return f"https://example.org/resolved/{target.removeprefix('{filename}')}"

    return render_twin(entry, site or make_site(), resolve=resolve)


def spoken(episode: Episode, text: str = "Notes.") -> str:
    return twin(make_episode_entry(episode, text=text))


def test_a_post_s_twin_tells_its_facts_then_its_summary_then_its_words() -> None:
    entry = make_entry(
        title="Fundamental #7: *Price*",
        lang="es",
        modified=datetime(2026, 4, 1, 8, 0, tzinfo=UTC),
        authors=(make_label("Dave", "people"),),
        tags=(make_label("Trust"), make_label("C#")),
        series="The Fundamentals",
        part=7,
        text="See [this]({filename}x.md), [below](#below) and `[code](x.md)`.\n\n## Below\n",
    )

    assert twin(entry) == (
        "# Fundamental #7: \\*Price\\*\n"
        "\n"
        "- Date: 2026-03-12T07:30:00Z\n"
        "- Modified: 2026-04-01T08:00:00Z\n"
        "- By: Dave\n"
        "- Language: es\n"
        "- Tags: Trust, C\\#\n"
        "- Series: The Fundamentals, part 7\n"
        "- Page: <https://example.org/blog/listen/>\n"
        "\n"
        "> Why the ear comes first.\n"
        "\n"
        "See [this](https://example.org/resolved/x.md), "
        "[below](https://example.org/blog/listen/#below) and `[code](x.md)`.\n"
        "\n"
        "## Below\n"
    )


def test_an_episode_s_twin_has_audio_chapters_and_all_that_is_said() -> None:
    episode = make_episode(
        persons=(Person(name="Dave"), Person(name="Ana", role="guest")),
        chapters=(make_chapter(0, "Hello"), make_chapter(20.5, "The [call]")),
        transcript=make_transcript(
            make_cue(0, "Good morning,", "Dave"),
            make_cue(3, "Ana.", "Dave"),
            make_cue(6, "Hello *you*.", "Ana"),
            make_cue(10, "A bell rings."),
            make_cue(18, "So.", "Dave"),
            make_cue(21, "The call.", "Dave"),
        ),
    )

    assert spoken(episode) == (
        "# Unwanted callers\n"
        "\n"
        "- Episode: The Daily Dave #075\n"
        "- Heard: Dave (host), Ana (guest)\n"
        "- Date: 2026-03-12T07:30:00Z\n"
        "- Page: <https://example.org/podcast/calls/>\n"
        "- Audio: <https://example.org/media/075-calls-12345678.mp3> (audio/mpeg, 1:05)\n"
        "- Transcript: <https://example.org/media/075-calls-9abcdef0.vtt>\n"
        "\n"
        "> Why the ear comes first.\n"
        "\n"
        "Notes.\n"
        "\n"
        "## Chapters\n"
        "\n"
        "- [0:00](https://example.org/podcast/calls/#t=0) Hello\n"
        "- [0:20](https://example.org/podcast/calls/#t=20.5) The \\[call\\]\n"
        "\n"
        "## Transcript\n"
        "\n"
        "**Dave:** Good morning, Ana.\n"
        "\n"
        "**Ana:** Hello \\*you\\*.\n"
        "\n"
        "A bell rings.\n"
        "\n"
        "**Dave:** So.\n"
        "\n"
        "**Dave:** The call.\n"
    )


def test_chapters_that_the_notes_list_are_not_listed_twice() -> None:
    chapters = (make_chapter(0, "Hello"), make_chapter(20, "The call"))
    listed = "## Chapters\n\n- 00:00 Hello\n- 00:20 [The call](https://example.com/)"

    assert spoken(make_episode(chapters=chapters), listed).count("## Chapters") == 1
    marked = "- **00:00:00** *Hello*\n- 0:20.9 [The `call`](x.md)"
    assert "## Chapters" not in spoken(make_episode(chapters=chapters), marked)
    assert spoken(make_episode(chapters=chapters), "Hello, The call").count("## Chapters") == 1


def test_a_summary_that_is_the_text_s_own_beginning_is_not_repeated() -> None:
    entry = make_entry(summary="Two ears, one …", text="Two ears,\none mouth.")

    assert "> " not in twin(entry)


def test_an_empty_summary_leaves_no_empty_quote() -> None:
    assert "> " not in twin(make_entry(summary=""))


def test_a_page_has_no_date() -> None:
    assert "Date" not in twin(make_page())


def test_a_preview_without_a_host_names_no_addresses() -> None:
    chapters = (make_chapter(1, "Hello"),)
    entry = make_episode_entry(make_episode(chapters=chapters, transcript=make_transcript()))

    text = twin(entry, make_site(address=""))

    assert [
        line for line in text.splitlines() if line.startswith(("- Page", "- Audio", "- Tr"))
    ] == []
    assert "- [0:01](/podcast/calls/#t=1) Hello" in text


def test_audio_elsewhere_keeps_its_address() -> None:
    enclosure = make_enclosure(
        path="https://elsewhere.example/a.mp3", duration=timedelta(hours=1, seconds=5)
    )

    text = spoken(make_episode(enclosure=enclosure))

    assert "- Audio: <https://elsewhere.example/a.mp3> (audio/mpeg, 1:00:05)\n" in text


@pytest.mark.parametrize(
    ("path", "twin_s"),
    [("/blog/x/", "/blog/x/index.md"), ("/", "/index.md"), ("/404.html", ""), ("", "")],
)
def test_only_pages_that_are_folders_have_twins(path: str, twin_s: str) -> None:
    assert twin_path(path) == twin_s
