"""What stands between the words of a cue: voices, tags, character references."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import groupby

from plugins.podcast.transcripts.text import tidy

_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?\s+(?P<name>[^<>]*)>|</v>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
# "3 < 5 and 5 > 3" is words, even where a browser would take the middle for a tag.
TAG = re.compile(r"</?[A-Za-z][^<>]*>|</?>|<[\d:.]+>")
_SRT_TAG = re.compile(r"</?(?:[biusvc]|font|ruby|rt|lang)(?:[\s.][^<>]*)?>", re.IGNORECASE)
_SRT_STYLE = re.compile(r"\{\\[^{}]*\}|\{/?[bius]\}", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#\d+|#[xX][\da-fA-F]+|[A-Za-z][A-Za-z\d]*);")
_ONLY_A_DASH = re.compile(r"\s*[-–—]?\s*")


def voices(raw: str) -> Iterator[tuple[str, str]]:
    """Yield who speaks and what, still with its other tags.

    >>> list(voices("<v Dave>Hello. <v A guest>Hi.</v> [laughter]"))
    [('Dave', 'Hello. '), ('A guest', 'Hi.'), ('', ' [laughter]')]
    """
    for speaker, spans in groupby(_spans(raw), lambda span: span[0]):
        yield speaker, "".join(text for _, text in spans)


def _spans(raw: str) -> Iterator[tuple[str, str]]:
    speaker, begin = "", 0
    for match in _VOICE.finditer(raw):
        if not _ONLY_A_DASH.fullmatch(raw, begin, match.start()):
            yield speaker, raw[begin : match.start()]
        speaker, begin = tidy(unescape(match["name"] or "")), match.end()
    if not _ONLY_A_DASH.fullmatch(raw, begin):
        yield speaker, raw[begin:]


def plain_webvtt(raw: str) -> str:
    """Return the words of a WebVTT cue, with its line breaks.

    >>> plain_webvtt("<i>R&amp;D</i>: 3 < 5<00:00:01.000><c> and</c> more")
    'R&D: 3 < 5 and more'
    """
    return unescape(TAG.sub("", _BREAK.sub("\n", raw)))


def plain_srt(raw: str) -> str:
    r"""Return the words of an SRT cue, with its line breaks.

    >>> plain_srt(r"{\an8}<i>R&amp;D</i>: 3 < 5 > 2 & so on")
    'R&D: 3 < 5 > 2 & so on'
    """
    text = _SRT_STYLE.sub("", _SRT_TAG.sub("", _BREAK.sub("\n", raw)))
    return _REFERENCE.sub(lambda match: unescape(match[0]), text)


def protect_srt(text: str) -> str:
    """Write words so that no reader takes them for the marks that `plain_srt` removes.

    >>> protect_srt("<3 R&D & <b>"), protect_srt("&lt;")
    ('<3 R&D & &lt;b>', '&amp;lt;')
    """
    text = _REFERENCE.sub(lambda match: f"&amp;{match[0][1:]}", text)
    for mark in (_SRT_TAG, _BREAK):
        text = mark.sub(lambda match: f"&lt;{match[0][1:]}", text)
    return _SRT_STYLE.sub(lambda match: f"&#123;{match[0][1:]}", text)
