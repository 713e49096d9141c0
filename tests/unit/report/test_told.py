from __future__ import annotations

import pytest

from plugins.report.told import summarise_problems
from plugins.shared.problems import Problems


@pytest.mark.parametrize(
    ("errors", "warnings", "told"),
    [
        (1, 0, "1 error. Nothing was written."),
        (2, 0, "2 errors. Nothing was written."),
        (1, 1, "1 error, 1 warning. Nothing was written."),
        (3, 12, "3 errors, 12 warnings. Nothing was written."),
        (0, 2, "0 errors, 2 warnings. Nothing was written."),
    ],
)
def test_the_last_line_counts_what_is_wrong_and_says_what_follows(
    errors: int, warnings: int, told: str
) -> None:
    problems = Problems()
    for number in range(errors):
        problems.error("content/posts/a.md", f"error {number}.")
    for number in range(warnings):
        problems.warning("content/posts/a.md", f"warning {number}.")

    assert summarise_problems(problems) == told
