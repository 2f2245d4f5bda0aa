"""P20: from the command until the window that is open already is asked to come forward."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Result, median
from careerdesk import calling

HERE = Path(__file__).resolve().parent
LIMIT = 0.5


def bench(_wanted: set[str], turns: int) -> list[Result]:
    """Start a bare window and a second start by turns; the medians, and how many parts of Qt."""
    bare: list[float] = []
    ours: list[float] = []
    with tempfile.TemporaryDirectory(prefix="cd-bench-") as home:
        os.environ["CAREERDESK_HOME"] = home
        store = Path(home) / "store.db"
        path = calling.address_of(store)
        heard = calling.listen(path) if path is not None else None
        if heard is None:
            return [Result("P20", "second start", "ms", float("nan"), LIMIT, 1, 0)]
        heard.setblocking(True)  # noqa: FBT003
        with heard:
            for turn in range(turns + 1):
                for one in (_bare, _second) if turn % 2 else (_second, _bare):
                    (bare if one is _bare else ours).append(one(heard, store))
    floor = median(bare[1:])
    what = "second start until the first window is asked"
    return [Result("P20", what, "ms", median(ours[1:]), LIMIT, floor, turns)]


def _environment() -> dict[str, str]:
    shown = any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))
    return os.environ | ({} if shown else {"QT_QPA_PLATFORM": "offscreen"})


def _bare(_heard: socket.socket, _store: Path) -> float:
    """Milliseconds until a bare window is painted."""
    start = str(time.clock_gettime_ns(time.CLOCK_MONOTONIC))
    done = subprocess.run(
        [sys.executable, str(HERE / "bare_window.py")], env=_environment() | {"START_NS": start},
        cwd=HERE.parent, stdout=subprocess.PIPE, check=True, timeout=120,
    )  # fmt: skip
    figures: dict[str, float] = json.loads(done.stdout)
    return figures["first_paint_ms"]


def _second(heard: socket.socket, store: Path) -> float:
    """Milliseconds until a second start has said what it wants."""
    start = time.monotonic()
    arguments = [sys.executable, "-m", "careerdesk", "--store", str(store)]
    with subprocess.Popen(arguments, env=_environment(), cwd=HERE.parent) as started:
        connection, _ = heard.accept()
        with connection:
            connection.recv(calling.MOST_BYTES)
            took = time.monotonic() - start
            connection.sendall(calling.HEARD)
        if started.wait(timeout=120):
            raise RuntimeError("the second start was not content")
    return took * 1000
