"""What the podcast namespace lets a show or an episode say beside the sound itself.

Limits and meanings are those of the namespace's specification of each element.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from plugins.shared.images import Image


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """`podcast:location`: what a show is about (`subject`) or where it is made (`creator`).

    `geo` is a geo URI (RFC 5870), `osm` an OpenStreetMap object, `country` ISO 3166-1 alpha-2.
    """

    name: str
    rel: str = ""
    geo: str = ""
    osm: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class License:
    """`podcast:license`: a lower-case identifier, or a name of one's own with its address."""

    name: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding:
    """`podcast:funding`: where listeners can give."""

    url: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Txt:
    """`podcast:txt`: free text for machines, such as a proof of ownership."""

    text: str
    purpose: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """`podcast:image`: a further picture; `path` is a site path or an address."""

    path: str
    alt: str = ""
    aspect_ratio: str = ""
    width: int | None = None
    height: int | None = None
    type: str = ""
    purpose: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteItem:
    """`podcast:remoteItem`: another show, or an episode of it."""

    feed_guid: str
    feed_url: str = ""
    item_guid: str = ""
    medium: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """`podcast:valueRecipient`: who gets which part of what listeners send."""

    type: str
    address: str
    split: int
    name: str = ""
    custom_key: str = ""
    custom_value: str = ""
    is_fee: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSplit:
    """`podcast:valueTimeSplit`: other recipients for a while, or a remote item's."""

    start: timedelta
    duration: timedelta
    recipients: tuple[Recipient, ...] = ()
    remote: RemoteItem | None = None
    remote_start: timedelta = timedelta()
    remote_percentage: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """`podcast:value`: how listeners can send money while they listen."""

    type: str
    method: str
    suggested: str = ""
    recipients: tuple[Recipient, ...] = ()
    splits: tuple[TimeSplit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """`podcast:chat`: where listeners talk."""

    server: str
    protocol: str
    account_id: str = ""
    space: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SocialInteract:
    """`podcast:socialInteract`: the post whose answers are the comments."""

    protocol: str
    uri: str = ""
    account_id: str = ""
    account_url: str = ""
    priority: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateFrequency:
    """`podcast:updateFrequency`: how often episodes come; `rrule` per RFC 5545."""

    text: str
    rrule: str = ""
    dtstart: str = ""
    is_complete: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentLink:
    """`podcast:contentLink`: the same thing somewhere else."""

    url: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """RSS `category`: free words, and whose vocabulary they are from."""

    text: str
    domain: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """What both a show and an episode may say; an episode's words win over its show's."""

    locations: tuple[Location, ...] = ()
    license: License | None = None
    funding: tuple[Funding, ...] = ()
    value: Value | None = None
    texts: tuple[Txt, ...] = ()
    pictures: tuple[Picture, ...] = ()
    chat: Chat | None = None
    social: tuple[SocialInteract, ...] = ()
    thumbnail: Image | None = None
