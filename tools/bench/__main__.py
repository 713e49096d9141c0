"""Run a benchmark: `python -m tools.bench feed`, `probe` or `transcripts`.

Every size runs in a process of its own, so that its peak memory is its own, one after the other.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from itertools import pairwise

from tools.bench import feed, probe, transcripts
from tools.shared.command import Parser, run_command
from tools.shared.paths import ROOT

# What is measured of a number of episodes.
BENCHMARKS: dict[str, Callable[[int], dict[str, float]]] = {
    "feed": feed.measure,
    "probe": probe.measure,
    "transcripts": transcripts.measure,
}
SIZES = {"feed": (1_000, 10_000), "probe": (300, 3_000), "transcripts": (50, 500)}


def main(arguments: Sequence[str]) -> int:
    """Print what was measured of each size."""
    parser = Parser("bench", __doc__)
    parser.add_argument("name", choices=sorted(BENCHMARKS))
    parser.add_argument("--sizes", type=int, nargs="+", help="numbers of episodes")
    parser.add_argument("--json", action="store_true", help="print as JSON")
    parser.add_argument("--alone", type=int, metavar="SIZE", help="measure in this very process")
    options = parser.parse_args(arguments)
    if options.alone:
        print(json.dumps(BENCHMARKS[options.name](options.alone)))
        return 0
    sizes = options.sizes or SIZES[options.name]
    rows = [_measure(options.name, size) for size in sizes]
    if options.json:
        print(json.dumps(rows, indent=1))
        return 0
    for row in rows:
        print("  ".join(f"{name} {value:g}" for name, value in row.items()))
    for smaller, larger in pairwise(rows):
        ratio = larger["seconds"] / smaller["seconds"] * smaller["episodes"] / larger["episodes"]
        print(f"time per episode, {larger['episodes']:g} to {smaller['episodes']:g}: {ratio:.2f}")
    return 0


def _measure(name: str, size: int) -> dict[str, float]:
    command = [sys.executable, "-m", "tools.bench", name, "--alone", str(size)]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


if __name__ == "__main__":
    sys.exit(run_command(main, sys.argv[1:]))
