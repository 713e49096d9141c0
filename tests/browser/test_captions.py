"""Captions as a real browser reads them: odd words and names come back to the letter."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site.sites import MP3, build, episode
from tools.serve.server import make_server

pytestmark = [
    pytest.mark.slow,
    # Playwright's own code, on the event loop of its thread.
    pytest.mark.filterwarnings("ignore::DeprecationWarning:playwright.*"),
]

SAID = [
    ("Dave", "R&D &amp; <b>x</b> </v> <v Bob>hi"),
    ("R&D <x>", "3 < 5 --> 7"),
    ('Zoë "Q"', "مرحبا بالعالم 👋🏽"),
    ("A.B. > C", r"{\an8} curly {b}x{/b}"),
    ("田中", "NOTE this"),
    ("Dave", "00:01.000 --> 00:02.000"),
    ("A.B. > C", "漢字" * 40),
    ("田中", "<c.red>c</c> <00:01.000> &#x41; &copy;"),
    ("Dave", "STYLE"),
]
READ = """async path => {
    const track = document.createElement("track");
    track.kind = "captions";
    track.src = path;
    document.querySelector("audio").append(track);
    track.track.mode = "hidden";
    await new Promise(done => track.addEventListener("load", done, {once: true}));
    return [...track.track.cues].map(cue => {
        const words = cue.getCueAsHTML();
        const voice = words.querySelector("span[title]");
        return [cue.startTime, voice?.title, words.textContent.split(/\\s+/).join(" ")];
    });
}"""


def test_a_browser_finds_every_word_and_name(browser: Browser, tmp_path: Path) -> None:
    segments = [
        {"startTime": 3 * number, "endTime": 3 * number + 2.999, "body": words, "speaker": name}
        for number, (name, words) in enumerate(SAID)
    ]
    built = build(
        tmp_path,
        {
            "episodes/001-odd.md": episode("Odd"),
            "episodes/001-odd.mp3": MP3,
            "episodes/001-odd.transcript.json": json.dumps({"segments": segments}),
        },
    )
    assert (built.is_good, built.told) == (True, "")
    (captions,) = built.output.glob("media/001-odd-*.vtt")
    server = make_server(built.output, "127.0.0.1", 0)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    page = browser.new_page()

    page.goto(f"http://127.0.0.1:{server.server_port}/podcast/odd/")
    cues = page.evaluate(READ, f"/media/{captions.name}")

    page.close()
    server.shutdown()
    thread.join()
    server.server_close()
    assert cues == [[3 * number, *said] for number, said in enumerate(SAID)]
