import pytest
from markdown import Markdown

from plugins.tags.headings import SpacedHashHeaderProcessor


def convert(text: str) -> str:
    markdown = Markdown()
    headings = SpacedHashHeaderProcessor(markdown.parser)
    markdown.parser.blockprocessors.register(headings, "hashheader", 70)
    return markdown.convert(text)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("# Title", "<h1>Title</h1>"),
        ("#\tTitle", "<h1>Title</h1>"),
        ("#\u00a0Title", "<h1>Title</h1>"),
        ("###### Six", "<h6>Six</h6>"),
        ("## Closed ##", "<h2>Closed</h2>"),
        ("## Closed ## ", "<h2>Closed</h2>"),
        ("## Why C#", "<h2>Why C#</h2>"),
        ("## #075 and #6", "<h2>#075 and #6</h2>"),
        ("#", "<h1></h1>"),
        ("above\n# Title\nbelow", "<p>above</p>\n<h1>Title</h1>\n<p>below</p>"),
    ],
)
def test_hashes_and_a_space_make_a_heading(text: str, html: str) -> None:
    assert convert(text) == html


@pytest.mark.parametrize("text", ["#word", "##Word", "#word #", "####### Seven", "\\# Title"])
def test_without_the_space_a_line_is_text(text: str) -> None:
    assert convert(text) == f"<p>{text.removeprefix(chr(92))}</p>"
