"""The floor of a start: an empty window of Qt, which says when it was painted, and ends.

Prints `{"first_paint_ms": …, "peak_rss_kb": …}`, counted from the stamp `START_NS` of whoever
started it, as `careerdesk --measure-start` counts.
"""

from __future__ import annotations

import json
import os
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget


class Canvas(QWidget):
    """Notes its first paint, and ends the program after it."""

    painted_ns = 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if not self.painted_ns:
            self.painted_ns = time.clock_gettime_ns(time.CLOCK_MONOTONIC)
            QTimer.singleShot(0, QApplication.quit)


def main() -> None:
    """Show the window and print the figures."""
    application = QApplication(["bare"])
    window = QMainWindow()
    canvas = Canvas()
    window.setCentralWidget(canvas)
    window.resize(1100, 720)
    window.show()
    application.exec()
    since_start = (canvas.painted_ns - int(os.environ["START_NS"])) / 1e6
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123  # pathlib is slower
        peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
    print(json.dumps({"first_paint_ms": round(since_start, 1), "peak_rss_kb": peak}), flush=True)
    os._exit(0)  # taking Python down is no part of a start


if __name__ == "__main__":
    main()
