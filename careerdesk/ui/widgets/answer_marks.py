"""What holds for an answer: private as a whole, or not for the record at all."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from careerdesk.i18n import tr
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.settling import settle
from careerdesk.ui.widgets.buttons import Chip, TextButton
from careerdesk.ui.widgets.flow import FlowLayout
from careerdesk.ui.widgets.labels import Body

PRIVATE, OFF_RECORD = "answerPrivate", "answerOffRecord"
STRIKE, KEEP = "answerStrike", "answerKeep"


def scroll_to(widget: QWidget) -> None:
    """Bring a widget into sight that was shown just now."""
    settle()
    holder = widget.parentWidget()
    while holder is not None and not isinstance(holder, QScrollArea):
        holder = holder.parentWidget()
    if isinstance(holder, QScrollArea):
        holder.ensureWidgetVisible(widget, 0, 16)


class AnswerMarks(QWidget):
    """Two chips. Words that are typed already go only once that was read and said again.

    *has_words* tells whether any stand there now.
    """

    private_wanted = Signal(bool)
    off_record_wanted = Signal(bool)

    def __init__(self, ctx: Context, has_words: Callable[[], bool], prefix: str = "") -> None:
        """*prefix* tells the handles apart from those of other answers."""
        super().__init__()
        self._has_words = has_words
        theme = ctx.theme
        self.private = Chip(theme, tr("Private"), "lock", name=prefix + PRIVATE, checkable=True)
        self.private.setToolTip(
            tr("The whole answer is for your eyes only and is left out of anything you share")
        )
        ctx.sharing.hide_while_sharing(self.private)
        self.off_record = Chip(
            theme, tr("Off the record"), name=prefix + OFF_RECORD, checkable=True
        )
        self.off_record.setToolTip(tr("Keeps the date the question was asked, but not the answer"))
        self.warning = Body(
            tr(
                "The text typed here will be deleted permanently, and you won't be able to undo "
                "any earlier changes."
            ),
            wrap=True,
        )
        self.strike = TextButton(theme, tr("Remove the text"), name=prefix + STRIKE, compact=True)
        self.keep = TextButton(theme, tr("Keep the text"), name=prefix + KEEP, compact=True)
        self.ask = QWidget()
        self._arrange()
        self._connect()

    def set_suffix(self, suffix: str) -> None:
        """Tell the handles of an older answer from those of the first one."""
        named = ((self.private, PRIVATE), (self.off_record, OFF_RECORD),
                 (self.strike, STRIKE), (self.keep, KEEP))  # fmt: skip
        for button, name in named:
            button.setObjectName(name + suffix)

    def show_marks(self, *, private: bool, off_record: bool, able: bool = True) -> None:
        """Press what holds; *able* is false where no question was asked."""
        self.private.setChecked(private)
        self.off_record.setChecked(off_record)
        self.off_record.setVisible(able)
        self.private.setVisible(not off_record)
        if off_record:
            self.ask.hide()

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.private, self.off_record, self.strike, self.keep]

    def fold(self) -> None:
        """Ask nothing any more."""
        self.ask.hide()

    def _arrange(self) -> None:
        chips = QWidget()
        flow = FlowLayout(chips, gap=6)
        flow.addWidget(self.private)
        flow.addWidget(self.off_record)
        answers = QWidget()
        below = FlowLayout(answers, gap=8)
        below.addWidget(self.strike)
        below.addWidget(self.keep)
        asking = QVBoxLayout(self.ask)
        asking.setContentsMargins(0, 6, 0, 0)
        asking.setSpacing(4)
        asking.addWidget(self.warning)
        asking.addWidget(answers)
        self.ask.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(chips)
        column.addWidget(self.ask)

    def _connect(self) -> None:
        self.private.clicked.connect(self._private)
        self.off_record.clicked.connect(self._off_record)
        self.strike.clicked.connect(self._strike)
        self.keep.clicked.connect(self._keep)

    def _private(self) -> None:
        self.private_wanted.emit(self.private.isChecked())

    def _off_record(self) -> None:
        wanted = self.off_record.isChecked()
        if not wanted or not self._has_words():
            self.off_record_wanted.emit(wanted)
            return
        self.off_record.setChecked(False)
        self.ask.show()
        scroll_to(self.ask)
        self.strike.setFocus(Qt.FocusReason.OtherFocusReason)

    def _strike(self) -> None:
        self.off_record.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ask.hide()
        off_record = True
        self.off_record_wanted.emit(off_record)

    def _keep(self) -> None:
        self.off_record.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ask.hide()
