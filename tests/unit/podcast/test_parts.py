from __future__ import annotations

from pathlib import Path

from plugins.podcast.parts import make_part
from tests.unit.builders import (
    make_collection,
    make_entry,
    make_episode,
    make_image,
    make_run,
    make_show,
    picture,
    write,
)


def test_a_part_has_its_own_title_and_feed_and_the_channel_of_the_first_show_in_it(
    tmp_path: Path,
) -> None:
    run = make_run(tmp_path)
    cover = write(run.content / "images" / "cover.jpg", picture(1400, 1400))
    image = make_image(source=cover)
    first, second = (make_show(key=key, title=key, image=image) for key in ("one", "two"))
    newest = make_episode(show=second, guid="b")
    episodes = [newest, make_episode(show=first, guid="a")]
    tag = make_collection(
        *(make_entry(episode=episode) for episode in episodes), make_entry(), summary="Of trust."
    )

    channel, items, part = make_part(tag, [make_show(key="none"), first, second], "guid", run)

    assert channel.key == "one"
    assert [episode.guid for episode in items] == ["b", "a"]
    assert (part.title, part.description, part.guid) == ("Trust", "Of trust.", "guid")
    assert (part.path, part.feed_path) == ("/tags/trust/", "/tags/trust/podcast.xml")
    assert part.image
    assert part.image.alt == "one: Trust"
