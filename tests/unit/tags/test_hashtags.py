import re
from xml.etree.ElementTree import Element

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.util import AtomicString

from plugins.tags.hashtags import HashtagExtension, render_link
from plugins.tags.headings import SpacedHashHeaderProcessor

EXTENSIONS = ("extra", "toc", "smarty", "admonition", "sane_lists", "codehilite")
LINK = re.compile(r'<a class="hashtag" href="tag:[^"]*">#([^<]*)</a>')


def make_markdown(*more: str) -> Markdown:
    return Markdown(extensions=[*EXTENSIONS, *more, HashtagExtension()])


def hashtags(markdown: Markdown) -> list[str]:
    found = getattr(markdown, "hashtags", None)
    assert isinstance(found, list)
    return found


def test_the_address_of_a_link_is_encoded_and_its_text_is_not() -> None:
    assert render_link("C++") == '<a class="hashtag" href="tag:C%2B%2B">#C++</a>'


def test_a_text_without_hashtags_has_an_empty_list() -> None:
    markdown = make_markdown()

    html = markdown.convert("Nothing here.")

    assert html == "<p>Nothing here.</p>"
    assert hashtags(markdown) == []


def test_a_reset_begins_a_new_list_and_leaves_the_old_one_alone() -> None:
    markdown = make_markdown()
    markdown.convert("#Trust")
    first = hashtags(markdown)

    html = markdown.reset().convert("#Calls and #Clients")

    assert first == ["Trust"]
    assert hashtags(markdown) == ["Calls", "Clients"]
    assert LINK.findall(html) == ["Calls", "Clients"]


def test_a_second_text_without_a_reset_adds_to_the_list() -> None:
    markdown = make_markdown()
    markdown.convert("#Trust")

    html = markdown.convert("#Calls")

    assert hashtags(markdown) == ["Trust", "Calls"]
    assert LINK.findall(html) == ["Calls"]


def test_one_extension_serves_several_instances() -> None:
    extension = HashtagExtension()
    first, second = Markdown(extensions=[extension]), Markdown(extensions=[extension])
    first.convert("#Trust")
    second.convert("#Calls")
    first.reset().convert("#Clients")

    assert [hashtags(first), hashtags(second)] == [["Clients"], ["Calls"]]


def test_front_matter_has_no_hashtags() -> None:
    markdown = make_markdown("meta")

    markdown.convert("Title: The #NoTag\nTags: #neither\n\n#Trust")

    assert hashtags(markdown) == ["Trust"]


def test_the_contents_list_links_to_headings_alone() -> None:
    markdown = make_markdown()

    html = markdown.convert("[TOC]\n\n## With #NoTag\n\n#Trust")

    assert '<a href="#with-notag">With #NoTag</a>' in html
    assert hashtags(markdown) == ["Trust"]


def test_text_that_is_final_for_others_stays_as_it_is() -> None:
    markdown = make_markdown()
    paragraph = Element("p")
    paragraph.text = AtomicString("#Done")

    markdown.treeprocessors["hashtag"].run(paragraph)

    assert paragraph.text == "#Done"
    assert hashtags(markdown) == []


def test_words_of_an_author_that_look_like_a_token_stay() -> None:
    markdown = make_markdown()

    html = markdown.convert("zxq\x02hashtagzxq0\x03zxq and #Trust")

    assert html.startswith("<p>zxqhashtagzxq0zxq and <a ")


PIECES = [
    "#Trust",
    "#C#",
    "# ",
    "##",
    "a",
    " ",
    "\n",
    "\n\n",
    "*",
    "**",
    "_",
    "`",
    "[",
    "](x)",
    "<b>",
]
PIECES += [
    "</b>",
    "<code>",
    "</code>",
    "<a href='#x'>",
    "</a>",
    "&#39;",
    "&",
    "{#id .x}",
    "{:",
    "}",
]
PIECES += ["\\", "--", "- ", "> ", "    ", "| ", "\n|-|-|\n", "[^1]", "\n[^1]: ", ": ", "🎉"]
QUOTES = ['"', "'", "’s"]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES + QUOTES), max_size=14).map("".join))
def test_every_hashtag_found_is_linked_once_and_no_token_is_left(text: str) -> None:
    markdown = make_markdown()

    html = markdown.convert(text)

    assert sorted(LINK.findall(html)) == sorted(hashtags(markdown))
    assert "hashtagzxq" not in html


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_a_page_is_the_same_but_for_its_links(text: str) -> None:
    plain = Markdown(extensions=EXTENSIONS)
    headings = SpacedHashHeaderProcessor(plain.parser)
    plain.parser.blockprocessors.register(headings, "hashheader", 70)

    html = make_markdown().convert(text)

    assert LINK.sub(r"#\1", html) == plain.convert(text)
