"""All rules there are, those over content and those over feeds: one table."""

from __future__ import annotations

from plugins.podcast.judge.table import TABLE
from plugins.shared.rules import RULES, Rule

BY_KEY: dict[str, Rule] = {rule.key: rule for rule in (*RULES, *(row.rule for row in TABLE))}
