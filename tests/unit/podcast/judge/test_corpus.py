from __future__ import annotations

import pytest

from plugins.podcast.judge.table import TABLE
from tests.unit.podcast.judge.feeds import BASE, read_cases, told_of
from tests.unit.podcast.judge.test_documents import DOCUMENTS
from tests.unit.podcast.judge.test_served import CASES as SERVED

CASES = read_cases()


def test_a_feed_without_a_fault_has_no_findings() -> None:
    assert told_of(BASE.encode()) == []


@pytest.mark.parametrize("name", CASES)
def test_each_mistake_is_found_and_told_whole(name: str) -> None:
    case = CASES[name]

    assert told_of(case.feed()) == list(case.told)
    assert any(f" {case.rule}: " in line for line in case.told)


def test_every_rule_has_a_mistake_that_breaks_it() -> None:
    broken = {case.rule for case in CASES.values()}
    broken |= {line.split()[2].rstrip(":") for _, told in DOCUMENTS.values() for line in told}
    broken |= {line.split()[1].rstrip(":") for *_, told in SERVED.values() for line in told}
    broken.add("http-compression")

    assert [row.rule.key for row in TABLE if row.rule.key not in broken] == []


def test_no_two_rules_have_one_key() -> None:
    keys = [row.rule.key for row in TABLE]

    assert len(keys) == len(set(keys))


def test_every_rule_says_itself_in_a_sentence() -> None:
    odd = [row.rule.key for row in TABLE if not row.rule.says.endswith(".")]

    assert odd == []
