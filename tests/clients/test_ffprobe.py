"""What the feed says of the sample's audio, held against ffmpeg, which measures in its own way."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from lxml import etree

from tests.site.sites import Built

pytestmark = pytest.mark.slow

ADDRESS = "https://dave.example.org"
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"


@pytest.fixture(scope="module")
def items(sample: Built) -> list[etree._Element]:
    return sample.xml("/podcast/feed.xml").findall("channel/item")


def file_of(item: etree._Element, sample: Built) -> Path:
    enclosure = item.find("enclosure")
    assert enclosure is not None
    return sample.output / (enclosure.get("url") or "").removeprefix(ADDRESS + "/")


def test_every_duration_is_what_ffprobe_measures(
    sample: Built, items: list[etree._Element]
) -> None:
    for item in items:
        told = int(item.findtext(f"{ITUNES}duration") or 0)
        command = ["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0"]
        done = subprocess.run(
            [*command, str(file_of(item, sample))], capture_output=True, text=True, check=True
        )
        assert abs(float(done.stdout) - told) <= 0.6


def test_every_enclosure_decodes_to_its_end(sample: Built, items: list[etree._Element]) -> None:
    for item in items:
        command = ["ffmpeg", "-v", "error", "-i", str(file_of(item, sample)), "-f", "null", "-"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert done.stderr == ""
