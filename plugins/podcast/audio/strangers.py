"""What a file may be that is called a recording and is none that apps play: one row each."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Stranger:
    """A kind of file: what it is called, and how its first bytes look."""

    name: str
    begins: re.Pattern[bytes]


def _row(name: str, begins: bytes) -> Stranger:
    return Stranger(name=name, begins=re.compile(begins, re.DOTALL | re.IGNORECASE))


STRANGERS: tuple[Stranger, ...] = (
    # Sound
    _row("a WAV recording", rb"(RIFF|RIFX|RF64|BW64)....WAVE|riff\x2e\x91\xcf\x11"),
    _row("an AIFF recording", rb"FORM....AIF[FC]"),
    _row("raw AAC (ADTS)", rb"\xff[\xf0\xf1\xf8\xf9]|ADIF"),
    _row("a WMA recording", rb"\x30\x26\xb2\x75\x8e\x66\xcf\x11"),
    _row("a CAF recording", rb"caff\x00\x01"),
    _row("an AMR recording", rb"#!AMR"),
    _row("Speex in Ogg", rb"OggS.{24,40}Speex   "),
    _row("FLAC in Ogg", rb"OggS.{24,40}\x7fFLAC"),
    _row("Monkey's Audio", rb"MAC "),
    _row("WavPack", rb"wvpk"),
    _row("Musepack", rb"MPCK|MP\+"),
    _row("a recording of DSD", rb"DSD |FRM8"),
    _row("an AU recording", rb"\.snd"),
    _row("AC-3", rb"\x0b\x77"),
    _row("MIDI", rb"MThd"),
    # Films
    _row("a video (Matroska or WebM)", rb"\x1a\x45\xdf\xa3"),
    _row("a video (AVI)", rb"RIFF....AVI "),
    _row("a video (Flash)", rb"FLV\x01"),
    _row("a video (MPEG)", rb"\x00\x00\x01[\xba\xb3]|\x47.{187}\x47"),
    _row("a video (Theora)", rb"OggS.{24,40}\x80theora"),
    _row("a video (QuickTime)", rb"....(moov|mdat|wide|free|skip)"),
    # Pictures
    _row("a picture", rb"\xff\xd8\xff|\x89PNG|GIF8|RIFF....WEBP|....ftyp(avi[fs]|hei[cx]|mif1)"),
    # Others
    _row("a page of a website (HTML)", rb"(\xef\xbb\xbf)?\s*<(!doctype html|html|head|body)\b"),
    _row("XML", rb"(\xef\xbb\xbf)?\s*<\?xml"),
    _row("JSON", rb"(\xef\xbb\xbf)?\s*[{\[]\s*[\"{\[]"),
    _row("a pointer of Git LFS", rb"version https://git-lfs"),
    _row("a playlist", rb"(\xef\xbb\xbf)?(#EXTM3U|\[playlist\]|https?://)"),
    _row("a PDF", rb"%PDF"),
    _row("an archive", rb"PK\x03\x04|Rar!|7z\xbc\xaf|\x1f\x8b|BZh|\xfd7zXZ"),
)


def name_stranger(head: bytes) -> str:
    """Return what a file is that begins so, or nothing if that is not known.

    >>> name_stranger(b"RIFF....WAVEfmt ")
    'a WAV recording'
    """
    return next((stranger.name for stranger in STRANGERS if stranger.begins.match(head)), "")
