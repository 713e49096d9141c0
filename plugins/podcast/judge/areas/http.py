"""How a feed is served, and, where they were asked for, its art and its audio."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from plugins.podcast.judge.answer import Answer
from plugins.podcast.judge.areas.enclosure import TYPES, ending_of
from plugins.podcast.judge.areas.urls import host_of, is_private
from plugins.podcast.judge.checks import quoted
from plugins.podcast.judge.rule import Fault, Find, error, warning
from plugins.podcast.judge.tree import Node, Place
from plugins.shared.rules import Source

_XML = frozenset(["application/rss+xml", "application/xml", "text/xml"])
_PICTURES = {"jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png"}
_FOR_EVER = frozenset([301, 308])
_OK, _NOT_MODIFIED, _LARGE = 200, 304, 1_000_000


def _served(ask: Callable[[Answer, Place], Iterator[Fault]]) -> Find:
    """Return a function that asks something of the answer, if there was one."""

    def find(_: Node, place: Place) -> Iterator[Fault]:
        answer = place.feed.answer
        if answer is not None:
            yield from ask(answer, place)

    return find


def _type(answer: Answer, _: Place) -> Iterator[Fault]:
    if answer.type not in _XML:
        said = f"as {quoted(answer.type)}" if answer.type else "without a type"
        yield Fault(
            what=f"it is served {said}.",
            todo="Serve it as application/rss+xml; charset=utf-8.",
            line=1,
        )


def _charset(answer: Answer, place: Place) -> Iterator[Fault]:
    said = answer.headers.get("content-type", "").lower().partition("charset=")[2].strip(' "')
    encoding = place.feed.document.encoding
    if said and encoding and said.replace("-", "") != encoding.replace("-", ""):
        what = f"it is served with the charset {quoted(said)}, and is in {encoding.upper()}."
        yield Fault(what=what, todo="Serve it with charset=utf-8.", line=1)


def _redirect(answer: Answer, _: Place) -> Iterator[Fault]:
    passing = [status for status in answer.redirects if status not in _FOR_EVER]
    if passing:
        what = f"it is redirected with the status {passing[0]}, which apps do not remember."
        todo = f"Answer with 301, or hand out {quoted(answer.url)}."
        yield Fault(what=what, todo=todo, line=1)


def _caching(answer: Answer, _: Place) -> Iterator[Fault]:
    if not (answer.headers.get("etag") or answer.headers.get("last-modified")):
        what = "it is served with neither ETag nor Last-Modified, and fetched whole every time."
        yield Fault(what=what, todo="Let the server send one of them.", line=1)


def _again(answer: Answer, _: Place) -> Iterator[Fault]:
    if answer.again not in {None, _NOT_MODIFIED}:
        said = f"said {answer.again}, not 304" if answer.again else "did not answer"
        what = f"asked whether it had changed, the server {said}."
        yield Fault(what=what, todo="Let it honour If-None-Match and If-Modified-Since.", line=1)


def _head(answer: Answer, _: Place) -> Iterator[Fault]:
    if answer.head not in {None, _OK}:
        said = f"said {answer.head}" if answer.head else "did not answer"
        what = f"asked for the headers alone, the server {said}."
        yield Fault(what=what, todo="Let HEAD answer as GET does.", line=1)


def _secure(answer: Answer, _: Place) -> Iterator[Fault]:
    is_open = urlsplit(answer.url).scheme == "http"
    if is_open and not is_private(host_of(answer.url)):
        yield Fault(what="it is served without encryption.", todo="Serve it with https.", line=1)


def _compressed(answer: Answer, place: Place) -> Iterator[Fault]:
    size = place.feed.document.size
    if size > _LARGE and not answer.headers.get("content-encoding"):
        what = f"{size / 1_000_000:.1f} MB are sent as they are."
        yield Fault(what=what, todo="Let the server compress it.", line=1)


def _asked(node: Node, place: Place, attribute: str) -> Answer | None:
    return place.feed.files.get(node.get(attribute))


def _missing(attribute: str) -> Find:
    def find(node: Node, place: Place) -> Iterator[Fault]:
        answer = _asked(node, place, attribute)
        if answer is not None and answer.status != _OK:
            said = f"answers with {answer.status}" if answer.status else "does not answer"
            what = f"{node.name} {quoted(node.get(attribute))} {said}."
            yield Fault(what=what, todo="Bring the file there, and let HEAD find it.")

    return find


def _art_type(node: Node, place: Place) -> Iterator[Fault]:
    answer = _asked(node, place, "href")
    right = _PICTURES.get(ending_of(node.get("href")), "")
    if answer and answer.status == _OK and right and answer.type != right:
        what = f"itunes:image is served as {quoted(answer.type)}, its name says {right}."
        yield Fault(what=what, todo="Let name and picture be the same.")


def _audio(node: Node, place: Place) -> Iterator[Fault]:
    answer = _asked(node, place, "url")
    if answer is None or answer.status != _OK:
        return
    length = answer.headers.get("content-length", "")
    if length and length != node.get("length"):
        what = f"the enclosure is said to have {node.get('length')} bytes, and has {length}."
        yield Fault(what=what, todo="Write the length that it has.")
    right = TYPES.get(ending_of(node.get("url")), ())
    if right and answer.type not in right:
        what = f"the enclosure is served as {quoted(answer.type)}."
        yield Fault(what=what, todo=f"Serve it as {right[0]}.")
    if answer.headers.get("accept-ranges", "").lower() != "bytes":
        what = "the server of the enclosure does not say that it sends parts."
        yield Fault(what=what, todo="Let it answer Range with 206: apps jump and resume.")


RULES = (
    warning("http-type", Source.RSS, "A feed is served as RSS or XML.", "answer", _served(_type)),
    warning("http-charset", Source.RFC_9110, "The charset served is that of the document.",
            "answer", _served(_charset)),
    warning("http-redirect", Source.APPLE, "A feed that moved is redirected for ever.", "answer",
            _served(_redirect)),
    warning("http-cache", Source.APPLE, "A feed is served with ETag or Last-Modified.", "answer",
            _served(_caching)),
    warning("http-again", Source.RFC_9110, "A feed that has not changed is not sent again.",
            "answer", _served(_again)),
    warning("http-head", Source.RFC_9110, "HEAD answers as GET does.", "answer", _served(_head)),
    warning("http-secure", Source.NAMESPACE, "A feed is served with https.", "answer",
            _served(_secure)),
    warning("http-compression", Source.OURS, "A large feed is sent compressed.", "answer",
            _served(_compressed)),
    error("feed-art-there", Source.APPLE, "Art is where the feed says.", "itunes:image",
          _missing("href")),
    error("feed-art-served", Source.APPLE, "Art is served as what its name says.", "itunes:image",
          _art_type),
    error("enclosure-there", Source.APPLE, "Audio is where the feed says.", "item/enclosure",
          _missing("url")),
    error("enclosure-served", Source.APPLE, "Audio is served as the feed says, in parts too.",
          "item/enclosure", _audio),
)  # fmt: skip
