from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plugins.tags.canonical import Canon, Tag, TagPage, Use, canonise

CAFE = TagPage(slug="cafe", title="Cafe", source="content/tags/cafe.md")

CLASH = (
    'share the address /tags/cafe/. If they mean the same, write "Aliases: Café" in'
    " content/tags/cafe.md; if not, give one of them a file of another name there."
)


def make_uses(*names: str) -> list[Use]:
    """Make uses of names, each in a post of its own; those that begin with # are hashtags."""
    return [
        Use(
            name=name.removeprefix("#"),
            source=f"content/posts/{number}.md",
            line=None if name.startswith("#") else number,
            is_hashtag=name.startswith("#"),
        )
        for number, name in enumerate(names, start=1)
    ]


def make_canon(*names: str, pages: tuple[TagPage, ...] = ()) -> Canon:
    return canonise(make_uses(*names), pages)


def slugs(canon: Canon) -> list[str]:
    return [tag.slug for tag in canon.tags]


def messages(canon: Canon) -> list[str]:
    return [str(problem) for problem in canon.problems]


def test_all_spellings_of_a_name_are_one_tag() -> None:
    names = ("training thursday", "Training-Thursday", "trainingthursday", "#TrainingThursday")

    canon = make_canon(*names)

    assert canon.problems == ()
    assert canon.tags == (
        Tag(
            slug="training-thursday",
            name="Training Thursday",
            key="trainingthursday",
            spellings=(names[1], "TrainingThursday", names[0], names[2]),
            aliases=("trainingthursday",),
        ),
    )
    assert [canon.find(name) for name in names] == [canon.tags[0]] * 4


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("C", "c"),
        ("C++", "c-plus-plus"),
        ("C#", "c-sharp"),
        ("#C#", "c-sharp"),
        (".NET", "dot-net"),
        ("Node.js", "node-js"),
        ("R&B", "r-and-b"),
        ("+1", "plus-1"),
        ("Café", "cafe"),
        ("#PhoneEtiquette", "phone-etiquette"),
        ("#trust", "trust"),
        ("信任", "xin-ren"),
        ("Dave's list", "daves-list"),
        ("🎉 party", "party"),
    ],
)
def test_a_name_gives_its_address(name: str, slug: str) -> None:
    canon = make_canon(name)

    assert slugs(canon) == [slug]
    assert canon.problems == ()


def test_c_and_its_relatives_are_three() -> None:
    assert slugs(make_canon("C", "C#", "C++", "c", "#C++")) == ["c", "c-plus-plus", "c-sharp"]


def test_a_name_that_nobody_used_is_not_found() -> None:
    assert make_canon("trust").find("calls") is None


def test_a_tag_is_found_by_its_slug_and_by_the_slugs_that_redirect() -> None:
    canon = make_canon("Niñez Feliz")

    assert canon.find("ninez-feliz") is canon.find("ninezfeliz") is canon.tags[0]


def test_a_tag_pages_slug_and_title_win_and_its_aliases_redirect() -> None:
    page = TagPage(
        slug="thursdays",
        title="Training on Thursdays",
        aliases=("Training Thursday", "TT", "🎉"),
        source="content/tags/thursdays.md",
    )

    canon = make_canon("#TrainingThursday", "tt", "Thursdays", "🎉", "trust", pages=(page,))

    assert canon.problems == ()
    assert slugs(canon) == ["thursdays", "trust"]
    assert canon.tags[0] == Tag(
        slug="thursdays",
        name="Training on Thursdays",
        key="thursdays",
        spellings=("Thursdays", "TrainingThursday", "tt", "🎉"),
        aliases=("training-thursday", "trainingthursday", "tt"),
    )
    assert canon.find("🎉") is canon.find("training on thursdays") is canon.tags[0]


def test_a_tag_page_that_nobody_uses_is_a_tag() -> None:
    page = TagPage(slug="cafe", title="Cafe", aliases=("A cup",), source=CAFE.source)

    canon = make_canon(pages=(page,))

    assert canon.tags == (Tag(slug="cafe", name="Cafe", key="cafe", aliases=("a-cup", "acup")),)


def test_two_tags_with_one_address_are_told_with_both_sources() -> None:
    canon = make_canon("Café", "cafe", "cafe")

    assert messages(canon) == [
        f"content/posts/1.md:1: the tags 'Café' and 'cafe' (content/posts/2.md:2) {CLASH}"
    ]
    assert slugs(canon) == ["cafe"]


def test_the_more_used_of_two_tags_keeps_the_address_and_the_advice_holds() -> None:
    uses = make_uses("cafe", "Café", "Café")

    for order in (uses, uses[::-1]):
        assert messages(canonise(order, ())) == [
            f"content/posts/1.md:1: the tags 'cafe' and 'Café' (content/posts/2.md:2) {CLASH}"
        ]


def test_of_two_names_in_another_script_the_advice_names_both() -> None:
    page = TagPage(slug="xin-ren", title="Trust", aliases=("信任", "新人"), source="a.md")

    assert messages(make_canon("信任", "新人")) == [
        (
            "content/posts/2.md:2: the tags '新人' and '信任' (content/posts/1.md:1) share the"
            ' address /tags/xin-ren/. If they mean the same, write "Aliases: 信任, 新人" in'
            " content/tags/xin-ren.md; if not, give one of them a file of another name there."
        )
    ]
    assert messages(make_canon("信任", "新人", pages=(page,))) == []


def test_a_tag_with_the_address_of_a_tag_page_is_told_with_both_sources() -> None:
    canon = make_canon("#Café", pages=(CAFE,))

    assert messages(canon) == [
        f"content/posts/1.md: the tags 'Café' and 'Cafe' (content/tags/cafe.md) {CLASH}"
    ]


def test_an_alias_or_a_title_makes_them_one() -> None:
    with_alias = TagPage(slug="cafe", title="Cafe", aliases=("Café",), source=CAFE.source)
    with_title = TagPage(slug="cafe", title="Café", source=CAFE.source)

    for page in (with_alias, with_title):
        canon = make_canon("Café", "cafe", pages=(page,))

        assert canon.problems == ()
        assert canon.tags[0].spellings == ("Café", "cafe")


def test_a_file_of_another_name_keeps_them_two() -> None:
    page = TagPage(slug="newcomers", title="新人", source="content/tags/newcomers.md")

    canon = make_canon("信任", "新人", pages=(page,))

    assert canon.problems == ()
    assert slugs(canon) == ["newcomers", "xin-ren"]


def test_a_name_without_an_address_is_told_wherever_it_stands() -> None:
    canon = make_canon("**", "🎉", "🎉")

    todo = 'Write a word, or "Aliases: {}" in a file of content/tags.'
    what = "the tag '{}' has nothing in it that an address could be made of."
    assert messages(canon) == [
        f"content/posts/1.md:1: {what} {todo}".format("**", "**"),
        f"content/posts/2.md:2: {what} {todo}".format("🎉", "🎉"),
        f"content/posts/3.md:3: {what} {todo}".format("🎉", "🎉"),
    ]
    assert canon.tags == ()


def test_what_tag_pages_disagree_about_is_told() -> None:
    other = TagPage(slug="coffee", title="Coffee", aliases=("Cafe",), source="content/tags/co.md")

    canon = make_canon(pages=(CAFE, other))

    assert messages(canon) == [
        (
            "content/tags/co.md: the alias 'Cafe' is a tag with a file of its own,"
            " content/tags/cafe.md. Remove the alias, or that file."
        )
    ]


def test_two_pages_for_one_tag_make_one_tag() -> None:
    pages = (
        TagPage(slug="c-sharp", title="C#", source="content/tags/c-sharp.md"),
        TagPage(slug="csharp", title="C#", source="content/tags/csharp.md"),
    )

    assert slugs(make_canon("C#", pages=pages)) == ["c-sharp"]


def test_no_redirect_takes_the_address_of_another_tag() -> None:
    canon = make_canon("xinren", "信任")

    assert [(tag.slug, tag.aliases) for tag in canon.tags] == [("xin-ren", ()), ("xinren", ())]


SPELLINGS = ["training thursday", "Training-Thursday", "#TrainingThursday", "trainingthursday"]
SPELLINGS += ["TrainingThursday", "#trainingthursday", "#training_Thursday", "Train ingthursday"]
OTHERS = ["C", "C++", "c#", "#C#", "Café", "cafe", "🎉", "信任", "新人", "#B2BSales", "b2b-sales"]
OTHERS += ["#YouTube", "You Tube", "youtube", ".net", "DotNet", "#TT", "Web 2.0", "web20"]
NAMES = st.lists(st.sampled_from(SPELLINGS + OTHERS) | st.text(min_size=1, max_size=6), max_size=12)
PAGES = st.lists(
    st.sampled_from(
        [
            CAFE,
            TagPage(slug="thursday", title="Thursday", aliases=("TT", "C"), source="t.md"),
            TagPage(slug="c-sharp", title="C#", aliases=("training thursday", "🎉"), source="c.md"),
            TagPage(slug="xinren", title="信任", aliases=("tt",), source="x.md"),
        ]
    ),
    unique=True,
).map(tuple)


@given(NAMES, PAGES, st.randoms(use_true_random=False))
def test_the_order_of_uses_and_pages_is_of_no_account(
    names: list[str], pages: tuple[TagPage, ...], chance: Random
) -> None:
    uses = make_uses(*names)
    mixed_uses = chance.sample(uses, len(uses))
    mixed_pages = chance.sample(pages, len(pages))

    canon, mixed = canonise(uses, pages), canonise(mixed_uses, mixed_pages)

    assert mixed == canon
    assert dict(mixed.by_key) == dict(canon.by_key)


@given(NAMES, PAGES)
def test_addresses_are_unique_and_no_redirect_is_in_the_way(
    names: list[str], pages: tuple[TagPage, ...]
) -> None:
    canon = make_canon(*names, pages=pages)

    addresses = [slug for tag in canon.tags for slug in (tag.slug, *tag.aliases)]
    assert len(addresses) == len(set(addresses))
    assert slugs(canon) == sorted(slugs(canon))


@given(NAMES)
def test_the_names_shown_are_the_same_tags(names: list[str]) -> None:
    canon = make_canon(*names)
    assume(not canon.problems)

    again = canonise([Use(name=tag.name, source="a.md") for tag in canon.tags], ())

    assert [(tag.slug, tag.name, tag.key) for tag in again.tags] == [
        (tag.slug, tag.name, tag.key) for tag in canon.tags
    ]


@given(st.lists(st.sampled_from(SPELLINGS), min_size=1), st.lists(st.sampled_from(SPELLINGS)))
def test_an_address_once_given_leads_on_when_other_spellings_come(
    names: list[str], more: list[str]
) -> None:
    before = make_canon(*names).tags[0]
    after = make_canon(*names, *more).tags[0]

    assert {before.slug, *before.aliases} <= {after.slug, *after.aliases}
