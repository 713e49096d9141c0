from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from plugins.podcast.namespace.node import NAMESPACES, Node, Row, append_rows
from plugins.podcast.namespace.text import render_rows

# What XML 1.0 can hold: no controls but tab and line ends, no surrogates, no U+FFFE and U+FFFF.
TEXT = st.text(
    st.characters(codec="utf-8", exclude_characters="\ufffe\uffff").filter(
        lambda letter: letter >= " " or letter in "\t\n\r"
    ),
    max_size=30,
)
NAMES = st.sampled_from(["itunes:title", "podcast:person", "psc:chapter", "category"])
ATTRIBUTES = st.dictionaries(st.sampled_from(["href", "role", "start", "url"]), TEXT, max_size=4)
LEAVES = st.builds(
    lambda name, text, attributes: Node(name=name, text=text, attributes=attributes),
    NAMES, TEXT, ATTRIBUTES,
)  # fmt: skip
BRANCHES = st.builds(
    lambda name, attributes, children: Node(
        name=name, attributes=attributes, children=tuple(children)
    ),
    NAMES, ATTRIBUTES, st.lists(LEAVES, max_size=3),
)  # fmt: skip


def rows_of(*nodes: Node) -> tuple[Row[None], ...]:
    return (Row("any", "any", lambda _: iter(nodes)),)


def as_lxml_writes(*nodes: Node) -> bytes:
    root = etree.Element("rss", nsmap=NAMESPACES)
    append_rows(etree.SubElement(root, "channel"), rows_of(*nodes), None)
    lines = etree.tostring(root, pretty_print=True, encoding="UTF-8")
    begin, end = b"  <channel>\n", b"  </channel>\n"
    return lines[lines.index(begin) + len(begin) : lines.rindex(end)]


@given(st.lists(st.one_of(LEAVES, BRANCHES), min_size=1, max_size=4))
def test_any_nodes_are_written_as_lxml_writes_them(nodes: list[Node]) -> None:
    assert render_rows(rows_of(*nodes), None, "    ") == as_lxml_writes(*nodes)


@pytest.mark.parametrize(
    "html", ["<p>1 &amp; 2</p>", "a ]]> b", "]]]]>>", "]]>]]>", "<![CDATA[x]]>", "שלום 🎧"]
)
def test_html_comes_back_from_its_cdata_section(html: str) -> None:
    node = Node(name="category", text=html, is_html=True)

    written = render_rows(rows_of(node), None, "")

    assert etree.fromstring(written).text == html
    assert written == as_lxml_writes(node).strip() + b"\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\x00b", "a text for the feed holds a character that XML cannot"),
        ("a\x1bb", "a text for the feed holds a character that XML cannot"),
        ("a\ufffeb", "a text for the feed holds a character that XML cannot"),
        ("a\uffffb", "a text for the feed holds a character that XML cannot"),
        ("a\ud83d", "a text for the feed holds half a character"),
    ],
)
def test_what_xml_cannot_hold_is_refused(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}$"):
        render_rows(rows_of(Node(name="category", text=text)), None, "")
