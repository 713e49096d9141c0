from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.entries.references import Reference, check_references
from tests.unit.builders import make_run

REFERENCE = Reference(
    where="x.md", line=7, target="/blog/tide/", path="/blog/tide/", fragment=""
)  # fmt: skip


@pytest.mark.parametrize(
    ("change", "messages"),
    [
        ({}, []),
        ({"fragment": "one"}, []),
        ({"fragment": "t=75"}, []),
        ({"path": "/blog/feed.xml", "fragment": "x"}, []),
        (
            {"target": "/blog/tide", "path": "/blog/tide"},
            [
                "x.md:7: the link '/blog/tide' leads to an address that the site does not have. "
                "Did you mean '/blog/tide/'?"
            ],
        ),
        (
            {"target": "/x", "path": "/x"},
            [
                "x.md:7: the link '/x' leads to an address that the site does not have. "
                "Correct the address."
            ],
        ),
        (
            {"target": "/blog/tide/#two", "fragment": "two"},
            [
                "x.md:7: the link '/blog/tide/#two' leads to a heading that /blog/tide/ does not "
                "have. Link to the heading's words in lower case, joined by hyphens."
            ],
        ),
    ],
)
def test_a_link_is_judged_by_what_the_site_has(
    tmp_path: Path, change: dict[str, str], messages: list[str]
) -> None:
    run = make_run(tmp_path)
    run.addresses.claim("/blog/tide/", "tide.md")
    run.addresses.claim("/blog/feed.xml", "the blog")
    references = [replace(REFERENCE, **change)]  # type: ignore[arg-type]  # texts alone

    found = check_references(references, run, {"/blog/tide/": frozenset({"one"})})

    assert [str(problem) for problem in found] == messages
