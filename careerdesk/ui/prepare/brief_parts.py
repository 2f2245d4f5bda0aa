"""The sections of a brief that only tell: since last time, goals, drives, temperature."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from careerdesk.compat import override
from careerdesk.domain.plain import plain
from careerdesk.domain.records import CheckIn
from careerdesk.domain.views import GoalGlance, Temperature
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.texts import Dates, signed, tr
from careerdesk.ui.prepare.goal_row import GoalRowDelegate
from careerdesk.ui.prepare.goals import GoalModel
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.buttons import LinkButton
from careerdesk.ui.widgets.labels import Body, Caption, Muted
from careerdesk.ui.widgets.private import HatchFrame, PrivateMark
from careerdesk.ui.widgets.section import IconMark
from careerdesk.ui.widgets.sparkline import Line, Sparkline

EXCERPT, EXCERPT_LINES = 420, 6
ALL_NOTES = "briefNotes"
GOALS = "briefGoals"
TREND = 3  # talks


class FactRow(QWidget):
    """An icon, a sentence, and a day at the right."""

    def __init__(self, theme: Theme, icon: str) -> None:
        """Say nothing yet."""
        super().__init__()
        self._words = Body(wrap=True)
        self._when = Caption()
        self._when.setContentsMargins(0, 2, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 5, 2, 5)
        row.setSpacing(9)
        row.addWidget(IconMark(theme, icon, 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        row.addWidget(self._when, 0, Qt.AlignmentFlag.AlignTop)

    def tell(self, words: str, when: str) -> None:
        """Tell one thing."""
        self._words.setText(words)
        self._when.setText(when)


class SinceLastTime(QWidget):
    """What was reached since the last talk, and how its notes begin."""

    notes_wanted = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start with nothing."""
        super().__init__(parent)
        self._theme = ctx.theme
        self._shown: tuple[object, ...] | None = None
        self._rows: list[FactRow] = []
        self.notes = Muted(wrap=True)
        self.nothing = Muted(tr("No talk yet"))
        self.all = LinkButton(ctx.theme, tr("All of these notes"), name=ALL_NOTES)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._facts)
        column.addWidget(self.notes)
        column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.nothing)
        self.notes.setContentsMargins(2, 4, 2, 2)
        self.nothing.setContentsMargins(0, 5, 0, 5)
        self.all.clicked.connect(self.notes_wanted)

    def show_facts(self, last: CheckIn | None, done: Sequence[GoalGlance], today: date) -> None:
        """Show goals reached and the notes of the last talk."""
        shown = (last, tuple(done), today)
        if shown == self._shown:
            return
        self._shown = shown
        self._show_done(done, today)
        notes = plain(last.shared_notes) if last else ""
        short = _shortened(notes)
        self.notes.setText(short)
        self.notes.setToolTip(tr("What was noted in the last talk that was held."))
        self.notes.setVisible(bool(short))
        self.all.setVisible(short != notes)
        self.nothing.setText(tr("No talk yet") if last is None else tr("No notes"))
        self.nothing.setVisible(not short and not done)

    def _show_done(self, done: Sequence[GoalGlance], today: date) -> None:
        """One row for each goal; those of the person before are used again."""
        while len(self._rows) < len(done):
            self._rows.append(FactRow(self._theme, "check"))
            self._facts.addWidget(self._rows[-1])
        for item, row in zip(done, self._rows, strict=False):
            words = tr("Reached: {title}").format(title=item.title)
            row.tell(words, Dates.short_day(item.touched_on, today))
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(done))


class GoalList(QListView):
    """Goals to look at, as high as they are; Enter or a click opens one in the plan."""

    opened = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start with none."""
        super().__init__(parent)
        self._height: int | None = None
        self.rows = GoalModel(self)
        self.setModel(self.rows)
        self._delegate = GoalRowDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setObjectName(GOALS)
        self.setAccessibleName(tr("Goals to look at"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        for signal in (self.rows.rowsInserted, self.rows.rowsRemoved, self.rows.dataChanged):
            signal.connect(self._refit)
        theme.changed.connect(self._refit)
        self.clicked.connect(self._open)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the goal."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the page, not a search."""

    @override
    def sizeHint(self) -> QSize:
        """All rows: the page scrolls, not the list."""
        if self._height is None:
            self._height = self._delegate.rows_height()
        return QSize(200, self._height)

    @override
    def minimumSizeHint(self) -> QSize:
        """All rows, however narrow."""
        return QSize(60, self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows anew, since titles wrap."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._refit()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.id_at(index.row()))

    def _refit(self) -> None:
        self._height = None
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()


class TemperatureLine(QWidget):
    """How the last talks felt, as two lines in a private box."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start with nothing."""
        super().__init__(parent)
        self.nothing = Muted(tr("Not asked yet"))
        self.box = HatchFrame(ctx.theme)
        self.line = Sparkline(ctx.theme, name="briefTemperature")
        self.words = Caption(wrap=True)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(PrivateMark(ctx.theme))
        row.addWidget(self.line, 1)
        row.addWidget(self.words, 1)
        self.box.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.addWidget(self.box)
        column.addWidget(self.nothing)

    def show_talks(self, talks: Sequence[Temperature]) -> None:
        """Show the talks, the oldest first."""
        known = [one for one in talks if one.is_known]
        self.box.setVisible(bool(known))
        self.nothing.setVisible(not known)
        lines = [
            Line(tuple(one.said for one in talks)),
            Line(tuple(one.sensed for one in talks), dashed=True),
        ]
        self.line.show_lines(lines, _spoken(known), (-2, 2))
        self.words.setText(trend([one.said for one in talks if one.said is not None]))


def trend(values: Sequence[int]) -> str:
    """*falling over the last 3 talks*, by what was said."""
    last = values[-TREND:]
    if len(last) < TREND:
        return ""
    if last[-1] < last[0]:
        return tr("falling over the last {n} talks").format(n=TREND)
    if last[-1] > last[0]:
        return tr("rising over the last {n} talks").format(n=TREND)
    return tr("steady over the last {n} talks").format(n=TREND)


def _spoken(known: Sequence[Temperature]) -> str:
    said = [one.said for one in known if one.said is not None]
    words = tr("Private: temperature, {n} talks").format(n=len(known))
    if len(said) < 2:
        return words
    ends = tr("from {first} to {last}").format(first=signed(said[0]), last=signed(said[-1]))
    return f"{words}, {ends}"


def _shortened(notes: str) -> str:
    """The first lines of a note, cut at a word."""
    lines = [line for line in notes.split("\n") if line.strip()][:EXCERPT_LINES]
    short = "\n".join(lines)
    whole = "\n".join(line for line in notes.split("\n") if line.strip())
    if len(short) <= EXCERPT and short == whole:
        return notes
    return short[:EXCERPT].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
