from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.discovery.prose import split_code


def code_in(text: str) -> str:
    return "".join(piece for is_code, piece in split_code(text) if is_code)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("One\n\n    code\n\ntwo", "    code\n"),
        ("    code at the start", "    code at the start"),
        ("One\n    still the same paragraph", ""),
        ("One\n\n\tcode by tab", "\tcode by tab"),
        ("```\ncode\n```\nprose", "```\ncode\n```\n"),
        ("~~~ python\ncode\n\n```\n~~~\nprose", "~~~ python\ncode\n\n```\n~~~\n"),
        ("````\n```\n````\nprose", "````\n```\n````\n"),
        ("```never closed\ncode", "```never closed\ncode"),
        ("```inline``` code is for others", ""),
        ("- item\n\n    its second paragraph\n", ""),
        ("- item\n\n        its code\n\n- next", "        its code\n"),
        ("- item\n    - inner\n\n        its paragraph\n", ""),
        ("1. item\n\n    more\n\nout\n\n    code", "    code"),
        ("[^1]: A note.\n\n    More of it.\n", ""),
        ("Term\n:   Meaning.\n\n    More of it.\n", ""),
        ('!!! note "Mind"\n    Not code.\n\n    Nor this.\n', ""),
        ("> One\n>\n>     code\n> two", ">     code\n"),
        ("> ```\n> code\n> ```\n> two", "> ```\n> code\n> ```\n"),
        ("<pre>\ncode\n\nmore\n</pre>\nprose", "<pre>\ncode\n\nmore\n</pre>\n"),
        ("<pre>code</pre>\nprose", "<pre>code</pre>\n"),
        ("<!-- a\n\nb -->\nprose", "<!-- a\n\nb -->\n"),
        ("<SCRIPT>\na\n</script>\nprose", "<SCRIPT>\na\n</script>\n"),
        ("<predicate>", ""),
    ],
)
def test_code_is_told_from_prose(text: str, code: str) -> None:
    assert code_in(text) == code


@settings(deadline=None)
@given(st.text(alphabet="ab `~>-*1.)\n\t<!pre/:^[]") | st.text())
def test_the_pieces_make_up_the_text_again(text: str) -> None:
    assert "".join(piece for _, piece in split_code(text)) == text
