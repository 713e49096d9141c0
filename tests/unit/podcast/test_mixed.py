from __future__ import annotations

from lxml import etree

from plugins.podcast.feed import Part
from plugins.podcast.mixed import set_apart
from plugins.podcast.model import Extras, Person, Recipient, Show, Txt, Value
from tests.unit.builders import make_episode, make_show, render_feed

PODCAST = "{https://podcastindex.org/namespace/1.0}"


def money(name: str) -> Value:
    recipient = Recipient(type="lnaddress", address=f"{name}@example.org", split=1, name=name)
    return Value(type="lightning", method="lnaddress", recipients=(recipient,))


def show_of(name: str) -> Show:
    extras = Extras(value=money(name), texts=(Txt(text=name, purpose="verify"),))
    return make_show(key=name, title=name, hosts=(Person(name=name),), extras=extras)


def told(show: Show, *shows: Show) -> list[tuple[str, list[str], list[str]]]:
    """Return the persons and recipients of the channel and of each item of a part's feed."""
    episodes = [make_episode(guid=own.key, show=own, persons=own.persons) for own in shows]
    part = Part(title="Trust", description="", path="/tags/trust/", is_open=False, image=None,
                feed_path="/tags/trust/podcast.xml", guid=show.guid)  # fmt: skip
    feed = etree.fromstring(render_feed(*set_apart(show, episodes), part))
    channel = feed[0]
    return [
        (
            node.findtext("guid") or "channel",
            [person.text or "" for person in node.findall(f"{PODCAST}person")],
            [str(found.get("name")) for found in node.iterfind(f"{PODCAST}value/*")],
        )
        for node in (channel, *channel.findall("item"))
    ]


def test_an_item_of_another_show_has_its_own_hosts_and_recipients() -> None:
    ann, bob = show_of("ann"), show_of("bob")

    assert told(ann, ann, bob) == [
        ("channel", [], []),
        ("ann", ["ann"], ["ann"]),
        ("bob", ["bob"], ["bob"]),
    ]


def test_an_item_of_a_show_without_hosts_and_recipients_has_none() -> None:
    assert told(show_of("ann"), make_show(key="bob"), show_of("ann"))[1:] == [
        ("ann", ["ann"], ["ann"]),
        ("bob", [], []),
    ]


def test_a_podcast_of_one_show_says_once_what_is_true_of_all() -> None:
    ann = show_of("ann")

    assert told(ann, ann) == [("channel", ["ann"], ["ann"]), ("ann", [], [])]


def test_no_item_repeats_a_proof_of_ownership() -> None:
    ann, bob = show_of("ann"), show_of("bob")

    _, (episode,) = set_apart(ann, [make_episode(show=bob)])

    assert episode.extras.texts == ()
