"""Runs the benchmarks and prints the table; the exit status is 1 if a goal is missed."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import peers
from benchmarks.figures import Result, table
from benchmarks.kept import History

TURNS, QUICK_TURNS = 15, 5
Bench = Callable[[set[str], int], list[Result]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what is asked for; the exit status."""
    options = _options(arguments)
    if not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY"))):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    wanted = set(options.goals or (PEERS if options.peers else ALL))
    turns = QUICK_TURNS if options.quick else TURNS
    results: list[Result] = []
    for goals, name in BENCHES:
        if wanted & set(goals):
            results += _bench(name)(wanted & set(goals), turns)
    if options.peers and wanted & set(PEERS):
        results += peers.bench(options.peers, wanted, turns)
    history = History.read(options.json) if options.json else History()
    print(table(results, history.last()))
    if options.json:
        history.add(results, turns)
        history.write(options.json)
    return 0 if all(result.met for result in results) else 1


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("goals", nargs="*", metavar="GOAL", help=f"of {', '.join(ALL)}")
    parser.add_argument("--quick", action="store_true", help="fewer turns; only a rough idea")
    parser.add_argument(
        "--json", type=Path, metavar="FILE",
        help="keep the figures there, after those of earlier runs, and compare with the last",
    )  # fmt: skip
    parser.add_argument(
        "--peers", metavar="PYTHON", help="of the programs to compare with: `dev.py bench peers`"
    )
    options = parser.parse_args(arguments)
    known = ALL + (PEERS if options.peers else ())
    unknown = set(options.goals) - set(known)
    if unknown:
        parser.error(f"no such goal: {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    return options


BENCHES = (
    (("P1", "P2", "P3", "P4", "P5", "P6", "P18"), "starting"),
    (("P7",), "reading"),
    (("P8",), "growing"),
    (("P9",), "going"),
    (("P10",), "searching"),
    (("P11", "P22"), "typing_notes"),
    (("P12",), "moving"),
    (("P13",), "history"),
    (("P14",), "printing"),
    (("P16",), "backing_up"),
    (("P20",), "calling"),
    (("P21",), "appearance"),
    (("P23", "P24"), "bringing_in"),
)
ALL = tuple(goal for goals, _ in BENCHES for goal in goals)
PEERS = ("P17", "P19")


def _bench(name: str) -> Bench:
    """The function `bench` of a module, imported when its turn comes."""
    module = __import__(f"benchmarks.{name}", fromlist=["bench"])
    bench: Bench = module.bench
    return bench


if __name__ == "__main__":
    sys.exit(main())
