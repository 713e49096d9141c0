from __future__ import annotations

import gc
from datetime import timedelta
from pathlib import Path

from plugins.podcast.model import Cue
from plugins.podcast.transcripts.files import publish_transcript
from plugins.podcast.transcripts.read import Reading
from plugins.shared.media import Media

CUES = (
    Cue(
        start=timedelta(seconds=1),
        end=timedelta(seconds=7.5),
        text="Good morning, this is <The> Daily Dave, and it goes on & on for more than a line.",
        speaker="Smith & Sons",
    ),
    Cue(
        start=timedelta(hours=1), end=timedelta(hours=1, seconds=1), text="Yes.", speaker="A guest"
    ),
    Cue(
        start=timedelta(hours=2),
        end=timedelta(hours=2, seconds=1),
        text="Tom: that is me.",
        speaker="A guest",
    ),
)
EXPECTED = {
    "text/vtt": """WEBVTT

00:00:01.000 --> 00:00:07.500
<v Smith &amp; Sons>Good morning, this is &lt;The&gt; Daily Dave,
and it goes on &amp; on for more than a line.

01:00:00.000 --> 01:00:01.000
<v A guest>Yes.

02:00:00.000 --> 02:00:01.000
<v A guest>Tom: that is me.
""",
    "application/x-subrip": """1
00:00:01,000 --> 00:00:04,250
Smith & Sons: Good morning,
this is <The> Daily

2
00:00:04,250 --> 00:00:07,500
Dave, and it goes on &
on for more than a line.

3
01:00:00,000 --> 01:00:01,000
A guest: Yes.

4
02:00:00,000 --> 02:00:01,000
A guest: Tom: that is me.
""",
    "application/json": """{"version": "1.0.0", "segments": [
{"speaker": "Smith & Sons", "startTime": 1, "endTime": 7.5, "body": "Good morning, this is \
<The> Daily Dave, and it goes on & on for more than a line."},
{"speaker": "A guest", "startTime": 3600, "endTime": 3601, "body": "Yes."},
{"speaker": "A guest", "startTime": 7200, "endTime": 7201, "body": "Tom: that is me."}
]}
""",
    "text/html": """<cite>Smith &amp; Sons:</cite>
<time>00:00:01.000</time>
<p>Good morning, this is &lt;The&gt; Daily Dave, and it goes on &amp; on for more than a line.</p>
<cite>A guest:</cite>
<time>01:00:00.000</time>
<p>Yes.</p>
<cite>A guest:</cite>
<time>02:00:00.000</time>
<p>Tom: that is me.</p>
""",
}


def published(media: Media) -> dict[str, bytes]:
    return {item.path: item.source.read_bytes() for item in media}


def test_a_transcript_is_published_in_four_forms_in_this_order(tmp_path: Path) -> None:
    media = Media(tmp_path)

    found = publish_transcript(Reading(source=Path("a.srt"), cues=CUES), "075", "en-GB", media)

    assert found
    assert [(f.path[:11], f.path[19:], f.type) for f in found.files] == [
        ("/media/075-", ".vtt", "text/vtt"),
        ("/media/075-", ".srt", "application/x-subrip"),
        ("/media/075-", ".json", "application/json"),
        ("/media/075-", ".html", "text/html"),
    ]
    assert (found.language, found.path) == ("en-GB", found.files[0].path)
    bytes_of = published(media)
    assert {f.type: bytes_of[f.path].decode() for f in found.files} == EXPECTED


def test_cues_are_read_from_disk_when_somebody_asks(tmp_path: Path) -> None:
    found = publish_transcript(
        Reading(source=Path("a.srt"), cues=CUES), "075", "en", Media(tmp_path)
    )

    assert found
    assert (len(found.cues), tuple(found.cues)) == (3, CUES)
    assert (found.cues[-1], found.cues[:2]) == (CUES[-1], CUES[:2])
    assert all(cue not in gc.get_referents(found.cues) for cue in CUES)


def test_webvtt_of_the_author_is_published_byte_for_byte(tmp_path: Path) -> None:
    media = Media(tmp_path)
    content = b"\xef\xbb\xbfWEBVTT\r\n\r\nNOTE mine\r\n"

    found = publish_transcript(
        Reading(source=Path("a.vtt"), cues=CUES, webvtt=content), "075", "en", media
    )

    assert found
    assert published(media)[found.path] == content


def test_without_words_there_is_no_transcript(tmp_path: Path) -> None:
    media = Media(tmp_path)

    assert publish_transcript(None, "075", "en", media) is None
    assert publish_transcript(Reading(source=Path("a.vtt")), "075", "en", media) is None
    assert list(media) == []
