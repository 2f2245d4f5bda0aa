"""A check-in from its start to its end: what is typed, ticked, promised and felt is stored."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget

from careerdesk.domain.errors import StoreError
from careerdesk.domain.records import (
    AgendaItem,
    CheckInKind,
    CheckInState,
    Owner,
    Promise,
    Record,
)
from careerdesk.services import checkins, people
from careerdesk.services.store import Changes
from careerdesk.ui.base.sensed import SENSED
from careerdesk.ui.base.texts import kind_word
from careerdesk.ui.checkins.check_in_columns import AGENDA, PLAN
from careerdesk.ui.checkins.running_check_in import RunningCheckIn
from tests.robots.check_ins import CheckInsRobot
from tests.robots.stage import TODAY, Stage
from tests.stores import dump

STRANGE = "Robert'); DROP TABLE person;-- <b>x</b> %s {0} שלום 🎉"


@pytest.fixture
def robot(stage: Stage) -> CheckInsRobot:
    """The page of someone with whom there was no check-in yet."""
    ana = people.add(stage.store, "Ana Ruiz")
    people.change(stage.store, ana.id, pronouns="she/her")
    return CheckInsRobot(stage, ana.id)


@pytest.fixture
def running(robot: CheckInsRobot) -> CheckInsRobot:
    robot.start()
    return robot


def test_a_check_in_starts_with_the_cursor_in_the_shared_notes(robot: CheckInsRobot) -> None:
    assert robot.page.empty.isVisible()
    robot.start()
    assert robot.page.check_in.isVisible() and not robot.page.empty.isVisible()
    assert robot.shared.hasFocus()
    assert robot.check_in.state is CheckInState.RUNNING


def test_what_shows_a_running_check_in_is_made_in_a_pause_or_when_one_starts(
    robot: CheckInsRobot,
) -> None:
    page = robot.page
    page.reload()
    assert page.findChild(RunningCheckIn) is None
    assert len(list(page.parts_for_later())) == 1
    made = page.findChild(RunningCheckIn)
    assert not made.isVisible()
    robot.start()
    assert made.isVisible() and page.findChildren(RunningCheckIn) == [made]


def test_the_header_gives_way_where_the_page_has_its_own_filled_button(
    robot: CheckInsRobot,
) -> None:
    assert not robot.page.has_primary
    robot.start()
    assert robot.page.has_primary
    with robot.qtbot.waitSignal(robot.page.primary_changed):
        robot.finish()
    assert not robot.page.has_primary


def test_notes_save_themselves_and_leave_the_editor_alone(running: CheckInsRobot) -> None:
    running.type(running.shared, "On call is better")
    running.type(running.private, "Looked away")
    running.saved()
    assert running.check_in.shared_notes == "On call is better"
    assert running.check_in.private_notes == "Looked away"
    running.type(running.shared, " now")
    running.saved()
    assert running.check_in.shared_notes == "On call is better now"


def test_typing_is_one_step_to_undo(running: CheckInsRobot) -> None:
    running.type(running.shared, "one")
    running.stage.ctx.autosaver.flush()
    running.type(running.shared, " two")
    running.stage.undo()
    assert running.shared.text() == running.check_in.shared_notes == ""
    running.stage.redo()
    assert running.shared.text() == "one two"


def test_an_edit_elsewhere_does_not_take_what_is_being_typed(running: CheckInsRobot) -> None:
    running.type(running.shared, "half a")
    checkins.add_agenda(running.stage.store, running.person_id, "Spring")
    assert running.shared.text() == "half a"
    assert running.agenda.texts() == ["Spring"]
    running.type(running.shared, " word")
    running.saved()
    assert running.check_in.shared_notes == "half a word"


def test_notes_that_cannot_be_written_stay_and_are_written_later(
    running: CheckInsRobot, monkeypatch: pytest.MonkeyPatch
) -> None:
    saver, bo = running.stage.ctx.autosaver, people.add(running.stage.store, "Bo")
    check_in_id = running.check_in.id
    store = type(running.stage.store)
    real = store.edit

    def full(self, *args, **kwargs):
        raise StoreError("The disk is full.")

    monkeypatch.setattr(store, "edit", full)
    running.type(running.shared, "kept")
    with running.qtbot.waitSignal(saver.failed):
        saver.flush()
    running.page.show_person(bo.id)
    assert running.shared.text() == "kept" or saver.pending
    monkeypatch.setattr(store, "edit", real)
    assert saver.flush()
    assert checkins.get(running.stage.store, check_in_id).shared_notes == "kept"


def test_a_point_is_added_ticked_and_carried_over(running: CheckInsRobot) -> None:
    running.qtbot.keyClick(running.page.check_in.promises.list, Qt.Key.Key_A)
    assert running.agenda.edit.hasFocus()
    running.agenda.add("On call", "Spring")
    running.agenda.press(Qt.Key.Key_Space, "On call")
    assert running.agenda.ticked() == ["On call"]
    assert running.page.check_in.agenda_section.caption.text() == "1 of 2"
    running.finish()
    left = checkins.agenda(running.stage.store, running.person_id)
    assert [(item.text, item.carried) for item in left] == [("Spring", 1)]
    running.start()
    assert running.agenda.row("Spring").note == "mine, carried over once"


@pytest.mark.parametrize("which", ["agenda", "promises"])
def test_tab_comes_to_a_row_that_space_ticks(running: CheckInsRobot, which: str) -> None:
    rows = running.agenda if which == "agenda" else running.promises
    rows.add("On call", "Spring")
    rows.view.clearSelection()
    rows.view.setCurrentIndex(QModelIndex())
    for _ in range(100):
        at = QApplication.focusWidget()
        assert at is not None
        if at is rows.view:
            break
        running.qtbot.keyClick(at, Qt.Key.Key_Backtab)
    first = rows.texts()[0]
    running.qtbot.keyClick(rows.view, Qt.Key.Key_Space)
    assert rows.ticked() == [first]


def test_a_repeating_point_comes_back_after_it_was_talked_about(running: CheckInsRobot) -> None:
    running.agenda.edit.setFocus()
    running.click("talkPointRepeats")
    running.agenda.add("Anything to stop?")
    running.agenda.click_box("Anything to stop?")
    assert running.agenda.ticked() == ["Anything to stop?"]
    running.finish()
    running.start()
    assert running.agenda.row("Anything to stop?").note == "every time"
    assert running.agenda.ticked() == []


def test_choices_below_the_field_go_with_the_point_and_end_with_the_field(
    running: CheckInsRobot,
) -> None:
    running.agenda.edit.setFocus()
    running.click("talkPointTheirs")
    running.click("talkPointPrivate")
    running.agenda.add("Her load")
    point = checkins.agenda(running.stage.store, running.person_id)[0]
    assert (point.owner, point.private) == (Owner.THEM, True)
    running.shared.setFocus()
    assert not running.page.check_in.agenda.private.isChecked()
    spoken = running.agenda.index("Her load").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Private")


def test_keys_turn_owner_privacy_and_repeating(running: CheckInsRobot) -> None:
    running.agenda.add("Spring")
    for key in (Qt.Key.Key_O, Qt.Key.Key_P, Qt.Key.Key_R):
        running.agenda.press(key, "Spring")
    point = checkins.agenda(running.stage.store, running.person_id)[0]
    assert (point.owner, point.private, point.repeating) == (Owner.THEM, True, True)
    running.agenda.press(Qt.Key.Key_O, "Spring")
    assert checkins.agenda(running.stage.store, running.person_id)[0].owner is Owner.ME


def test_a_point_is_renamed_deleted_and_brought_back(running: CheckInsRobot) -> None:
    running.agenda.add("Sprint", "Other")
    running.agenda.rename("Sprint", "Spring")
    assert running.agenda.texts() == ["Spring", "Other"]
    running.agenda.press(Qt.Key.Key_Delete, "Spring")
    assert running.agenda.texts() == ["Other"]
    assert running.agenda.view.hasFocus() and running.agenda.view.selected_ids()
    assert running.stage.toast.isVisible()
    running.stage.undo()
    assert running.agenda.texts() == ["Spring", "Other"]


def test_the_last_point_gone_the_cursor_is_where_one_is_added(running: CheckInsRobot) -> None:
    running.agenda.add("Only")
    running.agenda.press(Qt.Key.Key_Delete, "Only")
    assert running.agenda.edit.hasFocus()
    assert running.page.check_in.agenda.nothing.isVisible()


def test_a_strange_point_is_kept_as_it_is_and_a_long_one_refused(running: CheckInsRobot) -> None:
    running.agenda.add(STRANGE)
    assert running.agenda.texts() == [STRANGE]
    running.agenda.add("x" * 10_000)
    assert running.agenda.texts() == [STRANGE]
    assert running.agenda.edit.text() == "x" * 10_000
    banner = running.stage.banners.banner("problem")
    assert banner is not None and "10,000" in banner.text.text()


def test_pasted_lines_are_points(running: CheckInsRobot) -> None:
    QApplication.clipboard().setText("A\n\n B \n")
    running.agenda.edit.setFocus()
    running.agenda.edit.paste()
    assert running.agenda.texts() == ["A", "B"]
    assert running.stage.toast.isVisible()
    running.stage.undo()
    assert running.agenda.texts() == []


@pytest.mark.parametrize(("where", "kind"), [("agenda", AgendaItem), ("promises", Promise)])
def test_many_pasted_lines_are_written_once_and_shown_once(
    running: CheckInsRobot, where: str, kind: type[Record]
) -> None:
    there, written, shown = getattr(running, where), list[Changes](), list[int]()
    there.add("There before")
    stop = running.stage.store.subscribe(written.append)
    model = there.view.model()
    model.rowsInserted.connect(lambda _, first, last: shown.append(last - first + 1))
    QApplication.clipboard().setText("\n".join(f"Line {n}" for n in range(200)))
    there.edit.setFocus()
    there.edit.paste()
    stop()
    assert len([changes for changes in written if changes.touches(kind)]) == 1
    assert shown == [200]
    assert sorted(there.texts()) == sorted(["There before", *(f"Line {n}" for n in range(200))])


def test_a_promise_has_an_owner_and_a_day(running: CheckInsRobot) -> None:
    running.promises.edit.setFocus()
    running.click("talkPromiseTheirs")
    running.enter("talkPromiseDue", "fri")
    running.promises.add("Send notes")
    promise = checkins.promises(running.stage.store, running.person_id)[0]
    assert (promise.owner, promise.due_on) == (Owner.THEM, date(2026, 11, 20))
    assert promise.made_in == running.check_in.id
    assert running.promises.row("Send notes").group == "Hers"
    assert running.promises.row("Send notes").note == "Fri"


def test_a_day_that_is_none_is_refused_in_place(running: CheckInsRobot) -> None:
    running.promises.edit.setFocus()
    running.enter("talkPromiseDue", "31 February")
    assert running.line("talkPromiseDue").property("refused") == "true"
    assert running.line("talkPromiseDue").text() == "31 February"


def test_enter_in_the_day_adds_the_promise(running: CheckInsRobot) -> None:
    running.promises.edit.setFocus()
    running.promises.edit.setText("Send notes")
    running.enter("talkPromiseDue", "tomorrow")
    assert running.promises.texts() == ["Send notes"]
    assert running.promises.edit.hasFocus() and running.promises.edit.text() == ""


def test_mine_come_first_and_late_is_said_in_days(running: CheckInsRobot) -> None:
    store, person = running.stage.store, running.person_id
    checkins.add_promise(store, person, "Theirs", owner=Owner.THEM)
    checkins.add_promise(store, person, "Late", due_on=date(2026, 11, 13))
    checkins.add_promise(store, person, "Later", due_on=TODAY)
    assert running.promises.texts() == ["Late", "Later", "Theirs"]
    late = running.promises.row("Late")
    assert (late.group, late.note, late.late) == ("Mine", "4 days late", True)
    assert running.promises.row("Later").group == ""
    running.promises.press(Qt.Key.Key_O, "Late")
    assert [words.group for words in running.promises.words()] == ["Mine", "Hers", ""]


def test_one_key_on_several_rows_is_one_step_back(running: CheckInsRobot) -> None:
    store = running.stage.store
    running.promises.add("Seat", "Chair")
    running.agenda.add("Spring", "Autumn")
    before = dump(store.path)
    for hands, keys in (
        (running.promises, (Qt.Key.Key_Space, Qt.Key.Key_O)),
        (running.agenda, (Qt.Key.Key_Space, Qt.Key.Key_O, Qt.Key.Key_P, Qt.Key.Key_R)),
    ):
        for key in keys:
            rows = list(hands.view.model().rows)
            hands.view.setFocus()
            hands.view.selectAll()
            running.qtbot.keyClick(hands.view, key)
            assert not any(row in rows for row in hands.view.model().rows)
            assert dump(store.path) != before
            running.stage.undo()
            assert dump(store.path) == before


def test_a_kept_promise_stays_in_sight_until_the_page_is_left(running: CheckInsRobot) -> None:
    running.promises.add("Send notes")
    running.promises.press(Qt.Key.Key_Space, "Send notes")
    assert running.promises.ticked() == ["Send notes"]
    assert checkins.promises(running.stage.store, running.person_id) == []
    running.stage.undo()
    assert running.promises.ticked() == []
    running.stage.redo()
    running.page.show_person(people.add(running.stage.store, "Bo").id)
    running.page.show_person(running.person_id)
    assert running.promises.texts() == []


def test_the_day_of_a_promise_is_changed_in_its_row(running: CheckInsRobot) -> None:
    running.promises.add("Send notes")
    running.promises.press(Qt.Key.Key_D, "Send notes")
    field = running.line("promiseRowDue")
    assert field.hasFocus()
    running.qtbot.keyClicks(field, "+1w")
    running.qtbot.keyClick(field, Qt.Key.Key_Return)
    assert checkins.promises(running.stage.store, running.person_id)[0].due_on == date(2026, 11, 24)
    assert running.promises.view.hasFocus()


def test_temperature_is_set_by_keys_and_may_stay_unasked(running: CheckInsRobot) -> None:
    running.stage.ctx.settings.setValue(SENSED, True)
    running.page.reload()
    assert running.said.value() is None
    running.said.button(None).setFocus()
    running.qtbot.keyClick(running.said.button(None), Qt.Key.Key_Left)
    assert running.check_in.said == 2
    running.qtbot.keyClick(running.said.button(2), Qt.Key.Key_Left)
    assert (running.check_in.said, running.check_in.sensed) == (1, None)
    running.sensed.button(-1).click()
    assert running.check_in.sensed == -1
    running.qtbot.keyClick(running.said.button(1), Qt.Key.Key_Delete)
    assert running.check_in.said is None
    running.stage.undo()
    assert running.said.value() == 1


def test_the_words_on_temperature_save_themselves(running: CheckInsRobot) -> None:
    words = running.page.check_in.temperature.words
    words.setFocus()
    running.qtbot.keyClicks(words, "Tired")
    running.saved()
    assert running.check_in.temperature_words == "Tired"
    assert running.page.check_in.temperature.said_label.text() == "What she said"


def test_finishing_plans_the_next_check_in_by_cadence(running: CheckInsRobot) -> None:
    running.type(running.shared, "done")
    running.clock.go_on(minutes=35)
    running.finish()
    check_in = checkins.last_held(running.stage.store, running.person_id)
    assert check_in is not None and (check_in.minutes, check_in.shared_notes) == (35, "done")
    planned = checkins.next_planned(running.stage.store, running.person_id, TODAY)
    assert planned is not None
    assert planned.starts_at.astimezone().date() == date(2026, 12, 1)
    assert "1 Dec" in running.page.planned.list.planned.rows[0].title
    assert "1 Dec" in running.stage.toast.text()
    assert running.page.history.view.summary.copy.hasFocus()
    assert running.history.model().rowCount() == 1
    running.stage.undo()
    assert running.check_in.id == check_in.id
    assert running.page.check_in.isVisible() and running.shared.hasFocus()


def test_minutes_and_kind_can_be_put_right(running: CheckInsRobot) -> None:
    bar = running.page.check_in.bar
    running.clock.go_on(minutes=22)
    bar.tell_time()
    assert bar.since.text().endswith(", 22 min")
    running.click("checkInSince")
    assert running.line("checkInMinutes").hasFocus()
    running.enter("checkInMinutes", "50")
    assert bar.since.isVisible() and bar.since.text().endswith(", 50 min")
    kinds = {entry.text(): entry for entry in bar.kinds().actions()}
    kinds[kind_word(CheckInKind.OTHER)].trigger()
    assert (running.check_in.minutes, running.check_in.kind) == (50, CheckInKind.OTHER)
    running.click("checkInSince")
    running.enter("checkInMinutes", "-3")
    assert running.line("checkInMinutes").property("refused") == "true"
    assert running.check_in.minutes == 50


def test_a_check_in_that_did_not_take_place(running: CheckInsRobot) -> None:
    running.agenda.add("Spring")
    running.agenda.press(Qt.Key.Key_Space, "Spring")
    running.page.cancel()
    row = checkins.history(running.stage.store, running.person_id)[0]
    assert row.state is CheckInState.CANCELLED
    assert checkins.agenda(running.stage.store, running.person_id)[0].covered_on is None
    running.stage.undo()
    assert running.check_in.state is CheckInState.RUNNING


def test_a_check_in_started_by_mistake_is_deleted(running: CheckInsRobot) -> None:
    running.type(running.shared, "typed")
    running.page.discard()
    assert checkins.running(running.stage.store, running.person_id) is None
    assert not running.stage.ctx.autosaver.pending
    running.stage.undo()
    assert running.shared.text() == "typed"


def test_in_a_narrow_window_the_third_column_is_a_tab(running: CheckInsRobot) -> None:
    check_in = running.page.check_in
    running.resize(850)
    assert check_in.columns.columns == 2 and check_in.columns.tabs.isVisible()
    assert not check_in.feeling_section.isVisible() and check_in.agenda_section.isVisible()
    check_in.columns.show_part(PLAN)
    assert check_in.feeling_section.isVisible() and check_in.goal_section.isVisible()
    assert running.shared.isVisible()
    running.qtbot.keyClick(check_in.columns.tabs, Qt.Key.Key_A)
    assert running.agenda.edit.hasFocus()
    running.resize(1200)
    assert check_in.columns.columns == 3
    assert check_in.feeling_section.isVisible() and check_in.agenda_section.isVisible()


def test_in_a_window_narrower_still_the_notes_are_a_tab_too(running: CheckInsRobot) -> None:
    check_in = running.page.check_in
    running.resize(560)
    assert check_in.columns.columns == 1
    check_in.columns.show_part(AGENDA)
    assert check_in.agenda_section.isVisible() and not running.shared.isVisible()
    running.page.focus_first()
    assert running.shared.isVisible() and not check_in.agenda_section.isVisible()
    assert running.shared.hasFocus()
    running.resize(850)
    assert check_in.agenda_section.isVisible() and running.shared.isVisible()


def test_models_keep_to_the_rules_of_qt(running: CheckInsRobot) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [
        QAbstractItemModelTester(model, fatal)
        for model in (running.agenda.view.model(), running.promises.view.model())
    ]
    running.agenda.add("A", "B", "C")
    running.agenda.press(Qt.Key.Key_Space, "B")
    running.agenda.press(Qt.Key.Key_Delete, "A")
    running.promises.add("P", "Q")
    running.promises.press(Qt.Key.Key_O, "P")
    running.promises.press(Qt.Key.Key_Delete, "Q")
    running.stage.undo()
    running.finish()
    assert testers


def test_everything_has_a_name_and_private_things_say_so(running: CheckInsRobot) -> None:
    focusable = [
        widget
        for widget in running.page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
    ]
    assert len(focusable) >= 12
    for widget in focusable:
        assert widget.accessibleName(), widget.objectName() or widget
        assert widget.objectName(), widget
    handles = [widget.objectName() for widget in focusable]
    assert len(handles) == len(set(handles))
    private = (
        running.private,
        running.said,
        running.sensed,
        running.page.check_in.temperature.words,
    )
    assert all(widget.accessibleName().startswith("Private") for widget in private)


def test_what_was_sensed_is_asked_only_where_that_is_wanted_or_was_done(
    running: CheckInsRobot,
) -> None:
    store, box = running.stage.store, running.page.check_in.temperature
    assert running.said.isVisible() and not running.sensed.isVisible()
    assert not box.sensed_label.isVisible()
    running.stage.ctx.settings.setValue(SENSED, True)
    running.page.reload()
    assert running.sensed.isVisible()
    running.stage.ctx.settings.remove(SENSED)
    checkins.write(store, running.check_in.id, sensed=-1)
    assert running.sensed.isVisible()
    running.finish()
    running.start()
    assert running.check_in.sensed is None and running.sensed.isVisible()
    running.stage.ctx.settings.setValue(SENSED, False)
    running.page.reload()
    assert not running.sensed.isVisible()


def test_that_nothing_is_known_of_a_temperature_steps_back(running: CheckInsRobot) -> None:
    quiet = [part.property("quiet") for part in running.said.parts()]
    assert quiet == [None, None, None, None, None, "true"]
