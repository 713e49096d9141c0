import pytest

from plugins.tags.spellings import Spelling, choose_name, part_words


def make_spellings(*written: str | tuple[str, int]) -> list[Spelling]:
    """Make spellings of names and counts; those that begin with # are hashtags."""
    pairs = [item if isinstance(item, tuple) else (item, 1) for item in written]
    return [
        Spelling(name=name.removeprefix("#"), is_hashtag=name.startswith("#"), count=count)
        for name, count in pairs
    ]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        # What an author parted wins, however rare.
        ([("checkin", 9), "check in"], ("check", "in")),
        ([("#CheckIn", 9), "Che-ckin"], ("che", "ckin")),
        ([("#SoundAngleTips", 9), "SoundAngle Tips"], ("soundangle", "tips")),
        # Of two such divisions the most used wins, of equals the first in the alphabet.
        ([("che ckin", 2), "check in", "check-in", "check_in"], ("check", "in")),
        (["check in", "che ckin"], ("che", "ckin")),
        # A line has room for a space, so its capitals part nothing.
        (["SoundAngle"], ("soundangle",)),
        ([("#SoundAngle", 9), "SoundAngle"], ("soundangle",)),
        # A hashtag's capitals stand for spaces, unless more lines have neither.
        (["#SoundAngle"], ("sound", "angle")),
        (["#SoundAngle", "#soundangle", "soundangle"], ("sound", "angle")),
        (["#PodCast", ("podcast", 2)], ("podcast",)),
        ([("#PodCast", 2), ("#Podcast", 9)], ("pod", "cast")),
        (["#YouTube"], ("youtube",)),
        (["C++"], ("c", "plus", "plus")),
    ],
)
def test_a_tag_parts_where_its_best_spellings_do(
    written: list[str | tuple[str, int]], words: tuple[str, ...]
) -> None:
    assert part_words(make_spellings(*written)) == words


@pytest.mark.parametrize(
    ("written", "name"),
    [
        # Spaces and capitals, then a parted hashtag, then capitals, then small letters.
        (["Saying No", ("#SayingNo", 9), ("saying no", 9), "Saying-No"], "Saying No"),
        (["Saying-No", "#SayingNo", ("saying no", 9)], "Saying No"),
        (["Saying-No", ("saying no", 9)], "Saying-No"),
        (["saying no", "#sayingno"], "saying no"),
        (["saying_no"], "saying no"),
        (["  saying   no "], "saying no"),
        # Of equals the most used, then the first in the alphabet.
        (["Saying No", ("Saying no", 2)], "Saying no"),
        (["saying-no", "saying no"], "saying no"),
        (["saying-no", ("#saying_no", 1), "saying no"], "saying no"),
        # Capitals are kept, shouting is not.
        (["seo", "SEO", "Seo"], "SEO"),
        (["TRAINING", "Training"], "Training"),
        (["TRAINING"], "TRAINING"),
        (["trust", "#Trust"], "Trust"),
        # Names with signs are shown with them.
        (["C++", ("c++", 5), ("#CPlusPlus", 5)], "C++"),
        (["Node.js", ("#NodeJS", 5)], "Node.js"),
        (["R&B", ("#RAndB", 5)], "R&B"),
        (["#C#"], "C#"),
        # Hashtags are parted as a person would write them.
        (["#B2BSales"], "B2B Sales"),
        (["#sayingNo"], "Saying No"),
        (["#eCommerceTips"], "eCommerce Tips"),
        (["#iPhone", "iphone"], "iPhone"),
        (["#SoundAngle", "SoundAngle"], "SoundAngle"),
        (["#SoundAngle", ("soundangle", 2)], "SoundAngle"),
        (["Cafe\u0301"], "Café"),
    ],
)
def test_the_best_spelling_is_shown(written: list[str | tuple[str, int]], name: str) -> None:
    spellings = make_spellings(*written)

    assert choose_name(spellings, part_words(spellings)) == name


def test_a_spelling_knows_the_addresses_it_gives() -> None:
    hashtag, line, spaced, sign = make_spellings("#SayingNo", "SayingNo", "saying no", "🎉")

    assert hashtag.slugs == {"saying-no", "sayingno"}
    assert line.slugs == {"sayingno"}
    assert spaced.slugs == {"saying-no", "sayingno"}
    assert sign.slugs == frozenset()
