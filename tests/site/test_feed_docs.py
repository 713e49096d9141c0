"""What docs/feed.md gives as examples is built, and is in the feed as the elements it names."""

from __future__ import annotations

import ast
import re
from contextlib import suppress

import pytest

from tests.clients.spec_reader import Element, read
from tests.site.sites import MP3, OPUS, ROOT, Built, Content, build, picture

pytestmark = pytest.mark.slow

TEXT = (ROOT / "docs" / "feed.md").read_text(encoding="utf-8")
CHANNEL, ITEM = (
    TEXT.partition(f"## {begin}\n")[2].partition(f"## {end}\n")[0]
    for begin, end in (("The channel", "An item"), ("An item", "Show notes"))
)
# Where a key may have several lines, a show has a list of texts.
LISTS = {
    "block_services", "categories", "credits", "hosts", "hubs", "images", "locations", "podroll",
    "social", "texts", "topics", "value",
}  # fmt: skip
# Elements whose example says that there is nothing to say.
SILENT = {"itunes:block", "itunes:complete", "podcast:podping"}


def examples(table: str) -> list[tuple[list[str], str, str]]:
    """Return the keys, the element and the example of each row that has one."""
    rows = re.findall(r"^\| (.+?) \| `(.+?)` \| .+ \| `(.+)` \|$", table, re.MULTILINE)
    return [(re.findall(r"`(\w+)`", keys), element, example) for keys, element, example in rows]


def show() -> dict[str, object]:
    """Return a show that is nothing but the examples of the channel."""
    found: dict[str, object] = {}
    for keys, _, example in examples(CHANNEL):
        value: object = example
        with suppress(ValueError, SyntaxError):
            value = ast.literal_eval(example)
        key = keys[-1] if keys == ["hosts", "credits"] else keys[0]
        if key.islower():
            found[key] = [value] if key in LISTS else value
    return found


def front_matter() -> str:
    """Return an episode that is nothing but the examples of an item, the first of each key."""
    found: dict[str, str] = {"Value": "Dave address=dave@example.org split=100"}
    for keys, _, example in examples(ITEM):
        # A row of several keys shows the one that says most.
        if keys and keys != ["Episode", "EpisodeDisplay"] and keys[-1][0].isupper():
            found.setdefault(keys[-1], example)
    return "".join(f"{key}: {example}\n" for key, example in found.items())


def files() -> dict[str, Content]:
    trailer = "Title: A trailer\nDate: 2026-01-01\nType: trailer\nSeason: 2\n\nListen.\n"
    notes = "Words.\n\n00:00 Hello\n00:10 More\n"
    return {
        "episodes/000-trailer.md": trailer,
        "episodes/000-trailer.mp3": MP3,
        "episodes/075.md": f"{front_matter()}\n{notes}",
        "episodes/075-unwanted-callers.mp3": MP3 * 5,
        "episodes/075-unwanted-callers.vtt": "WEBVTT\n\n00:00.000 --> 00:02.000\nHello.\n",
        "episodes/075-short.opus": OPUS,
        "episodes/cover.jpg": picture(1500, 1500),
        "episodes/desk.jpg": picture(800, 600),
        "episodes/wide.jpg": picture(1920, 1080),
        "images/wide.jpg": picture(1600, 900),
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("feed-docs")
    found = build(folder, files(), PODCASTS=[show()])
    assert found.is_good, found.told
    return found


@pytest.fixture(scope="module")
def channel(built: Built) -> Element:
    return read((built.output / "podcast/feed.xml").read_bytes())


@pytest.mark.parametrize("element", [element for _, element, _ in examples(CHANNEL)])
def test_an_example_of_the_channel_becomes_its_element(channel: Element, element: str) -> None:
    assert bool(channel.all(element)) is (element not in SILENT)


@pytest.mark.parametrize("element", [element for _, element, _ in examples(ITEM)])
def test_an_example_of_an_item_becomes_its_element(channel: Element, element: str) -> None:
    assert bool(channel.all("item")[0].all(element)) is (element not in SILENT)
