"""Recordings in every form that encoders and taggers leave them in, and how long they really play.

The small files of `tests/data/audio` were encoded from tones and noise of an exact length.
"""

from __future__ import annotations

import io
import struct
import subprocess
from pathlib import Path

from plugins.podcast.audio.mpeg import parse_header
from tests.unit.builders import DATA

AUDIO = DATA / "audio"
VBR = (AUDIO / "vbr-stereo-44100.mp3").read_bytes()
CBR = (AUDIO / "cbr-mono-8000.mp3").read_bytes()
ABR = (AUDIO / "abr-mono-22050.mp3").read_bytes()
SECONDS = 3

# Half a second of noise, half a second of near silence: what VBR is made for.
NOISE = "if(lt(mod(t\\,1)\\,0.5)\\,0.4*sin(2*PI*(200+900*t)*t)*random(0)\\,0.001)"


class Counting(io.BytesIO):
    """A file that counts what is read of it."""

    count = 0

    def read(self, size: int | None = -1) -> bytes:
        found = super().read(size)
        self.count += len(found)
        return found


def encode(
    path: Path, *options: str, rate: int = 44_100, channels: int = 2, seconds: float = 12
) -> Path:
    """Make a recording of so many seconds with ffmpeg; its name says in which format."""
    layout = "mono" if channels == 1 else "stereo"
    source = f"aevalsrc='{NOISE}':s={rate}:d={seconds}:c={layout}"
    run_ffmpeg("-f", "lavfi", "-i", source, *options, str(path))
    return path


def speak(path: Path, *options: str, times: int) -> Path:
    """Make a recording of speech with ffmpeg, so many times half a minute long."""
    speech = str(DATA / "thirty-seconds.mp3")
    run_ffmpeg("-stream_loop", str(times - 1), "-i", speech, *options, str(path))
    return path


def run_ffmpeg(*options: str) -> bytes:
    command = ["ffmpeg", "-v", "error", "-y", *options]
    return subprocess.run(command, check=True, capture_output=True).stdout


def decoded_seconds(path: Path) -> float:
    """Return how long a recording plays: all its samples, decoded and counted."""
    rate = 48_000
    samples = run_ffmpeg(
        "-i", str(path), "-map", "0:a", "-ac", "1", "-ar", str(rate), "-f", "u8", "-"
    )
    return len(samples) / rate


def frame_at(mp3: bytes, place: int = 0) -> bytes:
    header = parse_header(mp3[place : place + 4])
    assert header
    return mp3[place : place + header.length_bytes]


def frames_of(mp3: bytes) -> list[bytes]:
    """Return the frames of an MP3 without tags, its header among them."""
    found, place = [], 0
    while place < len(mp3):
        found.append(frame_at(mp3, place))
        place += len(found[-1])
    return found


def without_header(mp3: bytes) -> bytes:
    """Return the sound alone: what streams and some editors write."""
    return mp3[len(frame_at(mp3)) :]


def with_vbri(mp3: bytes, frames: int = 0) -> bytes:
    """Return the same sound with Fraunhofer's header, which no free encoder writes."""
    sound = frames_of(mp3)[1:]
    body = b"".join(sound)
    first = bytearray(max(sound, key=len))
    first[36:] = bytes(len(first) - 36)
    length = len(first) + len(body)
    numbers = struct.pack(">4sHHHII", b"VBRI", 1, 0x464, 75, length, frames or len(sound))
    numbers += struct.pack(">HHHH", 1, 1, 2, len(sound))
    first[36 : 36 + len(numbers) + 2] = numbers + struct.pack(">H", len(body) & 0xFFFF)
    return bytes(first) + body


def id3v2(size: int = 200, version: int = 4, *, footer: bool = False) -> bytes:
    """Return a tag with nothing but padding."""
    length = bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
    rest = bytes([version, 0, 0x10 if footer else 0]) + length
    return b"ID3" + rest + bytes(size) + (b"3DI" + rest if footer else b"")


def id3v1(title: str = "A tide") -> bytes:
    return b"TAG" + title.encode().ljust(125, b"\0")


def apev2(*, header: bool = True) -> bytes:
    """Return a tag with one item."""
    item = struct.pack("<II", 6, 0) + b"Title\0A tide"
    size, flags = len(item) + 32, 0x80000000 if header else 0
    ends = struct.pack("<8sIII", b"APETAGEX", 2000, size, 1)
    front = ends + struct.pack("<I", flags | 0x20000000) + bytes(8)
    return (front if header else b"") + item + ends + struct.pack("<I", flags) + bytes(8)


def lyrics3() -> bytes:
    """Return a tag that stands before ID3v1."""
    words = b"LYRICSBEGININD0000210LYR00005Words"
    return words + b"%06dLYRICS200" % len(words)


def lyrics3_of_old() -> bytes:
    return b"LYRICSBEGIN" + b"Words " * 20 + b"LYRICSEND"
