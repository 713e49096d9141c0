from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plugins.frontmatter.source import Field, parse_source

KEYS = st.from_regex(r"[A-Za-z][A-Za-z0-9_-]{0,8}", fullmatch=True)
# Words that mean the same in both syntaxes; YAML breaks lines at some of the others.
WORDS = st.text(alphabet="abc ÄÖ:#-'\"[]{}&*!|>%@`,.?0123", max_size=20).map(lambda t: t.strip())
ROWS = st.lists(st.tuples(KEYS, WORDS), min_size=1, max_size=6)


def values(text: str) -> list[tuple[str, object]]:
    return [(item.name, item.value) for item in parse_source(text, "x.md").fields]


def lines(text: str) -> list[tuple[str, int]]:
    return [(item.name, item.line) for item in parse_source(text, "x.md").fields]


def problems(text: str) -> list[str]:
    return [str(problem) for problem in parse_source(text, "x.md").problems]


def dump_native(rows: list[tuple[str, str]]) -> str:
    return "".join(f"{key}: {value}\n" for key, value in rows)


def dump_yaml(rows: list[tuple[str, str]]) -> str:
    quoted = [(key, yaml.dump(value, default_style='"', width=9999)) for key, value in rows]
    return "---\n" + "".join(f"{key}: {value}" for key, value in quoted) + "---\n"


@given(st.text())
def test_any_text_is_taken_apart(text: str) -> None:
    parse_source(text, "x.md")


@given(st.text(alphabet="-:\n \tab[]{}&*!|>'\"?#%,.~", max_size=80))
def test_any_text_between_fences_is_taken_apart(text: str) -> None:
    parse_source(f"---\n{text}\n---\n", "x.md")


@given(ROWS, st.text(alphabet="ab:\n ", max_size=20))
def test_both_syntaxes_read_the_same(rows: list[tuple[str, str]], body: str) -> None:
    native = parse_source(f"{dump_native(rows)}\n{body}", "x.md")
    fenced = parse_source(f"{dump_yaml(rows)}{body}", "x.md")

    assert [(f.name, f.value) for f in native.fields] == [(f.name, f.value) for f in fenced.fields]
    assert [(f.name, f.value) for f in fenced.fields] == rows
    assert fenced.body == body
    assert native.body == "\n" + body


@given(ROWS)
def test_every_key_is_on_the_line_that_it_says(rows: list[tuple[str, str]]) -> None:
    for text in (dump_native(rows), dump_yaml(rows)):
        typed = text.split("\n")

        assert all(typed[line - 1].startswith(f"{name}:") for name, line in lines(text))


@given(ROWS, st.text(alphabet="ab:\n ", max_size=20))
def test_the_body_begins_on_the_line_that_it_says(rows: list[tuple[str, str]], body: str) -> None:
    for text in (f"{dump_native(rows)}\n{body}", f"{dump_yaml(rows)}{body}"):
        source = parse_source(text, "x.md")

        assert "\n".join(text.split("\n")[source.body_line - 1 :]) == source.body


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Title: One\n\nBody", [("Title", "One")]),
        ("Title:One", [("Title", "One")]),
        ("Title : One", [("Title", "One")]),
        ("   Title: One", [("Title", "One")]),
        ("\n\nTitle: One", [("Title", "One")]),
        ("\ufeffTitle: One", [("Title", "One")]),
        ("Title: One: two", [("Title", "One: two")]),
        ("Title:\nDate: 2026", [("Title", ""), ("Date", "2026")]),
        ("Summary: one\n    two\n\tthree", [("Summary", "one\ntwo\nthree")]),
        ("Summary:\n    one", [("Summary", "one")]),
        ("Save_as: x\nsave-as: y", [("Save_as", "x"), ("save-as", "y")]),
        ("Title: One\r\nDate: x\r\n\r\nBody", [("Title", "One"), ("Date", "x")]),
        ("Just words.", []),
        ("# Heading: one", []),
        ("", []),
    ],
)  # fmt: skip
def test_pelicans_syntax_ends_at_the_first_line_that_is_none(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("date: 2026-02-05", "2026-02-05"),
        ("explicit: no", "no"),
        ("episode: 007", "007"),
        ("title: '  One  '", "One"),
        ("summary: |\n  one\n  two", "one\ntwo"),
        ("summary: >\n  one\n  two", "one two"),
        ("tags: [a, 'b, c']", ("a", "b, c")),
        ("tags:\n- a\n- ~", ("a", "")),
        ("tags: []", ()),
        ("title: ~", ""),
        ("title:", ""),
    ],
)
def test_yaml_is_read_as_it_was_typed(text: str, expected: object) -> None:
    assert [value for _, value in values(f"---\n{text}\n---\n")] == [expected]


@pytest.mark.parametrize("end", ["---", "...", "---  "])
def test_yaml_ends_at_a_line_of_dashes_or_dots(end: str) -> None:
    source = parse_source(f"---\ntitle: One\n{end}\nBody\n---\n", "x.md")

    assert (source.body, source.body_line) == ("Body\n---\n", 4)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "---\ntitle: One\n",
            "x.md:1: the front matter that begins with '---' does not end. "
            "Close it with a line of '---'.",
        ),
        (
            "---\nwords\n---\n",
            "x.md:2: the front matter is not a list of keys and values. "
            "Write 'title: …' and so on.",
        ),
        (
            "---\ntitle: One\nhosts:\n  a: b\n---\n",
            "x.md:3: this value is nested deeper than any key needs. "
            "Write a text, or a list of texts.",
        ),
        (
            "---\ntitle: One\ntags: [a, [b]]\n---\n",
            "x.md:3: this value is nested deeper than any key needs. "
            "Write a text, or a list of texts.",
        ),
        (
            "---\ntags: &x [*x]\n---\n",
            "x.md:2: this value is nested deeper than any key needs. "
            "Write a text, or a list of texts.",
        ),
        (
            "---\ntitle: One: two\n---\n",
            "x.md:2: the front matter is not YAML: mapping values are not allowed in this "
            "context. Put values with ': ' or '#' in quotes.",
        ),
        (
            '---\ndate: x\ntitle: "a\\x01b"\n---\n',
            "x.md:3: it holds the control character U+0001. Delete it.",
        ),
    ],
)
def test_what_is_wrong_with_yaml_is_told_with_its_line(text: str, message: str) -> None:
    assert problems(text) == [message]


@pytest.mark.parametrize("name", ["Save_as", "save-as", "SAVE AS", " save  as "])
def test_case_spaces_and_hyphens_of_a_key_do_not_matter(name: str) -> None:
    assert Field(name=name, value="", line=1).key == "save_as"
