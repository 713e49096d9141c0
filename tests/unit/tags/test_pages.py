import pytest

from plugins.tags.pages import TagPage, claim_names


def make_page(stem: str, title: str = "", *aliases: str, line: int | None = None) -> TagPage:
    source = f"content/tags/{stem}.md"
    return TagPage(slug=stem, title=title or stem, aliases=aliases, source=source, line=line)


def test_a_page_claims_its_slug_its_title_and_its_aliases() -> None:
    page = make_page("trust", "Trust in us", "TT", "🎉")

    owners, problems = claim_names([page])

    assert owners == dict.fromkeys(("trust", "tt", "🎉", "trustinus"), page)
    assert problems == ()


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        (
            make_page("c-sharp"),
            make_page("csharp", line=2),
            (
                "content/tags/csharp.md:2: content/tags/c-sharp.md is about the tag 'csharp' too."
                " Keep one of the two files."
            ),
        ),
        (
            make_page("calls", "Calls", "the Phone", line=3),
            make_page("thephone"),
            (
                "content/tags/calls.md:3: the alias 'the Phone' is a tag with a file of its own,"
                " content/tags/thephone.md. Remove the alias, or that file."
            ),
        ),
        (
            make_page("calls", "Calls", "Ring"),
            make_page("phone", "Phone", "ring"),
            (
                "content/tags/phone.md: the alias 'ring' is claimed by content/tags/calls.md too."
                " Keep one of them."
            ),
        ),
        (
            make_page("calls"),
            make_page("phone", "Calls!"),
            (
                "content/tags/phone.md: the title 'Calls!' is the name of another tag,"
                " content/tags/calls.md. Change one of them."
            ),
        ),
        (
            make_page("calls", "Calls", "Dave's ring"),
            make_page("phone", "Dave’s ring"),
            (
                "content/tags/phone.md: the title 'Dave’s ring' is an alias in"
                " content/tags/calls.md. Change one of them."
            ),
        ),
        (
            make_page("calls", "Ring"),
            make_page("phone", "Ring"),
            (
                "content/tags/phone.md: the title 'Ring' is the title of content/tags/calls.md too."
                " Change one of them."
            ),
        ),
    ],
)
def test_a_name_that_two_pages_claim_is_told_with_both_files(
    first: TagPage, second: TagPage, message: str
) -> None:
    found = [claim_names(pages)[1] for pages in ((first, second), (second, first))]

    assert [[str(problem) for problem in problems] for problems in found] == [[message]] * 2
