"""What is looked for among the check-ins that are over: words or a month, and what they were."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.history import FullCheckIn, Wanted, context, wanted
from careerdesk.domain.names import folded
from careerdesk.domain.records import CheckInKind
from careerdesk.domain.views import CheckInLine
from careerdesk.i18n import tr
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.holders import Finding
from careerdesk.ui.widgets.buttons import Chip
from careerdesk.ui.widgets.flow import FlowLayout
from careerdesk.ui.widgets.labels import Muted

SEARCH = "historySearch"
WIDEST = 420
CHARTS_CHIP = "historyCharts"
CHIPS = ("career", "feedback", "low", "away")


class HistorySearch(QWidget):
    """`changed` tells that something else is looked for; Enter goes to what was found."""

    changed = Signal()
    entered = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start with all check-ins."""
        super().__init__(parent)
        self._ctx = ctx
        self.edit = _Field()
        self.edit.setObjectName(SEARCH)
        label = tr("Search these check-ins by text or month")
        self.edit.setPlaceholderText(label)
        self.edit.setAccessibleName(label)
        self.edit.setClearButtonEnabled(True)
        self.edit.setMaximumWidth(ctx.theme.look.measure(WIDEST))
        words = (tr("Career conversations"), tr("With feedback"), tr("Low"), tr("Not held"))
        self.chips = {
            key: Chip(ctx.theme, word, name=f"{SEARCH}{key.capitalize()}", checkable=True)
            for key, word in zip(CHIPS, words, strict=True)
        }
        self.chips["low"].setToolTip(tr("Temperature below 0, as said or as sensed"))
        self.charts = Chip(ctx.theme, tr("Charts"), name=CHARTS_CHIP, checkable=True)
        self.nothing = Muted(tr("No check-ins match. Press Esc to show all."))
        Finding(self.edit)
        self._arrange()
        self._connect()
        self.tell(found=True)

    @property
    def wanted(self) -> Wanted:
        """What is looked for now."""
        look = wanted(self.edit.text(), month_names())
        low = self.chips["low"].isChecked() and not self._ctx.sharing.on
        return replace(
            look,
            kind=CheckInKind.CAREER if self.chips["career"].isChecked() else None,
            with_feedback=self.chips["feedback"].isChecked(),
            low=low,
            not_held=self.chips["away"].isChecked(),
            private=not self._ctx.sharing.on,
        )

    def tell(self, *, found: bool) -> None:
        """Say that nothing was found, or not."""
        self.nothing.setHidden(found)

    def clear(self) -> None:
        """Look for all check-ins again."""
        for chip in self.chips.values():
            chip.setChecked(False)
        self.edit.clear()

    def _arrange(self) -> None:
        row = QWidget()
        flow = FlowLayout(row, gap=6)
        for chip in self.chips.values():
            flow.addWidget(chip)
        flow.addWidget(self.charts)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 20, 4)
        column.setSpacing(6)
        column.addWidget(self.edit)
        column.addWidget(row)
        column.addWidget(self.nothing)
        self._ctx.sharing.hide_while_sharing(self.chips["low"])

    def _connect(self) -> None:
        self.edit.textChanged.connect(self.changed)
        self.edit.returnPressed.connect(self.entered)
        self.edit.escaped.connect(self._leave)
        for chip in self.chips.values():
            chip.toggled.connect(self.changed)

    def _leave(self) -> None:
        self.clear()
        self.entered.emit()


class _Field(QLineEdit):
    """Esc ends looking."""

    escaped = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


@cache
def month_names() -> dict[str, int]:
    """Folded names of the months, long and short, in the languages of the user and in English."""
    found: dict[str, int] = {}
    for locale in (QLocale(QLocale.Language.English), QLocale(), QLocale.system()):
        for month in range(1, 13):
            for form in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat):
                for name in (locale.monthName(month, form),
                             locale.standaloneMonthName(month, form)):  # fmt: skip
                    found[folded(name).rstrip(".")] = month
    return found


def found_row(look: Wanted, check_in: FullCheckIn) -> CheckInLine:
    """The line of a check-in that was found: what was promised in it, or where the words stand."""
    if check_in.promises and (look.month or not context(look, check_in)):
        words = tr("Promised: {words}", words="; ".join(check_in.promises))
        return replace(check_in.row, opening=words)
    return replace(check_in.row, opening=context(look, check_in) or check_in.row.opening)
