from __future__ import annotations

from plugins.shared.problems import Problem, Problems


def test_a_problem_says_where_what_and_what_to_do() -> None:
    problem = Problem(where="a.md", line=3, what="it is empty.", todo="Write some words.")

    assert str(problem) == "a.md:3: it is empty. Write some words."


def test_a_problem_without_line_or_remedy_leaves_no_gap() -> None:
    assert str(Problem(where="a.md", what="it is empty.")) == "a.md: it is empty."


def test_problems_are_sorted_by_place_and_told_once() -> None:
    problems = Problems()
    problems.error("b.md", "one.", line=10)
    problems.error("b.md", "two.", line=9)
    problems.error("b.md", "whole.")
    problems.warning("a.md", "x.")
    problems.error("b.md", "one.", line=10)

    assert [str(problem) for problem in problems] == [
        "a.md: warning: x.",
        "b.md: whole.",
        "b.md:9: two.",
        "b.md:10: one.",
    ]


def test_errors_and_warnings_are_told_apart() -> None:
    problems = Problems()
    problems.error("a.md", "wrong.")
    problems.warning("b.md", "odd.")

    assert [p.where for p in problems.errors] == ["a.md"]
    assert [p.where for p in problems.warnings] == ["b.md"]
    assert len(problems) == 2
