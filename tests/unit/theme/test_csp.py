from __future__ import annotations

import pytest

from plugins.theme.csp import content_security_policy
from tests.unit.builders import make_site


def rules(policy: str) -> dict[str, str]:
    return dict(rule.split(" ", 1) for rule in policy.split("; "))


def test_a_site_alone_allows_nothing_from_elsewhere_and_nothing_inline() -> None:
    assert rules(content_security_policy(make_site())) == {
        "default-src": "'none'",
        "img-src": "'self'",
        "media-src": "'self'",
        "style-src": "'self'",
        "script-src": "'self'",
        "font-src": "'self'",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
    }


@pytest.mark.parametrize(
    ("media_address", "remote", "images", "sounds"),
    [
        ("https://cdn.example/m", [], "'self' https://cdn.example", "'self' https://cdn.example"),
        ("", ["https://a.example/1.mp3?x=1;y"], "'self'", "'self' https://a.example"),
        (
            "",
            ["https://b.example:8443/1.mp3", "https://a.example/2.mp3", "https://a.example/1.mp3"],
            "'self'",
            "'self' https://a.example https://b.example:8443",
        ),
        (
            "https://cdn.example",
            ["https://a.example/1.mp3"],
            "'self' https://cdn.example",
            "'self' https://cdn.example https://a.example",
        ),
    ],
)
def test_only_hosts_of_media_are_added(
    media_address: str, remote: list[str], images: str, sounds: str
) -> None:
    site = make_site(media_address=media_address)

    found = rules(content_security_policy(site, remote))

    own = rules(content_security_policy(make_site()))
    assert found == own | {"img-src": images, "media-src": sounds}
