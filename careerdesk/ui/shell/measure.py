"""How long the start took: the figures that `--measure-start` prints."""

from __future__ import annotations

import os
import time
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Slot

from careerdesk.compat import override
from careerdesk.ui.shell.main_window import MainWindow


def process_age_ms() -> float:
    """Milliseconds since the launcher's stamp `START_NS`, else since the process began."""
    stamp = os.environ.get("START_NS", "")
    if stamp.isdigit():
        return (time.monotonic_ns() - int(stamp)) / 1e6
    try:
        with Path("/proc/self/stat").open(encoding="ascii") as file:
            started = int(file.read().rpartition(")")[2].split()[19])
    except OSError:
        return time.process_time() * 1e3
    return time.clock_gettime(time.CLOCK_BOOTTIME) * 1e3 - started * 1e3 / os.sysconf("SC_CLK_TCK")


def peak_memory_kb() -> int:
    """The largest resident size of this process so far, in KiB; -1 where unknown."""
    try:
        with Path("/proc/self/status").open(encoding="ascii") as file:
            return next(int(line.split()[1]) for line in file if line.startswith("VmHWM:"))
    except (OSError, StopIteration):
        return -1


class Stopwatch(QObject):
    """Notes when the window was painted first, and the longest pause of the loop after that."""

    def __init__(self, window: MainWindow) -> None:
        """Watch *window*, which is not shown yet."""
        super().__init__(window)
        self._window = window
        self._first_paint = 0.0
        self._first_data = 0.0
        self._ready = 0.0
        self._longest = 0
        self._since = QElapsedTimer()
        self._pulse = QTimer(self)
        self._pulse.setInterval(0)
        self._connect()

    def _connect(self) -> None:
        self._window.first_data_painted.connect(self._painted)
        self._pulse.timeout.connect(self._beat)
        self._window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note when the window was painted first."""
        if event.type() == QEvent.Type.Paint and not self._first_paint:
            QTimer.singleShot(0, self._begin)
            self._first_paint = process_age_ms()
        return super().eventFilter(watched, event)

    @Slot()
    def _begin(self) -> None:
        self._since.start()
        self._pulse.start()

    @Slot()
    def _beat(self) -> None:
        self._longest = max(self._longest, self._since.restart())

    @Slot()
    def _painted(self) -> None:
        self._first_data = process_age_ms()

    def edited(self) -> None:
        """Note that the first edit was done."""
        self._ready = process_age_ms()

    def figures(self) -> dict[str, float]:
        """Milliseconds from the start of the process, and memory in KiB."""
        return {
            "first_paint_ms": round(self._first_paint, 1),
            "first_data_ms": round(self._first_data, 1),
            "ready_ms": round(self._ready, 1),
            "longest_stall_ms": float(self._longest),
            "peak_rss_kb": peak_memory_kb(),
        }
