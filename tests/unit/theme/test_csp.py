from __future__ import annotations

import pytest

from plugins.theme.csp import content_security_policy
from tests.unit.builders import make_site


def rules(media_address: str) -> dict[str, str]:
    policy = content_security_policy(make_site(media_address=media_address))
    return dict(rule.split(" ", 1) for rule in policy.split("; "))


def test_nothing_comes_from_elsewhere_and_nothing_is_inline() -> None:
    found = rules("")

    assert found.pop("default-src") == "'none'"
    assert found.pop("base-uri") == "'none'"
    assert set(found.values()) == {"'self'"}


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        ("https://cdn.example.com", "https://cdn.example.com"),
        ("https://cdn.example.com/m/x", "https://cdn.example.com"),
        ("http://localhost:9000/m", "http://localhost:9000"),
    ],
)
def test_a_media_host_adds_pictures_and_sound_alone(address: str, origin: str) -> None:
    found = {name: rule for name, rule in rules(address).items() if origin in rule}

    assert found == {"img-src": f"'self' {origin}", "media-src": f"'self' {origin}"}
