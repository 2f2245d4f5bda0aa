"""What Qt complains of: kept by its category and its place, never by its words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

if TYPE_CHECKING:
    from careerdesk.crash_report import CrashReport, Mark

MOST_OF_A_PLACE = 5
MOST_PLACES = 100
_WORTH_IT = {
    QtMsgType.QtWarningMsg: "warning",
    QtMsgType.QtCriticalMsg: "critical",
    QtMsgType.QtFatalMsg: "fatal",
}


class QtMessages:
    """Hears what Qt would print, until `stop`: a message may name what somebody wrote.

    Warnings go into the log, a few of each place. After what is fatal Qt ends the program, so that
    goes where the next start finds it.
    """

    def __init__(self, report: CrashReport, mark: Mark | None) -> None:
        """Listen from now on, also to what other threads say."""
        self._report, self._mark = report, mark
        self._seen: Counter[str] = Counter()
        self._before = qInstallMessageHandler(self._heard)

    def stop(self) -> None:
        """Let Qt say things as before."""
        qInstallMessageHandler(self._before)

    def _heard(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        how = _WORTH_IT.get(kind)
        if how is None:
            return
        said = f"{how}: {_place(context, message)}"
        if how == "fatal" and self._mark is not None:
            self._mark.last_words(f"Qt {said}")
        self._seen[said] += 1
        if self._seen[said] <= MOST_OF_A_PLACE and len(self._seen) <= MOST_PLACES:
            self._report.warn(f"Qt {said}")


def _place(context: QMessageLogContext, message: str) -> str:
    """The category, the function of Qt that spoke if it says so, and the line if that is known."""
    import re

    named = re.match(r"Q[A-Za-z0-9]+(::~?[A-Za-z0-9]+)+", str(message))
    parts = [str(context.category or "default")]
    if named:
        parts.append(named[0])
    if context.file:
        file = re.split(r"[/\\]", str(context.file))[-1]
        parts.append(f"{file}:{context.line}")
    return " ".join(parts)
