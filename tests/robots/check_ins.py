"""The hands of a test on the check-ins page, and talks to find there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton

from careerdesk.domain.records import CheckIn, CheckInState
from careerdesk.services import checkins
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.base.navigation import Destination, Errand
from careerdesk.ui.checkins.check_in_goals import GoalLineList
from careerdesk.ui.checkins.check_in_history import Timeline
from careerdesk.ui.checkins.check_ins import CheckInsPage
from careerdesk.ui.checkins.goal_lines import GoalLine, GoalLines
from careerdesk.ui.widgets.inline_add import InlineAdd
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.segmented import Segmented
from careerdesk.ui.widgets.tick_list import TickList
from careerdesk.ui.widgets.ticks import WORDS_ROLE, TickWords
from tests.robots.stage import Stage


class MovableClock:
    """It is as late as a test says."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment.astimezone()

    def today(self) -> date:
        return self.now().date()

    def go_on(self, **span: int) -> None:
        self.moment += timedelta(**span)


def hold_check_ins(
    store: Store, person_id: int, count: int, until: datetime, every: int = 7
) -> None:
    """So many check-ins that took place, the last one *every* days before *until*."""
    with store.edit("Hold talks") as tx:
        for n in range(count):
            at = until - timedelta(days=every * (count - n))
            notes = f"Talk number {n}"
            held = CheckInState.HELD
            tx.add(CheckIn(person_id=person_id, state=held, starts_at=at, minutes=30,
                           shared_notes=notes))  # fmt: skip


class TickRobot:
    """Works on a list with tick boxes."""

    def __init__(self, stage: Stage, view: TickList, edit: QLineEdit) -> None:
        self.stage = stage
        self.view = view
        self.edit = edit

    def words(self) -> list[TickWords]:
        model = self.view.model()
        return [model.index(row, 0).data(WORDS_ROLE) for row in range(model.rowCount())]

    def texts(self) -> list[str]:
        return [words.text for words in self.words()]

    def ticked(self) -> list[str]:
        return [words.text for words in self.words() if words.ticked]

    def row(self, text: str) -> TickWords:
        return self.words()[self.texts().index(text)]

    def index(self, text: str) -> QModelIndex:
        return self.view.model().index(self.texts().index(text), 0)

    def add(self, *lines: str) -> None:
        self.edit.setFocus()
        for line in lines:
            self.edit.setText(line)
            self.stage.qtbot.keyClick(self.edit, Qt.Key.Key_Return)

    def press(self, key: Qt.Key, *texts: str) -> None:
        self.view.setFocus()
        self.view.clearSelection()
        for text in texts:
            self.view.setCurrentIndex(self.index(text))
        self.stage.qtbot.keyClick(self.view, key)

    def click_box(self, text: str) -> None:
        rect = self.view.visualRect(self.index(text))
        places = self.view.rows.places(rect, self.index(text), self.view.layoutDirection())
        self._click(QPoint(places.box.center().x(), rect.bottom() - 2))

    def _click(self, at: QPoint) -> None:
        self.stage.qtbot.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=at)

    def double_click(self, at: QPoint) -> None:
        view = self.view.viewport()
        kind = QEvent.Type.MouseButtonDblClick
        left = Qt.MouseButton.LeftButton
        plain = Qt.KeyboardModifier.NoModifier
        there = view.mapToGlobal(at)
        event = QMouseEvent(kind, at.toPointF(), there.toPointF(), left, left, plain)
        QApplication.sendEvent(view, event)

    def rename(self, text: str, words: str) -> None:
        self.press(Qt.Key.Key_Return, text)
        editor = self.view.findChild(QLineEdit)
        editor.selectAll()
        self.stage.qtbot.keyClicks(editor, words)
        self.stage.qtbot.keyClick(editor, Qt.Key.Key_Return)
        QApplication.processEvents()


class GoalsRobot:
    """Works on the plan in a running check-in, as a user does: by the words of its rows."""

    def __init__(self, stage: Stage, view: GoalLineList) -> None:
        self.stage = stage
        self.view = view

    def rows(self) -> list[GoalLine]:
        model = self.view.model()
        assert isinstance(model, GoalLines)
        return list(model.rows)

    def texts(self) -> list[str]:
        return [row.text for row in self.rows()]

    def row(self, text: str) -> GoalLine:
        return self.rows()[self.texts().index(text)]

    def index(self, text: str) -> QModelIndex:
        return self.view.model().index(self.texts().index(text), 0)

    def press(self, key: Qt.Key, text: str) -> None:
        self.view.setFocus()
        self.view.setCurrentIndex(self.index(text))
        self.stage.qtbot.keyClick(self.view, key)

    def unfold(self, text: str) -> None:
        self.press(Qt.Key.Key_Right, text)

    def type(self, text: str, words: str) -> QLineEdit:
        """Open the field of a row with Enter and type into it, without leaving it."""
        self.press(Qt.Key.Key_Return, text)
        field = self.view.edits.field
        assert field is not None and field.hasFocus()
        field.selectAll()
        self.stage.qtbot.keyClicks(field, words)
        return field

    def enter(self, text: str, words: str) -> None:
        """Type into the field of a row, and Enter."""
        field = self.type(text, words)
        self.stage.qtbot.keyClick(field, Qt.Key.Key_Return)
        QApplication.processEvents()


class CheckInsRobot:
    """Starts, holds, finishes and reopens check-ins as a user does."""

    def __init__(self, stage: Stage, person_id: int) -> None:
        self.clock = MovableClock(stage.ctx.clock.now())
        stage.ctx = replace(stage.ctx, clock=self.clock)
        self.stage = stage
        self.qtbot = stage.qtbot
        self.person_id = person_id
        self.page = CheckInsPage(stage.ctx)
        stage.ctx.navigator.wanted.connect(self._go)
        stage.show(self.page, person_id)

    def _go(self, to: Destination) -> None:
        """What the window does when a page asks for it."""
        if to.errand is Errand.START_CHECK_IN:
            wanted = to.id_of(CheckIn)
            checkins.start(self.stage.store, to.person_id, self.clock.now(), checkin_id=wanted)
        self.page.arrive(to)

    def start(self) -> None:
        """By the button of the header, which only asks for it."""
        self.stage.ctx.navigator.start_check_in(self.person_id)

    @property
    def check_in(self) -> CheckIn:
        """The running check-in as it is stored."""
        found = checkins.running(self.stage.store, self.person_id)
        assert found is not None
        return found

    @property
    def shared(self) -> NoteEditor:
        return self.stage.find(NoteEditor, names.CHECK_IN_SHARED)

    @property
    def private(self) -> NoteEditor:
        return self.stage.find(NoteEditor, names.CHECK_IN_PRIVATE)

    @property
    def agenda(self) -> TickRobot:
        edit = self.stage.find(InlineAdd, names.AGENDA_EDIT)
        return TickRobot(self.stage, self.stage.find(TickList, names.AGENDA_LIST), edit)

    @property
    def promises(self) -> TickRobot:
        edit = self.stage.find(InlineAdd, names.PROMISE_EDIT)
        return TickRobot(self.stage, self.stage.find(TickList, names.PROMISE_LIST), edit)

    @property
    def said(self) -> Segmented:
        return self.stage.find(Segmented, names.TEMPERATURE_SAID)

    @property
    def sensed(self) -> Segmented:
        return self.stage.find(Segmented, names.TEMPERATURE_SENSED)

    @property
    def history(self) -> Timeline:
        return self.stage.find(Timeline, names.CHECK_IN_HISTORY)

    def type(self, editor: NoteEditor, text: str) -> None:
        editor.setFocus()
        if text.isascii():
            self.qtbot.keyClicks(editor, text)
        else:
            editor.insert_text(text)  # QTest has keys for ASCII only

    def saved(self) -> None:
        """Wait until what was typed has reached the store by itself."""
        self.qtbot.waitUntil(lambda: not self.stage.ctx.autosaver.pending)

    def click(self, name: str) -> None:
        kinds = (QPushButton, QToolButton)
        button = next(filter(None, (self.stage.window.findChild(kind, name) for kind in kinds)))
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def line(self, name: str) -> QLineEdit:
        return self.stage.find(QLineEdit, name)

    def enter(self, name: str, text: str) -> None:
        """Type into a line field and leave it."""
        field = self.line(name)
        field.setFocus()
        field.selectAll()
        self.qtbot.keyClicks(field, text)
        self.qtbot.keyClick(field, Qt.Key.Key_Return)

    def resize(self, width: int) -> None:
        self.stage.window.setMinimumSize(0, 0)
        self.stage.window.resize(width, 600)
        QApplication.processEvents()

    def ask_to_finish(self) -> None:
        """Press Finish: what is asked at the end stands below the bar then."""
        self.click(names.FINISH_CHECK_IN)

    def finish(self) -> None:
        """Press Finish, and Enter for what is asked."""
        self.ask_to_finish()
        self.stage.qtbot.keyClick(self.page.check_in.bar.end.finish, Qt.Key.Key_Return)

    @property
    def goals(self) -> GoalsRobot:
        """The plan in the running check-in."""
        return GoalsRobot(self.stage, self.page.check_in.goals.list)

    def open_row(self, row: int) -> None:
        self.history.setFocus()
        self.history.setCurrentIndex(self.history.model().index(row, 0))
        self.qtbot.keyClick(self.history, Qt.Key.Key_Return)

    def held(self) -> list[int]:
        """The ids of the check-ins in the history, as they are stored."""
        found = checkins.history(self.stage.store, self.person_id, limit=1000)
        return [row.id for row in found]
