"""The sample site in a real browser: it fits, it is accessible, it plays, it needs no script."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

Scheme = Literal["light", "dark"]

pytestmark = [
    pytest.mark.slow,
    # Playwright's own code, on the event loop of its thread.
    pytest.mark.filterwarnings("ignore::DeprecationWarning:playwright.*"),
]

PAGES = {
    "home": "/",
    "post": "/blog/twenty-names/",
    "episode": "/podcast/unwanted-callers/",
    "blog": "/blog/",
    "show": "/podcast/",
    "season": "/podcast/season/2/",
    "tag": "/tags/training-thursday/",
    "tags": "/tags/",
    "series": "/series/the-fundamentals/",
    "person": "/people/dave/",
    "archive": "/archive/",
    "year": "/archive/2026/",
    "search": "/search/",
    "subscribe": "/subscribe/",
    "page": "/about/",
    "Spanish": "/es/blog/customer-or-client/",
    "not found": "/404.html",
}
EPISODE = PAGES["episode"]


def open_page(
    browser: Browser, url: str, *, width: int = 390, scheme: Scheme = "light", script: bool = True
) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=script
    )
    page = context.new_page()
    page.goto(url)
    return page


@pytest.mark.parametrize("name", PAGES)
def test_no_page_scrolls_sideways(browser: Browser, address: str, name: str) -> None:
    page = open_page(browser, address + PAGES[name])

    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_no_page_has_an_accessibility_fault(
    browser: Browser, address: str, name: str, scheme: Scheme
) -> None:
    page = open_page(browser, address + PAGES[name], scheme=scheme)

    results = Axe().run(page)

    assert [violation["id"] for violation in results.response["violations"]] == []
    page.context.close()


@pytest.mark.parametrize("name", PAGES)
def test_no_page_breaks_its_own_policy_or_asks_another_host(
    browser: Browser, address: str, name: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    page.on("request", lambda request: requests.append(request.url))

    page.goto(address + PAGES[name], wait_until="networkidle")

    assert complaints == []
    assert [url for url in requests if not url.startswith(address)] == []
    context.close()


def test_the_player_plays_and_its_duration_is_that_of_the_page(
    browser: Browser, address: str
) -> None:
    page = open_page(browser, address + EPISODE)

    played = page.evaluate(
        """async () => {
            const audio = document.querySelector("audio");
            audio.muted = true;
            await audio.play();
            await new Promise(done => audio.addEventListener("timeupdate", done, {once: true}));
            return audio.duration;
        }"""
    )

    assert abs(played - 91.13) < 0.5
    page.context.close()


def test_a_chapter_seeks_in_the_player(browser: Browser, address: str) -> None:
    page = open_page(browser, address + EPISODE)

    page.get_by_role("link", name="Thirty violins").first.click()
    # Not `wait_for_function`: between two looks it evaluates text, which the page's policy forbids.
    reached = page.evaluate(
        """async () => {
            const audio = document.querySelector("audio");
            for (let look = 0; look < 200 && audio.currentTime < 59; look += 1) {
                await new Promise(done => setTimeout(done, 50));
            }
            return audio.currentTime;
        }"""
    )

    assert 59 <= reached < 70
    assert page.url.startswith(address + EPISODE)
    page.context.close()


def hear(page: Page, seconds: float) -> None:
    """Play from a moment, and wait until it is heard."""
    page.evaluate(
        """async seconds => {
            const audio = document.querySelector("audio");
            audio.muted = true;
            await audio.play();
            audio.currentTime = seconds;
            await new Promise(done => audio.addEventListener("timeupdate", done, {once: true}));
            await new Promise(done => audio.addEventListener("timeupdate", done, {once: true}));
        }""",
        seconds,
    )


def test_what_is_heard_is_marked_in_chapters_and_transcript(browser: Browser, address: str) -> None:
    page = open_page(browser, address + EPISODE)
    marked = page.locator(".chapters [aria-current], .transcript [aria-current]")
    assert marked.count() == 0

    hear(page, 59.2)
    heard = marked.all_inner_texts()
    hear(page, 0)

    assert [" ".join(text.split()) for text in heard] == ["0:59 Thirty violins", "0:59"]
    assert marked.all_inner_texts()[-1] == "0:00"
    assert [violation["id"] for violation in Axe().run(page).response["violations"]] == []
    page.context.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_player_stays_in_sight_once_it_was_started(
    browser: Browser, address: str, width: int
) -> None:
    page = open_page(browser, address + EPISODE, width=width)
    audio, link = page.locator("audio"), page.locator(".transcript__time").last
    before = page.locator(".transcript").bounding_box()

    link.click()
    page.locator(".player--away").wait_for(state="attached")

    bar, text = audio.bounding_box(), page.locator(".transcript").bounding_box()
    assert before
    assert bar
    assert text
    assert 0 < bar["y"] <= 900 - bar["height"]
    assert 300 < bar["width"] < width - 20
    assert text["y"] + page.evaluate("scrollY") == pytest.approx(before["y"], abs=1)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    last = page.locator("footer a").last.bounding_box()
    assert last
    assert last["y"] + last["height"] <= bar["y"]
    page.evaluate("scrollTo(0, 0)")
    page.locator(".player--away").wait_for(state="detached")
    page.context.close()


def test_the_player_knows_the_chapters(browser: Browser, address: str) -> None:
    page = open_page(browser, address + EPISODE)

    cues = page.evaluate(
        """async () => {
            const track = document.querySelector("audio track");
            track.track.mode = "hidden";
            if (track.readyState < 2) {
                await new Promise(done => track.addEventListener("load", done, {once: true}));
            }
            return [...track.track.cues].map(cue => [cue.startTime, cue.text]);
        }"""
    )

    assert cues[:2] == [[0, "Good morning"], [18, "Two columns"]]
    assert len(cues) == 5
    page.context.close()


def test_without_script_chapters_lead_to_the_second_in_the_audio(
    browser: Browser, address: str
) -> None:
    page = open_page(browser, address + EPISODE, script=False)

    href = page.get_by_role("link", name="Thirty violins").first.get_attribute("href")

    assert href is not None
    assert href.startswith("/media/075-unwanted-callers-")
    assert href.endswith(".mp3#t=59")
    page.context.close()


def test_without_script_every_word_and_the_player_are_there(browser: Browser, address: str) -> None:
    page = open_page(browser, address + EPISODE, script=False)

    words = page.locator("main").text_content() or ""

    assert page.locator("audio[controls]").count() == 1
    assert "The next one may have thirty violins." in words
    page.context.close()


def test_search_filters_by_the_words_of_the_address(browser: Browser, address: str) -> None:
    page = open_page(browser, address + "/search/?q=violins")

    visible = page.locator("main article:visible, main li:visible").all_inner_texts()

    assert any("Unwanted callers" in text for text in visible)
    assert not any("Count to four" in text for text in visible)
    page.context.close()


def test_the_first_tab_leads_to_the_content(browser: Browser, address: str) -> None:
    page = open_page(browser, address + "/")

    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.getAttribute('href')")

    assert focused == "#page_content"
    page.context.close()
