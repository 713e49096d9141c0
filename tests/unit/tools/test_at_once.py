from __future__ import annotations

import pytest

from tools.shared.at_once import do_at_once


def half(number: int) -> int:
    if number % 2:
        raise ValueError(f"{number} is odd.")
    return number // 2


def test_each_thing_has_its_answer_or_why_there_is_none() -> None:
    told: list[str] = []

    found = do_at_once(half, [2, 3, 8], 2, "Halving", told.append)

    assert {number: str(answer) for number, answer in found.items()} == {
        2: "1",
        3: "3 is odd.",
        8: "4",
    }
    assert len(told) == 3
    assert all(text.startswith("Halving ") for text in told)


def test_what_nobody_expected_is_raised() -> None:
    def break_down(number: int) -> int:
        raise RuntimeError(number)

    with pytest.raises(RuntimeError, match="1"):
        do_at_once(break_down, [1], 1, "Breaking", lambda _: None)
