"""The channel: what a show must say of itself, and how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from uuid import UUID, uuid5

from plugins.podcast.guid import NAMESPACE, podcast_guid
from plugins.podcast.judge.checks import has, matches, one_of, quoted
from plugins.podcast.judge.rule import Fault, error, warning
from plugins.podcast.judge.tree import Node, Place
from plugins.podcast.values.languages import language_fault
from plugins.shared.rules import Source

DESCRIPTION_LIMIT = 4000  # bytes; Apple and PSP-1
_SEPARATORS = re.compile(r"[|,;•·/]| [-–—] ")
_MANY, _LONG = 3, 500
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_ADDRESS = r"[^@\s()<>]+@[^@\s()<>]+\.[^@\s()<>]+"
_COPYRIGHT = re.compile(r"copyright|©|\(c\)|℗|\b(?:19|20)\d\d\b", re.IGNORECASE)
_UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"


def _stuffed(node: Node, _: Place) -> Iterator[Fault]:
    if len(_SEPARATORS.findall(node.value)) >= _MANY:
        what = "the title reads like a list of keywords, for which Apple refuses shows."
        yield Fault(what=what, todo="Let it be the name of the show and nothing else.")


def _link(node: Node, place: Place) -> Iterator[Fault]:
    own = {link.get("href") for link in place.feed.self_links[:_MANY]} | {place.feed.url}
    if node.value and node.value in own:
        what = "the link of the channel leads to the feed itself."
        yield Fault(what=what, todo="Write the address of the show's page.")


def too_long(node: Node, _: Place) -> Iterator[Fault]:
    """Ask that a description has no more bytes than Apple takes."""
    length = len(node.value.encode())
    if length > DESCRIPTION_LIMIT:
        what = f"the description has {length} bytes; the limit is {DESCRIPTION_LIMIT}."
        yield Fault(what=what, todo="Shorten it; other letters than a-z have two bytes or more.")


def _description_markup(node: Node, _: Place) -> Iterator[Fault]:
    found = _TAG.search(node.value)
    if found:
        what = f"the description of the channel holds {quoted(found[0])}."
        yield Fault(what=what, todo="Write plain text: many apps show tags as they stand.")


def _language(node: Node, _: Place) -> Iterator[Fault]:
    fault = language_fault(node.value) if node.value else ""
    if fault:
        yield Fault(what=f"the language {fault}", todo="Write a code such as en or en-GB.")


def _owner(node: Node, _: Place) -> Iterator[Fault]:
    email = node.value_of("itunes:email")
    if not email:
        what = "itunes:owner has no itunes:email."
        yield Fault(what=what, todo="Add the address that directories write to.")
    elif not re.fullmatch(_ADDRESS, email):
        what = f"itunes:email is {quoted(email)}, no address of mail."
        child = node.first("itunes:email")
        yield Fault(what=what, todo="Correct it.", line=child.line if child else 0)


def _author_address(node: Node, _: Place) -> Iterator[Fault]:
    if re.search(_ADDRESS, node.value[:_LONG]):
        what = "itunes:author holds an address of mail."
        yield Fault(what=what, todo="Write the name of a person or a company.")


def _copyright(node: Node, _: Place) -> Iterator[Fault]:
    found = _COPYRIGHT.search(node.value)
    if found:
        what = f"copyright holds {found[0]!r}, which apps add by themselves."
        yield Fault(what=what, todo="Write only whom it belongs to.")


def _retired(node: Node, _: Place) -> Iterator[Fault]:
    yield Fault(what=f"{node.name} is retired; Apple drops it.", todo="Remove it.")


def _same_title(node: Node, place: Place) -> Iterator[Fault]:
    if node.value and node.value == place.node.value_of("title"):
        what = "itunes:title says the same as title."
        yield Fault(what=what, todo="Leave it out unless it differs.")


def _new_feed(node: Node, place: Place) -> Iterator[Fault]:
    given, own = node.value, place.feed.own_url
    if re.search(r"\.(?:xml|rss)/$", given):
        what = f"itunes:new-feed-url {quoted(given)} has a slash behind a file name."
        yield Fault(what=what, todo="Write the address exactly as it is.")
    elif own and given != own:  # its own is what a feed says for long after it moved
        what = f"itunes:new-feed-url sends every subscriber away, to {quoted(given)}."
        yield Fault(what=what, todo="Remove it, unless the show moves there now.")


def _guid_version(node: Node, _: Place) -> Iterator[Fault]:
    if re.fullmatch(_UUID, node.value) and UUID(node.value).version != 5:  # noqa: PLR2004
        what = f"podcast:guid is {quoted(node.value)}, a UUID of another version than 5."
        yield Fault(what=what, todo="Leave it if apps know the show by it; else make a new one.")


def _guid_seed(node: Node, place: Place) -> Iterator[Fault]:
    """Recognise a guid that was made of the feed's address in a wrong way."""
    links = place.feed.self_links[:_MANY]
    urls = {place.feed.url, *(link.get("href") for link in links)} - {""}
    for url in sorted(urls):
        bare = url.partition("://")[2]
        plain = bare.rstrip("/")
        wrong = {
            f"{plain}/": "a slash at its end",
            **dict.fromkeys((url, url.rstrip("/"), f"https://{plain}", f"http://{plain}"),
                            "its scheme"),
        }  # fmt: skip
        for seed, reason in wrong.items():
            if str(uuid5(NAMESPACE, seed)) == node.value:
                right = podcast_guid(url)
                what = f"podcast:guid was made of the address with {reason}."
                todo = f"It should have been {right}; if apps know the show by this, leave it."
                yield Fault(what=what, todo=todo)
                return


YES = one_of(("true", "false"))
RULES = (
    error("channel-title", Source.RSS, "A channel has a title.", "feed",
          has("title", "Write the name of the show.")),
    warning("channel-title-words", Source.APPLE, "The title is the name of the show.",
            "channel/title", _stuffed),
    error("channel-link", Source.RSS, "A channel has a link.", "feed",
          has("link", "Write the address of the show's page.")),
    error("channel-link-page", Source.RSS, "The link is that of the show's page.",
          "channel/link", _link),
    error("channel-description", Source.RSS, "A channel has a description.", "feed",
          has("description", "Say in a few sentences what the show is about.")),
    error("channel-description-length", Source.APPLE, "A description has at most 4000 bytes.",
          "channel/description", too_long),
    warning("channel-description-markup", Source.RSS, "The channel's description is plain text.",
            "channel/description", _description_markup),
    error("channel-language", Source.APPLE, "A channel has a language.", "feed",
          has("language", "Write a code such as en or en-GB.")),
    error("channel-language-code", Source.RSS, "The language is a code of ISO 639.", "language",
          _language),
    error("channel-explicit", Source.APPLE, "A channel says whether it is explicit.", "feed",
          has("itunes:explicit", "Write true or false.")),
    error("explicit-word", Source.APPLE, "itunes:explicit is true or false.", "itunes:explicit",
          YES),
    warning("channel-author", Source.SPOTIFY, "A channel has an author.", "feed",
            has("itunes:author", "Write the name of a person or a company.")),
    warning("author-name", Source.APPLE, "An author is a name.", "itunes:author",
            _author_address),
    error("owner-mail", Source.APPLE, "An owner has an address of mail.", "itunes:owner", _owner),
    error("show-type", Source.APPLE, "itunes:type is episodic or serial.", "itunes:type",
          one_of(("episodic", "serial"))),
    warning("block-word", Source.APPLE, "itunes:block is Yes or not there.", "itunes:block",
            matches("[Yy]es", "Write Yes, or leave it out: another word does nothing.")),
    warning("complete-word", Source.APPLE, "itunes:complete is Yes or not there.",
            "itunes:complete",
            matches("[Yy]es", "Write Yes, or leave it out: another word does nothing.")),
    warning("copyright-form", Source.PSP, "copyright names its owner and nothing else.",
            "copyright", _copyright),
    warning("itunes-retired", Source.APPLE, "Retired elements are gone.",
            "itunes:keywords itunes:summary itunes:subtitle itunes:order itunes:isClosedCaptioned",
            _retired),
    warning("title-twice", Source.APPLE, "itunes:title differs from title.", "itunes:title",
            _same_title),
    warning("new-feed-url", Source.APPLE, "itunes:new-feed-url is there while a show moves.",
            "itunes:new-feed-url", _new_feed),
    warning("channel-guid", Source.PSP, "A channel has a podcast:guid.", "feed",
            has("podcast:guid", "Make one of the feed's address, once and for ever.")),
    error("channel-guid-form", Source.NAMESPACE, "podcast:guid is a UUID in small letters.",
          "podcast:guid",
          matches(_UUID, "Write a UUIDv5 in small letters, made once of the feed's address.")),
    warning("channel-guid-version", Source.NAMESPACE, "podcast:guid is a UUID of version 5.",
            "podcast:guid", _guid_version),
    warning("channel-guid-seed", Source.NAMESPACE,
            "podcast:guid is made of the address without scheme and last slash.",
            "podcast:guid", _guid_seed),
    warning("channel-locked", Source.PSP, "A channel says whether it is locked.", "feed",
            has("podcast:locked", "Write yes: then no host takes it over unasked.")),
    error("locked-word", Source.NAMESPACE, "podcast:locked is yes or no.", "podcast:locked",
          one_of(("yes", "no"))),
)  # fmt: skip
