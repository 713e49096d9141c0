"""How loud a recording is: measured by ffmpeg as EBU R 128 says, judged as podcast apps ask for it.

Apple Podcasts, "Audio requirements": -16 LUFS, give or take 1 dB, and true peaks of at most
-1 dBTP. Two loudspeakers make a mono file 3 dB louder than meters say, so -19 LUFS is common for
mono; AES TD1008 asks for -18 LUFS where speech is measured.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from plugins.shared.files import sha256_of
from plugins.shared.kept import Kept
from plugins.shared.problems import Problem, Severity, split_sentence

TARGET = -16.0  # LUFS
LOUDEST = -15.0
QUIETEST = -17.0
QUIETEST_MONO = -20.0
HIGHEST_PEAK = -1.0  # dBTP
# ITU-R BS.1770 gates out what is below; where nothing is above, that is what a meter shows.
_GATE = -70.0
_FAINT = -50.0  # dBTP: no peak of a voice is below
_TIMEOUT = 600  # seconds: an hour of sound takes about ten
# The filter's own level hides ten lines for each second of sound in every version of ffmpeg.
_FILTER = "ebur128=peak=true:framelog=verbose"
_FOLDER, _ENDING = "loudness", ".json"
_NUMBER = r"(?P<number>-?(?:\d+(?:\.\d+)?|inf|nan))"
_INTEGRATED = re.compile(rf"^\s*I:\s*{_NUMBER} LUFS", re.MULTILINE)
_PEAK = re.compile(rf"^\s*Peak:\s*{_NUMBER} dBFS", re.MULTILINE)
_MONO = re.compile(r"^ *Stream #.*: Audio: .* Hz, (?:mono|1 channels)\b", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loudness:
    """What a meter shows: loudness of the whole in LUFS, the highest true peak in dBTP.

    `peak` is None in digital silence.
    """

    integrated: float
    peak: float | None
    is_mono: bool


def read_ffmpeg_version() -> str:
    """Return what ffmpeg calls itself, or nothing if there is none that runs."""
    try:
        said = subprocess.run(
            ["ffmpeg", "-version"], capture_output=True, text=True, check=True, timeout=_TIMEOUT
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return said.stdout.partition(" Copyright")[0].strip()


def recall_loudness(path: Path, version: str, cache: Path) -> Loudness | None:
    """Return what this version of ffmpeg measured of these very bytes, if it did."""
    return Kept(cache / _FOLDER).recall(_key(path, version), _ENDING, _load)


def _load(text: bytes) -> Loudness:
    row = json.loads(text)
    peak = row["peak"]
    return Loudness(
        integrated=float(row["integrated"]),
        peak=None if peak is None else float(peak),
        is_mono=bool(row["is_mono"]),
    )


def measure_loudness(path: Path, version: str, cache: Path) -> Loudness:
    """Listen to a recording from its first to its last second, and remember what was heard.

    Raises:
        ValueError: with a whole sentence, if ffmpeg does not play it.
    """
    found = parse_loudness(_listen(path))
    text = json.dumps(asdict(found), sort_keys=True)
    Kept(cache / _FOLDER).remember(_key(path, version), _ENDING, text.encode())
    return found


def _key(path: Path, version: str) -> str:
    about = f"{version}\0{_FILTER}\0{sha256_of(path)}"
    return hashlib.sha256(about.encode()).hexdigest()


def _listen(path: Path) -> str:
    # With `file:` no name is taken for a flag or a protocol.
    source = ["-i", f"file:{path}", "-map", "0:a:0"]
    command = ["ffmpeg", "-hide_banner", "-nostdin", "-nostats", "-loglevel", "info"]
    command += [*source, "-af", _FILTER, "-f", "null", "-"]
    environment = {name: text for name, text in os.environ.items() if name != "FFREPORT"}
    try:
        heard = subprocess.run(
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=environment | {"AV_LOG_FORCE_NOCOLOR": "1", "LC_ALL": "C"},
            encoding="utf-8",
            errors="replace",
            timeout=_TIMEOUT,
            check=True,
        )
    except subprocess.TimeoutExpired as error:
        what = f"ffmpeg listened to it for {_TIMEOUT // 60} minutes and did not reach its end."
        raise ValueError(f"{what} Export the recording again.") from error
    except (OSError, subprocess.CalledProcessError) as error:
        raise ValueError("ffmpeg cannot play it. Export the recording again.") from error
    return heard.stderr


def parse_loudness(said: str) -> Loudness:
    """Read the summary that the filter writes at its end.

    Raises:
        ValueError: with a whole sentence, if there is none.
    """
    head, _, summary = said.rpartition("Summary:")
    integrated, peak = _INTEGRATED.search(summary), _PEAK.search(summary)
    if integrated is None or peak is None or math.isnan(float(integrated["number"])):
        raise ValueError("ffmpeg does not say how loud it is. Install a newer ffmpeg.")
    highest = float(peak["number"])
    return Loudness(
        integrated=max(float(integrated["number"]), _GATE),
        peak=highest if math.isfinite(highest) else None,
        is_mono=_MONO.search(head) is not None,
    )


def tell_unheard(error: ValueError, where: str) -> Problem:
    """Return why nobody knows how loud a recording is."""
    what, todo = split_sentence(error)
    severity = Severity.WARNING
    return Problem(where=where, what=what, todo=todo, severity=severity, rule="audio-heard")


def find_loudness_faults(heard: Loudness, where: str) -> Iterator[Problem]:
    """Yield what listeners would notice; none of it stops a build."""

    def warning(rule: str, what: str, todo: str) -> Problem:
        return Problem(where=where, what=what, todo=todo, severity=Severity.WARNING, rule=rule)

    peak = -math.inf if heard.peak is None else heard.peak
    if heard.integrated <= _GATE and peak < _FAINT:
        what = "there is nothing to be heard in it."
        yield warning("audio-silence", what, "Listen to it, and export it again.")
        return
    if heard.integrated > _GATE and (fault := _volume_fault(heard)):
        todo = f"Bring it to {TARGET:.0f} LUFS before you publish it."
        yield warning("audio-loudness", fault, todo)
    if peak > HIGHEST_PEAK:
        end = "they are clipped" if peak >= 0 else "some players distort them"
        what = f"its peaks reach {peak:+.1f} dBTP: {end}."
        todo = f"Limit them to {HIGHEST_PEAK:.0f} dBTP before you publish it."
        yield warning("audio-peak", what, todo)


def _volume_fault(heard: Loudness) -> str:
    quietest = QUIETEST_MONO if heard.is_mono else QUIETEST
    kind = "mono" if heard.is_mono else "stereo"
    measured = f"its loudness is {heard.integrated:.1f} LUFS"
    if heard.integrated > LOUDEST:
        return f"{measured}, too loud: {kind} may have {LOUDEST:.0f}."
    if heard.integrated < quietest:
        return f"{measured}, too quiet: {kind} has {quietest:.0f} at least."
    return ""
