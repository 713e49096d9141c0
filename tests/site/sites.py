"""Tiny sites for tests: files written into a folder, built by Pelican in this very process."""

from __future__ import annotations

import contextlib
import io
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree
from pelican import Pelican
from pelican.settings import read_settings
from PIL import Image

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data"
MP3 = (DATA / "thirty-seconds.mp3").read_bytes()
M4A = (DATA / "thirty-seconds.m4a").read_bytes()
OPUS = (DATA / "thirty-seconds.opus").read_bytes()
NOW = "2026-06-01T12:00:00+00:00"

Content = str | bytes


def post(
    title: str = "A post", *, date: str = "2026-01-02", body: str = "Words.", **keys: str
) -> str:
    return entry(title, date, body, keys)


def episode(
    title: str = "An episode", *, date: str = "2026-01-02", body: str = "Notes.", **keys: str
) -> str:
    return entry(title, date, body, keys)


def entry(title: str, date: str, body: str, keys: Mapping[str, str]) -> str:
    lines = [f"Title: {title}", f"Date: {date}", *(f"{key}: {text}" for key, text in keys.items())]
    return "\n".join(lines) + f"\n\n{body}\n"


def picture(width: int = 1400, height: int = 1400, kind: str = "JPEG") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(buffer, kind)
    return buffer.getvalue()


def different_mp3(number: int) -> bytes:
    """Return the same sound with other bytes: as many ID3v1-less zero bytes at its end."""
    return MP3 + b"\0" * number


COVER = {"images/cover.jpg": picture()}


@dataclass(frozen=True)
class Built:
    """What a build left behind: its output folder, what it said, whether it went well."""

    output: Path
    told: str
    is_good: bool

    def text(self, path: str) -> str:
        return (self.output / path.lstrip("/")).read_text(encoding="utf-8")

    def xml(self, path: str) -> etree._Element:
        return etree.fromstring((self.output / path.lstrip("/")).read_bytes())

    def has(self, path: str) -> bool:
        name = path.lstrip("/") + ("index.html" if path.endswith("/") else "")
        return (self.output / name).is_file()

    def files(self) -> dict[str, bytes]:
        return {
            str(path.relative_to(self.output)): path.read_bytes()
            for path in sorted(self.output.rglob("*"))
            if path.is_file()
        }


def write_site(folder: Path, files: Mapping[str, Content]) -> Path:
    """Write `content/` below a folder and return it."""
    content = folder / "content"
    content.mkdir(parents=True, exist_ok=True)
    for name, text in {**COVER, **files}.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return content


class _Errors(logging.Handler):
    """What `--fatal errors` is for a process of its own."""

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR:
            raise RuntimeError(record.getMessage())


def build(
    folder: Path, files: Mapping[str, Content], *, conf: str = "publishconf.py", **settings: Any
) -> Built:
    """Write a site and build it; settings win over those of the configuration."""
    return _run(folder, conf, {"PATH": str(write_site(folder, files)), **settings})


def build_sample(folder: Path, *, conf: str = "publishconf.py", **settings: Any) -> Built:
    """Build the site of this repository."""
    return _run(folder, conf, {"PATH": str(ROOT / "content"), **settings})


def _run(folder: Path, conf: str, settings: dict[str, Any]) -> Built:
    output = folder / "output"
    override = {
        "OUTPUT_PATH": str(output),
        "NOW": NOW,
        "ENGINE_CACHE": str(folder / "cache"),
        **settings,
    }
    output = Path(override["OUTPUT_PATH"])
    told = io.StringIO()
    handler = _Errors()
    logging.getLogger("pelican").addHandler(handler)
    try:
        with contextlib.redirect_stderr(told), contextlib.redirect_stdout(io.StringIO()):
            Pelican(read_settings(str(ROOT / conf), override=override)).run()
    except SystemExit:
        return Built(output=output, told=told.getvalue(), is_good=False)
    finally:
        logging.getLogger("pelican").removeHandler(handler)
    return Built(output=output, told=told.getvalue(), is_good=True)
