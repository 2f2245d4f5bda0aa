"""Starts a program of somebody else that is made with PyQt, and says when its window was painted.

Run by the Python of the peers, with the name of the program and its arguments. Prints
`{"first_paint_ms": …, "full_ms": …}`, counted from the stamp `START_NS` of whoever started it: when
anything was painted, and when the last of it was, after which nothing was for a quarter second.
Uses nothing but the standard library and the binding that the program brings.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import json
import os
import sys
import time
from typing import Any

QUIET_MS = 250
LONGEST_MS = 20_000  # of one that never stops painting


def main() -> None:
    """Run the program until its window stands."""
    name, *arguments = sys.argv[1:]
    core: Any = importlib.import_module("PyQt6.QtCore")
    widgets: Any = importlib.import_module("PyQt6.QtWidgets")
    widgets.QApplication.__init__ = _watching(widgets.QApplication.__init__, _watcher(core))
    (script,) = importlib.metadata.entry_points(group="console_scripts", name=name) or (
        importlib.metadata.entry_points(group="gui_scripts", name=name)
    )
    sys.argv = [name, *arguments]
    script.load()()


def _watching(plain: Any, watch: Any) -> Any:
    """What makes the application, with somebody who looks on from then."""

    def make(application: Any, *arguments: Any, **named: Any) -> None:
        plain(application, *arguments, **named)
        watch(application)

    return make


def _watcher(core: Any) -> Any:
    paint = core.QEvent.Type.Paint
    start = int(os.environ["START_NS"])
    painted: list[int] = []

    class Watch(core.QObject):  # type: ignore[misc]
        def eventFilter(self, watched: Any, event: Any) -> bool:  # noqa: N802  # Qt's name
            if event.type() == paint and watched.isWidgetType():
                painted.append(time.clock_gettime_ns(time.CLOCK_MONOTONIC))
                self.quiet.start(QUIET_MS)
            return False

    def watch(application: Any) -> None:
        one = Watch(application)
        one.quiet = core.QTimer(one, singleShot=True, timeout=tell)
        core.QTimer.singleShot(LONGEST_MS, tell)
        application.installEventFilter(one)

    def tell() -> None:
        found = {"first_paint_ms": painted[0], "full_ms": painted[-1]} if painted else {}
        print(json.dumps({key: round((ns - start) / 1e6, 1) for key, ns in found.items()}))
        sys.stdout.flush()
        os._exit(0)  # ending is no part of a start

    return watch


if __name__ == "__main__":
    main()
