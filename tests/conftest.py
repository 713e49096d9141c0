"""What many tests share: the sample site, built once."""

from __future__ import annotations

import pytest

from tests.site.sites import Built, build_sample


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of this repository, as `publishconf.py` builds it."""
    built = build_sample(tmp_path_factory.mktemp("sample"))
    assert built.is_good, built.told
    return built
