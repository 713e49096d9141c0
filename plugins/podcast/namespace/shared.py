"""The elements that both a channel and an item may have, made of `Extras` and people."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.podcast.model import (
    Chat,
    Extras,
    Person,
    Picture,
    Recipient,
    SocialInteract,
    TimeSplit,
    Value,
)
from plugins.podcast.namespace.feeds import remote_item
from plugins.podcast.namespace.node import Node, decimal, truth
from plugins.shared.site import Site


def person(found: Person, site: Site) -> Node:
    """`podcast:person`, with the picture and page that the site has of somebody."""
    img = site.absolute_media(found.image.path) if found.image is not None else found.img
    href = site.absolute(found.path) if found.path else found.href
    group = "" if found.group == "cast" else found.group
    attributes = {"role": found.role, "group": group, "img": img, "href": href}
    return Node(name="podcast:person", text=found.name, attributes=attributes)


def locations(extras: Extras) -> Iterator[Node]:
    for place in extras.locations:
        attributes = {
            "rel": place.rel,
            "geo": place.geo,
            "osm": place.osm,
            "country": place.country,
        }
        yield Node(name="podcast:location", text=place.name, attributes=attributes)


def license_(extras: Extras) -> Node | None:
    found = extras.license
    if found is None:
        return None
    return Node(name="podcast:license", text=found.name, attributes={"url": found.url})


def funding(extras: Extras) -> Iterator[Node]:
    for found in extras.funding:
        yield Node(name="podcast:funding", text=found.text, attributes={"url": found.url})


def texts(extras: Extras) -> Iterator[Node]:
    for found in extras.texts:
        yield Node(name="podcast:txt", text=found.text, attributes={"purpose": found.purpose})


def pictures(extras: Extras, site: Site) -> Iterator[Node]:
    """`podcast:image`; `aspect-ratio` is written with a hyphen."""
    for found in (*extras.pictures, *_wide(extras)):
        attributes = {
            "href": site.absolute_media(found.path),
            "alt": found.alt,
            "aspect-ratio": found.aspect_ratio,
            "width": str(found.width or ""),
            "height": str(found.height or ""),
            "type": found.type,
            "purpose": found.purpose,
        }
        yield Node(name="podcast:image", attributes=attributes)


def _wide(extras: Extras) -> Iterator[Picture]:
    image = extras.thumbnail
    if image is not None:
        yield Picture(path=image.path, alt=image.alt, aspect_ratio="16/9", width=image.width,
                      height=image.height, type=image.type)  # fmt: skip


def thumbnail(extras: Extras, site: Site) -> Node | None:
    """`media:thumbnail`, which video places read."""
    image = extras.thumbnail
    if image is None:
        return None
    attributes = {
        "url": site.absolute_media(image.path),
        "width": str(image.width),
        "height": str(image.height),
    }
    return Node(name="media:thumbnail", attributes=attributes)


def chat(found: Chat | None) -> Node | None:
    if found is None:
        return None
    attributes = {
        "server": found.server,
        "protocol": found.protocol,
        "accountId": found.account_id,
        "space": found.space,
    }
    return Node(name="podcast:chat", attributes=attributes)


def social(found: tuple[SocialInteract, ...]) -> Iterator[Node]:
    for post in found:
        attributes = {
            "protocol": post.protocol,
            "uri": post.uri,
            "accountId": post.account_id,
            "accountUrl": post.account_url,
            "priority": str(post.priority or ""),
        }
        yield Node(name="podcast:socialInteract", attributes=attributes)


def value(found: Value | None) -> Node | None:
    """`podcast:value` with its recipients, and the splits of its time."""
    if found is None:
        return None
    attributes = {"type": found.type, "method": found.method, "suggested": found.suggested}
    children = (*map(_recipient, found.recipients), *map(_split, found.splits))
    return Node(name="podcast:value", attributes=attributes, children=children)


def _recipient(found: Recipient) -> Node:
    attributes = {
        "name": found.name,
        "type": found.type,
        "address": found.address,
        "split": str(found.split),
        "customKey": found.custom_key,
        "customValue": found.custom_value,
        "fee": truth(is_so=True) if found.is_fee else "",
    }
    return Node(name="podcast:valueRecipient", attributes=attributes)


def _split(found: TimeSplit) -> Node:
    attributes = {
        "startTime": decimal(found.start.total_seconds()),
        "duration": decimal(found.duration.total_seconds()),
    }
    if found.remote is not None:
        attributes["remoteStartTime"] = decimal(found.remote_start.total_seconds())
        attributes["remotePercentage"] = str(found.remote_percentage or "")
    inner = () if found.remote is None else (remote_item(found.remote),)
    children = (*map(_recipient, found.recipients), *inner)
    return Node(name="podcast:valueTimeSplit", attributes=attributes, children=children)
