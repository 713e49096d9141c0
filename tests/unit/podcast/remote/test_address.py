from __future__ import annotations

import pytest

from plugins.podcast.remote.address import is_remote, parse_address, show_address

PRIVATE = (
    "its address holds a name or a password, which everybody could read in the feed. "
    "Take them out, and let the file be read without."
)
UNREADABLE = "its address cannot be read. Write it whole: 'https://example.org/…'."
HASH = (
    "its address holds a '#', and no server sees what is behind. "
    "Write '%23' if it is part of the name, else cut it."
)
NO_HOST = "its address names a host that cannot be. Correct it."


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://example.org/a.mp3", "https://example.org/a.mp3"),
        ("HTTPS://Example.org/A.MP3", "https://Example.org/A.MP3"),
        ("https://example.org", "https://example.org/"),
        ("https://example.org/a%20b%C3%A4.mp3", "https://example.org/a%20b%C3%A4.mp3"),
        ("https://example.org/a b ä.mp3", "https://example.org/a%20b%20%C3%A4.mp3"),
        ("https://example.org/100% sure.mp3", "https://example.org/100%25%20sure.mp3"),
        ("https://example.org/日本.mp3", "https://example.org/%E6%97%A5%E6%9C%AC.mp3"),
        ("https://example.org/a.mp3?x=1&y=a b/?", "https://example.org/a.mp3?x=1&y=a%20b/?"),
        ('https://example.org/a[1]"<b>.mp3', "https://example.org/a%5B1%5D%22%3Cb%3E.mp3"),
        ("https://example.org/@me/a;b,c(d)!.mp3", "https://example.org/@me/a;b,c(d)!.mp3"),
        ("https://bücher.example:8443/a.mp3", "https://xn--bcher-kva.example:8443/a.mp3"),
        ("http://[::1]:8000/a.mp3", "http://[::1]:8000/a.mp3"),
    ],
)  # fmt: skip
def test_an_address_is_put_as_the_web_writes_it(typed: str, address: str) -> None:
    assert parse_address(typed) == address
    assert parse_address(address) == address


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("https://me:secret@example.org/a.mp3", PRIVATE),
        ("https://me@example.org/a.mp3", PRIVATE),
        ("https://@example.org/a.mp3", PRIVATE),
        ("https://me:pa/ss@example.org/a.mp3", UNREADABLE),
        ("https:///a.mp3", UNREADABLE),
        ("https://example.org:port/a.mp3", UNREADABLE),
        ("https://example.org:99999/a.mp3", UNREADABLE),
        ("https://[::1/a.mp3", UNREADABLE),
        ("https://example.org/a\tb.mp3", UNREADABLE),
        ("ftp://example.org/a.mp3", UNREADABLE),
        ("//example.org/a.mp3", UNREADABLE),
        ("https://exa mple.org/a.mp3", NO_HOST),
        ("https://ä..example/a.mp3", NO_HOST),
        ("https://example.org/my #1.mp3", HASH),
        ("https://example.org/a.mp3#", HASH),
    ],
)
def test_what_no_feed_may_hold_is_told_and_not_repeated(typed: str, message: str) -> None:
    with pytest.raises(ValueError, match=r"\w") as caught:
        parse_address(typed)

    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("https://example.org/@me/a.mp3", "https://example.org/@me/a.mp3"),
        ("https://me:secret@example.org/a.mp3", "https://…@example.org/a.mp3"),
        ("https://me:se@cret@example.org/a.mp3", "https://…@example.org/a.mp3"),
        ("https://me:sec/ret@example.org/a.mp3", "https://…@example.org/a.mp3"),
        ("https://me:sec#ret@example.org/a.mp3", "https://…@example.org/a.mp3"),
        ("https://me:sec?ret@example.org/a.mp3", "https://…@example.org/a.mp3"),
        ("https://[me:secret@example.org/a.mp3", "https://…@example.org/a.mp3"),
    ],
)
def test_an_address_is_shown_without_secrets(typed: str, shown: str) -> None:
    assert show_address(typed) == shown


def test_other_files_are_no_addresses() -> None:
    assert [is_remote(text) for text in ("a.mp3", "/a.mp3", "https.mp3", "", "HTTP://a/b")] == [
        False, False, False, False, True,
    ]  # fmt: skip
