from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.tiny_site import publish_files, read_files
from tools.publish.targets import parse_target
from tools.shared.errors import RefusedError

FILES = {"index.html": "mine"}


def refusal(tmp_path: Path) -> str:
    with pytest.raises(RefusedError) as caught:
        publish_files(tmp_path, FILES)
    return str(caught.value).replace(str(tmp_path), "…")


def test_a_real_folder_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    (tmp_path / "public" / "index.html").write_text("theirs")

    assert refusal(tmp_path) == (
        "…/public: this folder stands where a link must go. "
        "Move it away (mv …/public …/public.old), or choose another folder with TARGET=…"
    )
    assert read_files(tmp_path) == {"public/index.html": "theirs"}


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "public").write_text("theirs")

    assert refusal(tmp_path) == (
        "…/public: this file stands where a link must go. "
        "Move it away (mv …/public …/public.old), or choose another folder with TARGET=…"
    )


@pytest.mark.parametrize("address", ["/", "/.", "/.."])
def test_the_root_of_the_disk_is_refused(address: str) -> None:
    with pytest.raises(
        RefusedError, match=r"^/: no link can go here\. Choose a folder with TARGET="
    ):
        parse_target(address)


@pytest.mark.parametrize(
    "place", ["elsewhere", "other.releases/0123456789ab", "public.releases/latest", "/nowhere"]
)
def test_a_link_to_elsewhere_is_refused(tmp_path: Path, place: str) -> None:
    (tmp_path / "public").symlink_to(place)

    assert refusal(tmp_path) == (
        f"…/public: this link leads to {place}, which is no release. "
        "Remove it (rm …/public), or choose another folder with TARGET=…"
    )


def test_a_file_for_the_releases_is_refused(tmp_path: Path) -> None:
    (tmp_path / "public.releases").write_text("theirs")

    assert refusal(tmp_path) == (
        "…/public.releases: the releases go into a folder here. "
        "Move it away, or choose another folder with TARGET=…"
    )


def test_a_file_that_somebody_put_into_the_published_site_is_refused(tmp_path: Path) -> None:
    publish_files(tmp_path, FILES)
    (tmp_path / "public" / "notes.txt").write_text("theirs")

    assert refusal(tmp_path) == (
        "…/public/notes.txt: this file was not published from the content and would be lost. "
        "Move it into the content or elsewhere, or choose another folder with TARGET=…"
    )


def test_a_target_inside_the_content_is_refused(tmp_path: Path) -> None:
    (tmp_path / "public").symlink_to("content")

    assert refusal(tmp_path) == (
        "…/public/: the site cannot be written here, because of …/content. "
        "Choose a folder apart from it with TARGET=…"
    )


def test_a_remedy_can_be_pasted_into_a_shell(tmp_path: Path) -> None:
    odd = tmp_path / "it's $here"
    (odd / "public").mkdir(parents=True)

    with pytest.raises(RefusedError, match=r"mv '.*it'\"'\"'s \$here/public' "):
        publish_files(odd, FILES)
