"""Check-ins that are over: read page by page, opened, put right, deleted and brought back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit

from careerdesk.domain.records import CheckIn, CheckInState, Owner
from careerdesk.services import checkins, people
from careerdesk.ui.base import names
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.checkins.check_in_view import CheckInView
from careerdesk.ui.checkins.history import HistoryModel, title
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.segmented import Segmented
from careerdesk.ui.widgets.tab_order import holds_focus
from tests.counting import calls
from tests.robots.check_ins import CheckInsRobot, hold_check_ins
from tests.robots.stage import Stage

NOW = datetime(2026, 11, 17, 14, 2, tzinfo=UTC)
AGAIN = 20  # calls at most to lay out a row that was laid out before
STRANGE = "Robert'); DROP TABLE person;-- <b>x</b> %s {0} שלום 🎉"


def page_with(stage: Stage, check_ins: int) -> CheckInsRobot:
    ana = people.add(stage.store, "Ana Ruiz")
    hold_check_ins(stage.store, ana.id, check_ins, NOW)
    return CheckInsRobot(stage, ana.id)


@pytest.fixture
def robot(stage: Stage) -> CheckInsRobot:
    return page_with(stage, 5)


def test_scrolling_reads_page_after_page(stage: Stage) -> None:
    robot = page_with(stage, 250)
    model = robot.history.model()
    assert model.rowCount() == 100
    robot.history.scrollToBottom()
    robot.qtbot.waitUntil(lambda: model.rowCount() == 200)
    robot.history.scrollToBottom()
    robot.qtbot.waitUntil(lambda: model.rowCount() == 250)
    assert not model.canFetchMore()
    assert [model.id_at(row) for row in range(250)] == robot.held()


def test_a_page_that_ends_where_the_check_ins_end(stage: Stage) -> None:
    model = page_with(stage, 100).history.model()
    assert model.rowCount() == 100 and model.canFetchMore()
    model.fetchMore()
    assert model.rowCount() == 100 and not model.canFetchMore()


def test_a_check_in_that_closes_leaves_the_keyboard_where_it_is_by_then(
    robot: CheckInsRobot,
) -> None:
    robot.open_row(0)
    view = robot.stage.find(CheckInView, "earlierTalk")
    view.notes.begin_typing()
    assert holds_focus(view)
    elsewhere = robot.stage.put(QLineEdit())
    elsewhere.setFocus()
    robot.page.show_person(people.add(robot.stage.store, "Ben Okri").id)
    assert QApplication.focusWidget() is elsewhere


def test_check_ins_of_the_same_moment_are_read_once_each(stage: Stage) -> None:
    robot = page_with(stage, 0)
    with stage.store.edit("Hold talks") as tx:
        for n in range(150):
            tx.add(CheckIn(person_id=robot.person_id, state=CheckInState.HELD,
                           starts_at=NOW - timedelta(hours=n // 130)))  # fmt: skip
    model = robot.history.model()
    model.fetchMore()
    assert sorted(model.id_at(row) for row in range(model.rowCount())) == sorted(robot.held())


def test_notes_are_measured_once_however_wide_the_history_is(stage: Stage) -> None:
    view = page_with(stage, 200).history
    view.model().fetchMore()
    view.doItemsLayout()
    wide = calls(view.doItemsLayout)
    stage.window.resize(stage.window.width() - 200, stage.window.height())
    assert calls(view.doItemsLayout) <= wide
    assert view.sizeHintForRow(0) > 0


def test_rows_that_were_laid_out_before_are_found_again(stage: Stage) -> None:
    view = page_with(stage, 200).history
    view.model().fetchMore()
    view.doItemsLayout()
    assert calls(view.doItemsLayout) <= 200 * AGAIN


def test_a_row_gets_the_month_when_the_one_before_it_is_deleted(stage: Stage) -> None:
    view = page_with(stage, 60).history
    model = view.model()
    row = next(row for row in range(1, 60) if model.month_at(row))
    month, second = view.sizeHintForRow(row), model.id_at(row + 1)
    assert view.sizeHintForRow(row + 1) < month
    checkins.remove(stage.store, [model.id_at(row)])
    assert model.id_at(row) == second
    assert view.sizeHintForRow(row) == month


def test_what_is_read_survives_an_edit(stage: Stage) -> None:
    robot = page_with(stage, 250)
    model = robot.history.model()
    model.fetchMore()
    robot.history.scrollTo(model.index(150, 0))
    place = robot.history.verticalScrollBar().value()
    checkins.write(stage.store, model.id_at(120), shared_notes="Another beginning")
    assert model.rowCount() == 200
    assert model.rows[120].excerpt == "Another beginning"
    assert robot.history.verticalScrollBar().value() == place


def test_an_earlier_check_in_is_opened_and_edited(robot: CheckInsRobot) -> None:
    robot.open_row(2)
    shared = robot.stage.find(NoteEditor, "earlierShared")
    assert shared.text() == "Talk number 2"
    robot.type(robot.stage.find(NoteEditor, "earlierPrivate"), STRANGE)
    robot.saved()
    check_in = checkins.get(robot.stage.store, robot.held()[2])
    assert check_in.private_notes == STRANGE
    robot.enter("earlierMinutes", "45")
    robot.stage.find(Segmented, "earlierTemperatureSaid").button(-1).click()
    check_in = checkins.get(robot.stage.store, check_in.id)
    assert (check_in.minutes, check_in.said) == (45, -1)
    assert title(robot.history.model().rows[2]) == "1:1 · 45 min"
    assert robot.history.model().rows[2].has_private


def test_what_shows_an_earlier_check_in_is_made_when_one_is_opened_first(
    robot: CheckInsRobot,
) -> None:
    history = robot.page.history
    robot.page.come_back(robot.page.opened)
    assert history.findChild(CheckInView) is None and history.open_id == 0
    robot.open_row(1)
    made = history.findChild(CheckInView)
    assert made.isVisible() and history.open_id == robot.held()[1]
    robot.open_row(2)
    assert history.findChildren(CheckInView) == [made]


def test_below_the_list_it_is_as_high_as_the_list(robot: CheckInsRobot) -> None:
    robot.resize(700)
    robot.open_row(0)
    QApplication.processEvents()
    upper, lower = robot.page.history.splitter.sizes()
    assert abs(upper - lower) <= 1


def test_what_was_typed_in_one_check_in_stays_with_it_when_another_is_opened(
    robot: CheckInsRobot,
) -> None:
    robot.open_row(0)
    robot.type(robot.stage.find(NoteEditor, "earlierShared"), "x")
    robot.open_row(1)
    assert robot.stage.find(NoteEditor, "earlierShared").text() == "Talk number 3"
    assert "x" in checkins.get(robot.stage.store, robot.held()[0]).shared_notes
    assert checkins.get(robot.stage.store, robot.held()[1]).shared_notes == "Talk number 3"


def test_walking_through_the_list_opens_the_others_and_escape_closes(robot: CheckInsRobot) -> None:
    robot.open_row(0)
    robot.qtbot.keyClick(robot.history, Qt.Key.Key_Down)
    assert robot.page.history.view.check_in_id == robot.held()[1]
    shared = robot.stage.find(NoteEditor, "earlierShared")
    shared.setFocus()
    robot.qtbot.keyClick(shared, Qt.Key.Key_Escape)
    assert not robot.page.history.view.isVisible()
    assert robot.history.hasFocus()


def test_a_deleted_check_in_is_brought_back_with_its_promises(robot: CheckInsRobot) -> None:
    check_in = robot.held()[1]
    checkins.add_promise(robot.stage.store, robot.person_id, "Send notes", made_in=check_in)
    robot.open_row(1)
    robot.click("earlierDelete")
    assert check_in not in robot.held()
    assert robot.history.model().row_of(check_in) < 0
    assert not robot.page.history.view.isVisible() and robot.history.hasFocus()
    assert robot.stage.toast.isVisible()
    robot.stage.undo()
    assert robot.history.model().row_of(check_in) == 1
    assert robot.history.model().rows[1].promise_count == 1


def test_several_check_ins_are_deleted_in_one_step(robot: CheckInsRobot) -> None:
    robot.history.setFocus()
    robot.history.selectAll()
    robot.qtbot.keyClick(robot.history, Qt.Key.Key_Delete)
    assert robot.held() == []
    assert robot.page.empty.isVisible()
    robot.stage.undo()
    assert len(robot.held()) == robot.history.model().rowCount() == 5


def test_promises_made_then_are_shown_kept_or_not(robot: CheckInsRobot) -> None:
    store, check_in = robot.stage.store, robot.held()[0]
    kept = checkins.add_promise(store, robot.person_id, "Kept", made_in=check_in)
    checkins.tick_promise(store, kept.id, NOW.date())
    checkins.add_promise(store, robot.person_id, "Open", owner=Owner.THEM, made_in=check_in)
    checkins.add_promise(store, robot.person_id, "Not from this talk")
    robot.open_row(0)
    model = robot.page.history.view.promises.model
    assert [(row.text, model.is_ticked(row)) for row in model.rows] == [
        ("Kept", True),
        ("Open", False),
    ]


def test_while_a_check_in_runs_the_earlier_ones_are_folded_below(robot: CheckInsRobot) -> None:
    robot.start()
    assert robot.page.check_in.isVisible() and not robot.history.isVisible()
    robot.click("earlierCheckIns")
    assert robot.history.isVisible() and robot.history.hasFocus()
    robot.open_row(0)
    assert robot.stage.find(NoteEditor, "earlierShared").text() == "Talk number 4"
    assert robot.shared.isVisible()
    robot.type(robot.shared, "now")
    robot.saved()
    assert robot.check_in.shared_notes == "now"
    robot.click("earlierCheckIns")
    assert not robot.history.isVisible()


def test_a_month_begins_a_group_and_skipped_check_ins_are_one_line(stage: Stage) -> None:
    robot = page_with(stage, 60)
    model = robot.history.model()
    assert isinstance(model, HistoryModel)
    months = [model.month_at(row) for row in range(model.rowCount())]
    named = [Dates.month(month) for month in months if month]
    assert named[:2] == ["November 2026", "October 2026"]
    assert named[-1] == "September 2025" and len(named) == 15
    view = robot.history
    plain = view.sizeHintForIndex(model.index(1, 0)).height()
    first = view.sizeHintForIndex(model.index(months.index(date(2026, 10, 1)), 0)).height()
    assert first > plain
    checkins.cancel(stage.store, model.id_at(1), CheckInState.SKIPPED)
    assert view.sizeHintForIndex(model.index(1, 0)).height() < plain
    assert title(model.rows[1]) == "1:1 · skipped"


def test_the_month_stays_on_top_while_scrolling(stage: Stage) -> None:
    robot = page_with(stage, 90)
    view, november, october = robot.history, date(2026, 11, 1), date(2026, 10, 1)
    assert view.month_on_top() is None
    view.verticalScrollBar().setValue(37)
    assert view.month_on_top() == (november, 0)
    row = [view.model().month_at(n) for n in range(90)].index(october)
    view.scrollTo(view.model().index(row, 0), view.ScrollHint.PositionAtTop)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 10)
    month, top = view.month_on_top() or (october, 0)
    assert month == november and -40 < top < 0
    view.scrollTo(view.model().index(row + 2, 0), view.ScrollHint.PositionAtTop)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 5)
    assert view.month_on_top() == (october, 0)
    view.viewport().grab()


def test_a_row_is_spoken_whole(robot: CheckInsRobot) -> None:
    checkins.write(
        robot.stage.store, robot.held()[0], private_notes="p", shared_notes="# On *call*"
    )
    index = robot.history.model().index(0, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "10 November 2026, 1:1 · 30 min, On call, with private notes"


def test_the_history_keeps_to_the_rules_of_qt(stage: Stage) -> None:
    robot = page_with(stage, 120)
    model = robot.history.model()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, robot.page
    )
    model.fetchMore()
    robot.page.history.remove([model.id_at(3), model.id_at(110)])
    stage.undo()
    checkins.cancel(stage.store, model.id_at(5))
    robot.page.show_person(people.add(stage.store, "Bo").id)
    assert model.rowCount() == 0 and tester is not None


def test_handles(robot: CheckInsRobot) -> None:
    assert robot.history.objectName() == names.CHECK_IN_HISTORY
    assert robot.history.accessibleName()
