"""From samples to files that podcast apps play: even in loudness, small, repeatable."""

from __future__ import annotations

import json
from array import array
from pathlib import Path
from tempfile import TemporaryDirectory

from .programs import run
from .voices import RATE

TARGET_LOUDNESS = -16.0
"""In LUFS, what podcast directories ask for."""

_FFMPEG = ("ffmpeg", "-hide_banner", "-nostdin", "-nostats")
_SAMPLES = ("-f", "s16le", "-ar", str(RATE), "-ac", "1", "-i", "pipe:0")

# Speech has peaks far above its mean: tamed first, they let one plain gain reach the target.
# The limiter works at 48 kHz, where it sees the peaks that lie between flite's samples.
_EVEN = (
    "acompressor=threshold=-21dB:ratio=4:attack=5:release=80:makeup=2,"
    "aresample=48000,alimiter=limit=0.35:level=false"
)
_METER = "loudnorm=print_format=json"

_FORMATS = {
    ".mp3": ("-c:a", "libmp3lame", "-b:a", "40k", "-ar", "24000", "-id3v2_version", "3"),
    ".opus": ("-c:a", "libopus", "-b:a", "24k"),
}
# In dB: what the encoders take away (LAME scales its input by 0.95).
_LOSS = {".mp3": 0.45, ".opus": 0.15}
# No encoder's name and no random serial number, so that two runs give one file.
_REPEATABLE = ("-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact")


def encode(samples: array[int], suffix: str, tags: dict[str, str]) -> bytes:
    """Encode samples as `.mp3` or `.opus` at the target loudness."""
    sound = samples.tobytes()
    gain = TARGET_LOUDNESS - _measure(_SAMPLES, f"{_EVEN},{_METER}", sound) + _LOSS[suffix]
    labels = [part for key, value in tags.items() for part in ("-metadata", f"{key}={value}")]
    with TemporaryDirectory(prefix="demo-audio-") as folder:
        path = Path(folder, f"episode{suffix}")
        filters = ("-af", f"{_EVEN},volume={gain:.2f}dB")
        run(
            [*_FFMPEG, *_SAMPLES, *filters, *_FORMATS[suffix], *_REPEATABLE, *labels, str(path)],
            sound,
        )
        return path.read_bytes()


def measure_loudness(data: bytes) -> float:
    """Measure how loud an encoded file is, in LUFS."""
    return _measure(("-i", "pipe:0"), _METER, data)


def _measure(source: tuple[str, ...], filters: str, data: bytes) -> float:
    report = run([*_FFMPEG, *source, "-af", filters, "-f", "null", "-"], data)
    return float(json.loads(report[report.rindex("{") : report.rindex("}") + 1])["input_i"])
