from __future__ import annotations

from plugins.frontmatter.keys import KEYS, Folder, keys_of


def test_no_two_keys_have_one_name() -> None:
    names = [key.name.lower() for key in KEYS]

    assert sorted(set(names)) == sorted(names)


def test_every_folder_has_titles_and_only_episodes_have_audio() -> None:
    assert all(keys_of(folder)["title"].required for folder in Folder)
    assert [folder for folder in Folder if "audio" in keys_of(folder)] == [Folder.EPISODES]
