import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.tags.capitals import split_capitals


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("TrainingThursday", "Training Thursday"),
        ("trainingThursday", "training Thursday"),
        ("B2BSales", "B2B Sales"),
        ("AIForCoaches", "AI For Coaches"),
        ("HaveANiceDay", "Have A Nice Day"),
        ("Top10Tips", "Top10 Tips"),
        ("10Tips", "10 Tips"),
        ("3DPrinting", "3D Printing"),
        ("CEOsAndCTOs", "CEOs And CTOs"),
        ("NiñezÁrbol", "Niñez Árbol"),
        ("YouTubeShorts", "YouTube Shorts"),
        ("MyYouTubers", "My YouTubers"),
        ("iPhoneTips", "iPhone Tips"),
        ("AskMcKinsey", "Ask McKinsey"),
        ("WiFi6", "WiFi 6"),
    ],
)
def test_a_word_parts_at_its_capitals(word: str, shown: str) -> None:
    assert " ".join(split_capitals(word)) == shown


WHOLE = ["trust", "Trust", "TRUST", "B2B", "H2O", "YouTube", "LinkedIn", "iPhone", "eBay", "PhD"]
WHOLE += ["PhDs", "McKinsey", "macOS", "CEOs", "Q4", "covid19", "信任"]


@pytest.mark.parametrize("word", WHOLE)
def test_acronyms_and_well_known_names_stay_whole(word: str) -> None:
    assert split_capitals(word) == (word,)


@given(st.text(alphabet="aAbBsS19éÉ\u0301YouTube", min_size=1))
def test_nothing_is_lost_and_no_part_is_empty(word: str) -> None:
    parts = split_capitals(word)

    assert "".join(parts) == word
    assert all(parts)
