"""The voices of the show: each role has one, and a sentence becomes a clip of sound."""

from __future__ import annotations

import wave
from array import array
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from .errors import ProgramError
from .programs import run

RATE = 16_000
"""Samples a second, as flite's better voices speak."""

_SILENCE = 150
_MARGIN = RATE // 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A voice of flite: more `stretch` is slower, less `gain` is softer."""

    name: str
    stretch: float
    gain: float


_HOST = Voice(name="rms", stretch=1.04, gain=1.0)
_VISITOR = Voice(name="slt", stretch=1.1, gain=0.55)

VOICES = {"Dave": _HOST, "A guest": _VISITOR, "A listener": _VISITOR}


def speak(text: str, voice: Voice) -> array[int]:
    """Say a sentence and return its samples, without the silence around it."""
    with TemporaryDirectory(prefix="demo-audio-") as folder:
        path = Path(folder, "sentence.wav")
        stretch = f"duration_stretch={voice.stretch}"
        run(["flite", "-voice", voice.name, "--setf", stretch, "-t", text, "-o", str(path)])
        samples = _read_samples(path)
    return array("h", (round(sample * voice.gain) for sample in trim_silence(samples)))


def trim_silence(samples: array[int]) -> array[int]:
    """Cut the near-silence from both ends and leave a breath of it.

    >>> len(trim_silence(array("h", [0] * 9_000 + [500] * 100 + [0] * 9_000)))
    1700
    """
    loud = [index for index, sample in enumerate(samples) if abs(sample) > _SILENCE]
    if not loud:
        return samples[:0]
    return samples[max(0, loud[0] - _MARGIN) : loud[-1] + 1 + _MARGIN]


def _read_samples(path: Path) -> array[int]:
    with wave.open(str(path)) as sound:
        form = (sound.getframerate(), sound.getnchannels(), sound.getsampwidth())
        if form != (RATE, 1, 2):
            raise ProgramError(f"flite: spoke as {form}, not {(RATE, 1, 2)}. Choose another voice.")
        return array("h", sound.readframes(sound.getnframes()))
