"""What is kept beside a release and never served: its ledger, and where its pages went."""

from __future__ import annotations

import json

from tools.build.facts import Facts

LEDGER = "ledger"
MOVES = "moves"


def make_notes(facts: Facts) -> dict[str, str]:
    """Return the notes on a build by their names.

    The ledger tells the next publisher what was promised here, even if this one is killed before
    it writes its own; the moves tell a web server which addresses to redirect for good, and which
    to answer with 410.
    """
    moves = {"redirects": dict(facts.redirects), "gone": facts.gone}
    notes = {MOVES: json.dumps(moves, ensure_ascii=False, indent=1) + "\n"}
    return notes | ({LEDGER: facts.ledger.text} if facts.ledger else {})
