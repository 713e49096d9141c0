from __future__ import annotations

import pytest

from plugins.report.told import summarise_problems
from plugins.shared.problems import Problems


@pytest.mark.parametrize(
    ("errors", "warnings", "expected"),
    [
        (1, 0, "1 error. Nothing was written."),
        (2, 1, "2 errors, 1 warning. Nothing was written."),
        (0, 2, "0 errors, 2 warnings. Nothing was written."),
    ],
)
def test_the_last_line_counts_what_was_found(errors: int, warnings: int, expected: str) -> None:
    problems = Problems()
    for number in range(errors):
        problems.error("a.md", f"{number}.")
    for number in range(warnings):
        problems.warning("a.md", f"{number}.")

    assert summarise_problems(problems) == expected
