from __future__ import annotations

from pathlib import Path

from plugins.frontmatter.document import read_document
from plugins.frontmatter.keys import Folder
from plugins.listings.redirects import lead_aliases, lead_feeds, lead_former
from tests.unit.builders import make_entry, make_run, messages, write


def test_an_alias_leads_to_its_entry_and_one_that_leads_away_is_told(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    text = "Title: Echo\nDate: 2026-02-05\nAliases: /2019/echo/, ../x\n"
    path = write(run.content / "posts" / "echo.md", text)
    document = read_document(path, Folder.POSTS, "echo.md", zone=run.zone)

    assert lead_aliases([(document, make_entry(path="/blog/echo/"))], run) == {
        "/2019/echo/": "/blog/echo/"
    }
    assert "/2019/echo/" in run.addresses
    assert messages(run) == [
        "echo.md:3: Aliases: '../x' does not stay inside the site. Write a path such as /old/."
    ]


def test_an_alias_that_somebody_has_is_told(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    run.claim("/about/", "content/pages/about.md")
    text = "Title: Echo\nDate: 2026-02-05\nAliases: /about/\n"
    path = write(run.content / "posts" / "echo.md", text)
    document = read_document(path, Folder.POSTS, "content/posts/echo.md", zone=run.zone)

    lead_aliases([(document, make_entry())], run)

    assert messages(run) == [
        "content/posts/echo.md: its address /about/ is already that of content/pages/about.md. "
        "Give one of them another 'Slug:'."
    ]


def test_a_former_address_gives_way_to_who_has_it_now(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    run.claim("/tags/now/", "the tag")

    former = {"/tags/old/": "/tags/new/", "/tags/now/": "/tags/new/"}

    assert lead_former(former, run) == {"/tags/old/": "/tags/new/"}
    assert run.addresses.owner("/tags/old/") == "a redirect"
    assert messages(run) == []


def test_a_feed_goes_on_at_its_former_address_unless_that_is_taken(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    run.claim("/tags/old/podcast.xml", "another tag")
    feeds = {"/tags/new/": ["/tags/new/feed.xml", "/tags/new/podcast.xml"]}

    found = lead_feeds(feeds, {"/tags/old/": "/tags/new/"}, run)

    assert found == {"/tags/old/feed.xml": "/tags/new/feed.xml"}
    assert run.addresses.owner("/tags/old/feed.xml") == "a feed that moved"
