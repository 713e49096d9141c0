from __future__ import annotations

import pytest

from plugins.shared.addresses import Addresses, alias_path


def test_an_address_belongs_to_the_first_that_claims_it() -> None:
    addresses = Addresses()

    assert addresses.claim("/blog/echo/", "content/posts/1.md") is None
    assert str(addresses.claim("/blog/echo/", "content/posts/2.md")) == (
        "content/posts/2.md: its address /blog/echo/ is already that of content/posts/1.md. "
        "Give one of them another 'Slug:'."
    )
    assert addresses.owner("/blog/echo/") == "content/posts/1.md"


def test_a_source_may_claim_its_address_again() -> None:
    addresses = Addresses()
    addresses.claim("/blog/echo/", "content/posts/1.md")

    assert addresses.claim("/blog/echo/", "content/posts/1.md") is None


def test_a_folder_may_not_have_the_name_of_a_file() -> None:
    addresses = Addresses()
    addresses.claim("/blog/feed.xml", "the blog")

    assert str(addresses.claim("/blog/feed.xml/", "content/posts/1.md")) == (
        "content/posts/1.md: its address /blog/feed.xml/ is already that of the blog. "
        "Give one of them another 'Slug:'."
    )


def test_a_page_and_its_file_are_one_place() -> None:
    addresses = Addresses()

    assert addresses.claim("/", "the home page") is None
    assert addresses.claim("/index.html", "the home page") is None
    assert addresses.claim("/index.html", "content/pages/x.md") is not None


def test_only_addresses_that_were_claimed_lead_somewhere() -> None:
    addresses = Addresses()
    addresses.claim("/b/", "b")
    addresses.claim("/a.xml", "a")

    assert [path in addresses for path in ("/b/", "/b", "/b/index.html", "/a.xml", "/a.xml/")] == [
        True, False, False, True, False,
    ]  # fmt: skip
    assert list(addresses) == ["/a.xml", "/b/"]
    assert addresses.owner("/c/") is None


@pytest.mark.parametrize(
    ("alias", "path"),
    [
        ("old", "/old/"),
        (" /2019//old/ ", "/2019/old/"),
        ("/2019/old.html", "/2019/old.html"),
        ("/v1.0/", "/v1.0/"),
        ("/Über uns", "/Über uns/"),
        ("", None),
        ("/", None),
        ("../x", None),
        ("/a/../../x", None),
        ("/./x", None),
        ("a\\..\\x", None),
        ("https://example.com/old/", None),
    ],
)
def test_an_alias_is_a_path_inside_the_site_or_nothing(alias: str, path: str | None) -> None:
    assert alias_path(alias) == path
