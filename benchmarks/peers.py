"""P17 and P19: how soon it stands, beside programs that one would open in its place.

Each is started as it comes, with a home of its own. P17 compares the first painting of all; P19
our first page with its data, over the heavy store, with the window of the other painted in full.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import Result, median
from benchmarks.stores import store_of

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Peer:
    """A program, the arguments that make it show its window, and the largest ratios to it."""

    name: str
    arguments: tuple[str, ...] = ()
    to_first: float = 1.0
    to_full: float = 1.0


PEERS = (
    Peer("vorta", ("--foreground",), 0.5, 0.6),
    Peer("git-cola", ("--repo", "repository")),
    Peer("retext", (), 1.0, 0.9),
    Peer("novelwriter"),
)


def bench(python: str, wanted: set[str], turns: int) -> list[Result]:
    """Start all of them and the program by turns; *python* is that which has the peers."""
    with tempfile.TemporaryDirectory(prefix="careerdesk-bench-") as name:
        home = Path(name)
        subprocess.run(["git", "init", "-q", home / "repository"], check=True)
        store = str(store_of("heavy"))
        ours = [sys.executable, "-m", "careerdesk", "--store", store, "--measure-start"]
        watch = str(HERE / "peer_window.py")
        commands = {peer.name: [python, watch, peer.name, *peer.arguments] for peer in PEERS}
        found: dict[str, list[dict[str, float]]] = {}
        for turn in range(turns + 1):
            order = [("ours", ours), *commands.items()]
            for key, command in order if turn % 2 else reversed(order):
                found.setdefault(key, []).append(_started(command, home))
    return [*_beside(found, wanted)]


def _beside(found: dict[str, list[dict[str, float]]], wanted: set[str]) -> list[Result]:
    def middle(name: str, figure: str) -> float:
        return median([one[figure] for one in found[name][1:]])  # the first warms the disk up

    turns = len(found["ours"]) - 1
    first = [
        Result("P17", f"first painting, beside {peer.name}", "ms", middle("ours", "first_paint_ms"),
               peer.to_first, middle(peer.name, "first_paint_ms"), turns)
        for peer in PEERS
    ]  # fmt: skip
    full = [
        Result("P19", f"first page in full, beside {peer.name}", "ms",
               middle("ours", "first_data_ms"), peer.to_full, middle(peer.name, "full_ms"), turns)
        for peer in PEERS
    ]  # fmt: skip
    return [result for result in (*first, *full) if result.goal in wanted]


def _started(command: list[str], home: Path) -> dict[str, float]:
    """What one start prints last."""
    folders = {"HOME": home, "CAREERDESK_HOME": home / "careerdesk", "XDG_RUNTIME_DIR": home}
    folders |= {f"XDG_{what}_HOME": home / what for what in ("CONFIG", "DATA", "CACHE", "STATE")}
    environment = os.environ | {key: str(folder) for key, folder in folders.items()}
    environment["START_NS"] = str(time.clock_gettime_ns(time.CLOCK_MONOTONIC))
    environment["PYTHONPATH"] = str(HERE.parent) if command[0] == sys.executable else ""
    done = subprocess.run(
        command, env=environment, cwd=home, check=True, timeout=120, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures
