from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.media_host import MediaHost, serve_media


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[MediaHost]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with serve_media() as found:
        yield found
