"""The planned check-ins on their page: any number, each moved, held, skipped or cancelled."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from careerdesk.domain import moments
from careerdesk.domain.records import CheckIn, CheckInKind, CheckInState, PersonStatus, Repeat
from careerdesk.domain.repeats import WorkWeek
from careerdesk.services import checkins, people, planning
from careerdesk.ui.base.work_week import Span, keep_days_off
from careerdesk.ui.checkins.history import title
from careerdesk.ui.checkins.past_popover import DAY, MINUTES, TIME, PastPopover
from careerdesk.ui.checkins.planned_check_ins import ADD_PAST, PLAN_CAREER, PLAN_ONE
from careerdesk.ui.checkins.planned_list import PLANNED_LIST, PlannedList
from careerdesk.ui.checkins.planned_row import Act, Around, lay_out, planned_rows, row_height
from careerdesk.ui.widgets.planning_popover import PlanningPopover
from careerdesk.ui.widgets.popover import Popover
from careerdesk.ui.widgets.skip_popover import REASON, SkipPopover
from tests.robots.check_ins import CheckInsRobot
from tests.robots.stage import TODAY, Stage

MISSED, SOON, LATER = TODAY - timedelta(5), TODAY + timedelta(2), TODAY + timedelta(9)


def local(day: date, hour: int = 14) -> datetime:
    return datetime(day.year, day.month, day.day, hour).astimezone()


class PlannedRobot(CheckInsRobot):
    """Works on the list of what is planned."""

    @property
    def list(self) -> PlannedList:
        return self.stage.find(PlannedList, PLANNED_LIST)

    def put(self, *days: date, kind: CheckInKind = CheckInKind.ONE_ON_ONE) -> None:
        """Planned once upon a time: a day may be over by now."""
        with self.stage.store.edit("Plan") as tx:
            for day in days:
                tx.add(CheckIn(person_id=self.person_id, starts_at=local(day), kind=kind))

    def lines(self) -> list[str]:
        return [f"{row.heading}|{row.title}|{row.caption}" for row in self.list.planned.rows]

    def go_to(self, row: int) -> None:
        self.list.setFocus()
        self.list.setCurrentIndex(self.list.planned.index(row, 0))

    def press(self, key: Qt.Key, row: int = 0) -> None:
        self.go_to(row)
        self.qtbot.keyClick(self.list, key)
        QApplication.processEvents()

    def click_act(self, row: int, act: Act) -> None:
        found = self.list.planned.rows[row]
        rect = self.list.visualRect(self.list.planned.index(row, 0)).toRectF()
        place = lay_out(found, rect, self.stage.ctx.theme.look).acts
        at = place[[one for one, _ in found.acts].index(act)].center().toPoint()
        self.qtbot.mouseClick(self.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
        QApplication.processEvents()

    def form(self) -> Popover:
        return self.stage.find(Popover, self.stage.window.findChild(Popover).objectName())

    def fill(self, name: str, words: str) -> QLineEdit:
        field = self.line(name)
        field.setFocus()
        field.selectAll()
        self.qtbot.keyClicks(field, words)
        return field

    def states(self) -> list[CheckInState]:
        found = checkins.history(self.stage.store, self.person_id)
        return [row.state for row in found]


@pytest.fixture
def robot(stage: Stage) -> PlannedRobot:
    return PlannedRobot(stage, people.add(stage.store, "Ana Ruiz").id)


def test_all_that_is_planned_is_listed_and_what_was_missed_stands_apart(
    robot: PlannedRobot,
) -> None:
    robot.put(SOON, MISSED)
    robot.put(LATER, kind=CheckInKind.CAREER)
    assert robot.lines() == [
        "Missed|1:1, Thu 12 Nov, 14:00|Not held, 5 days ago",
        "Planned|1:1, Thu 19 Nov, 14:00|in 2 days",
        "|Career conversation, Thu 26 Nov, 14:00|in 9 days",
    ]
    acts = [[act for act, _ in row.acts] for row in robot.list.planned.rows]
    assert acts[0] == [Act.HOLD, Act.MOVE, Act.SKIP]
    assert acts[1] == acts[2] == [Act.MOVE, Act.SKIP, Act.CANCEL]


def test_the_keyboard_stays_on_the_page_where_an_undo_takes_what_is_being_moved(
    robot: PlannedRobot,
) -> None:
    robot.put(SOON)
    robot.press(Qt.Key.Key_Return)
    assert robot.line("planningDay").hasFocus()
    robot.stage.undo()
    QApplication.processEvents()
    assert robot.lines() == []
    assert robot.stage.find(QPushButton, PLAN_ONE).hasFocus()


def test_planning_one_more_never_removes_another(robot: PlannedRobot) -> None:
    robot.put(SOON)
    robot.click(PLAN_ONE)
    robot.fill("planningDay", "24 nov")
    robot.qtbot.keyClick(robot.line("planningDay"), Qt.Key.Key_Return)
    robot.click(PLAN_CAREER)
    robot.fill("planningDay", "25 nov")
    robot.qtbot.keyClick(robot.line("planningDay"), Qt.Key.Key_Return)
    kinds = [check_in.kind for check_in in planning.planned(robot.stage.store, robot.person_id)]
    assert kinds == [CheckInKind.ONE_ON_ONE, CheckInKind.ONE_ON_ONE, CheckInKind.CAREER]


def test_enter_moves_the_row_and_no_other(robot: PlannedRobot) -> None:
    robot.put(SOON, LATER)
    robot.press(Qt.Key.Key_Return, row=1)
    form = robot.form()
    assert isinstance(form, PlanningPopover) and form.day.day() == LATER
    field = robot.fill("planningDay", "27 nov")
    robot.qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [row.title for row in robot.list.planned.rows] == [
        "1:1, Thu 19 Nov, 14:00",
        "1:1, Fri 27 Nov, 14:00",
    ]
    assert robot.list.hasFocus()


def test_a_missed_one_is_held_now_by_its_own_key(robot: PlannedRobot) -> None:
    robot.put(MISSED, SOON)
    missed = robot.list.planned.id_at(0)
    robot.press(Qt.Key.Key_H)
    assert robot.check_in.id == missed
    assert robot.check_in.starts_at.astimezone().date() == TODAY
    assert not robot.list.isVisible() and robot.shared.hasFocus()


def test_the_one_that_is_chosen_starts_where_two_are_planned_for_today(
    robot: PlannedRobot,
) -> None:
    now = robot.clock.now()
    planning.plan(robot.stage.store, robot.person_id, now + timedelta(hours=1), now)
    late = planning.plan(
        robot.stage.store, robot.person_id, now + timedelta(hours=4), now, CheckInKind.CAREER
    )
    robot.click_act(1, Act.HOLD)
    assert (robot.check_in.id, robot.check_in.kind) == (late.id, CheckInKind.CAREER)


def test_one_is_skipped_with_why_and_leaves_a_trace_but_no_mark_on_the_cadence(
    robot: PlannedRobot,
) -> None:
    store, person = robot.stage.store, robot.person_id
    planning.add_past(store, person, local(TODAY - timedelta(10)), robot.clock.now())
    robot.put(SOON, LATER)
    robot.click_act(0, Act.SKIP)
    assert isinstance(robot.form(), SkipPopover) and robot.line(REASON).hasFocus()
    robot.fill(REASON, "a sick child")
    robot.qtbot.keyClick(robot.line(REASON), Qt.Key.Key_Return)
    assert [row.title for row in robot.list.planned.rows] == ["1:1, Thu 26 Nov, 14:00"]
    assert robot.states() == [CheckInState.SKIPPED, CheckInState.HELD]
    assert checkins.history(store, person)[0].reason == "a sick child"
    last = checkins.last_held(store, person)
    assert last is not None and last.starts_at == local(TODAY - timedelta(10))
    robot.stage.undo()
    assert len(robot.list.planned.rows) == 2


def test_why_is_neither_asked_nor_shown_while_the_screen_is_shared(robot: PlannedRobot) -> None:
    robot.put(SOON)
    planning.skip(robot.stage.store, robot.list.planned.id_at(0), robot.clock.now(), "a sick child")
    robot.put(LATER)
    model = robot.history.model()
    assert title(model.rows[0]) == "1:1 · skipped: a sick child"
    robot.stage.ctx.sharing.share(robot.person_id)
    assert title(model.rows[0]) == "1:1 · skipped"
    robot.press(Qt.Key.Key_S)
    assert not robot.line(REASON).isVisible()
    robot.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert robot.states() == [CheckInState.SKIPPED, CheckInState.SKIPPED]


def test_delete_cancels_and_the_keyboard_stays_where_something_can_be_done(
    robot: PlannedRobot,
) -> None:
    robot.put(SOON)
    robot.press(Qt.Key.Key_Delete)
    assert robot.states() == [CheckInState.CANCELLED]
    assert not robot.list.isVisible()
    assert QApplication.focusWidget().objectName() == PLAN_ONE
    robot.stage.undo()
    assert robot.list.isVisible() and robot.states() == []


def test_a_repeat_on_a_free_day_offers_the_days_beside_it(robot: PlannedRobot) -> None:
    now = robot.clock.now()
    saturday = date(2026, 11, 28)
    planning.plan_repeating(robot.stage.store, robot.person_id, local(saturday), 2, "", now)
    assert robot.lines() == [
        "|1:1, Sat 28 Nov, 14:00|in 11 days · every 2 weeks · not a working day"
    ]
    words = [words for _, words in robot.list.planned.rows[0].acts]
    assert words == ["Move to Fri 27 Nov", "Move to Mon 30 Nov", "Skip"]
    robot.press(Qt.Key.Key_N)
    assert robot.lines() == ["|1:1, Mon 30 Nov, 14:00|in 13 days · every 2 weeks"]
    robot.stage.undo()
    robot.click_act(0, Act.DAY_BEFORE)
    assert robot.lines() == ["|1:1, Fri 27 Nov, 14:00|in 10 days · every 2 weeks"]


def test_one_that_was_moved_to_a_free_day_is_meant_to_be_there(robot: PlannedRobot) -> None:
    now = robot.clock.now()
    store, saturday = robot.stage.store, date(2026, 11, 28)
    made = planning.plan_repeating(store, robot.person_id, local(SOON), 2, "", now)
    planning.move(store, made.id, local(saturday), now)
    assert "not a working day" not in robot.lines()[0]
    assert [words for _, words in robot.list.planned.rows[0].acts] == ["Move", "Skip", "Cancel"]


def test_days_off_that_were_changed_meanwhile_are_seen(robot: PlannedRobot) -> None:
    now = robot.clock.now()
    wednesday = date(2026, 11, 25)
    planning.plan_repeating(robot.stage.store, robot.person_id, local(wednesday), 2, "", now)
    assert "not a working day" not in robot.lines()[0]
    robot.page.hide()
    keep_days_off(robot.stage.ctx.settings, [Span(wednesday, wednesday)])
    robot.page.show()
    assert "not a working day" in robot.lines()[0]


def test_skipping_one_of_a_repeat_tells_the_next_one(robot: PlannedRobot) -> None:
    now = robot.clock.now()
    planning.plan_repeating(robot.stage.store, robot.person_id, local(SOON), 2, "", now)
    robot.press(Qt.Key.Key_S)
    robot.qtbot.keyClick(robot.line(REASON), Qt.Key.Key_Return)
    assert robot.stage.toast.text() == "Skipped. The next one is on Thu 3 Dec, 14:00"
    assert robot.lines() == ["|1:1, Thu 3 Dec, 14:00|in 16 days · every 2 weeks"]


def test_cancelling_one_of_a_repeat_tells_the_next_one(robot: PlannedRobot) -> None:
    now = robot.clock.now()
    planning.plan_repeating(robot.stage.store, robot.person_id, local(SOON), 2, "", now)
    robot.press(Qt.Key.Key_Delete)
    assert robot.stage.toast.text() == "Cancelled. The next one is on Thu 3 Dec, 14:00"


def test_somebody_else_at_the_same_hour_is_named_in_the_row(robot: PlannedRobot) -> None:
    store, now = robot.stage.store, robot.clock.now()
    ben = people.add(store, "Ben Okri")
    planning.plan(store, ben.id, local(SOON), now)
    robot.put(SOON)
    assert robot.lines()[0].endswith(
        "|in 2 days · Clashes with another meeting: 1:1 with Ben Okri at 14:00."
    )
    robot.stage.ctx.sharing.share(robot.person_id)
    assert "Ben" not in robot.lines()[0]


def test_a_repeat_within_a_leave_offers_the_days_at_its_ends(robot: PlannedRobot) -> None:
    store, now = robot.stage.store, robot.clock.now()
    planning.plan_repeating(store, robot.person_id, local(date(2026, 12, 2)), 2, "", now)
    people.change(
        store, robot.person_id, status=PersonStatus.ON_LEAVE, leave_from=date(2026, 11, 30),
        leave_until=date(2026, 12, 11),
    )  # fmt: skip
    assert "while on leave" in robot.lines()[0]
    words = [words for _, words in robot.list.planned.rows[0].acts]
    assert words == ["Move to Fri 27 Nov", "Move to Mon 14 Dec", "Skip"]


def test_what_is_due_and_not_planned_is_said(robot: PlannedRobot) -> None:
    store, now = robot.stage.store, robot.clock.now()
    planning.add_past(store, robot.person_id, local(date(2026, 11, 10)), now)
    assert robot.page.planned.words.text() == "No 1:1 planned. The next one is due 24 Nov."
    planning.add_past(store, robot.person_id, local(date(2026, 6, 1)), now)
    words = robot.page.planned.words
    assert "A career conversation has been overdue since 24 Aug." in words.text()
    robot.put(SOON)
    robot.put(LATER, kind=CheckInKind.CAREER)
    assert not words.isVisible()


def test_a_past_one_is_added_with_day_time_and_minutes_and_opened(robot: PlannedRobot) -> None:
    robot.click(ADD_PAST)
    assert robot.line(DAY).hasFocus()
    robot.fill(DAY, "fri")
    robot.fill(TIME, "930")
    field = robot.fill(MINUTES, "40")
    robot.qtbot.keyClick(field, Qt.Key.Key_Return)
    check_in = checkins.last_held(robot.stage.store, robot.person_id)
    assert check_in is not None and (check_in.minutes, check_in.noted_on) == (40, TODAY)
    assert check_in.starts_at == datetime(2026, 11, 13, 9, 30).astimezone()
    assert robot.page.history.view.check_in_id == check_in.id
    assert QApplication.focusWidget().objectName() == "earlierShared"


def test_one_that_was_missed_on_paper_only_is_entered_as_held_and_its_repeat_goes_on(
    robot: PlannedRobot,
) -> None:
    now, store = robot.clock.now(), robot.stage.store
    with robot.stage.store.edit("Plan") as tx:
        repeat = tx.add(
            Repeat(person_id=robot.person_id, weeks=1, weekday=3, minute=840, starts_on=MISSED)
        )
        tx.add(CheckIn(
            person_id=robot.person_id, starts_at=local(MISSED), repeat_id=repeat.id,
            made_for=MISSED,
        ))  # fmt: skip
    robot.click(ADD_PAST)
    assert (robot.line(DAY).text(), robot.line(TIME).text()) == ("12 November", "14:00")
    robot.qtbot.keyClick(robot.fill(MINUTES, "25"), Qt.Key.Key_Return)
    assert robot.states() == [CheckInState.HELD]
    (held,) = (one for one in [checkins.last_held(store, robot.person_id)] if one)
    assert (held.minutes, held.starts_at, held.noted_on) == (25, local(MISSED), TODAY)
    (following,) = planning.planned(store, robot.person_id)
    assert following.repeat_id == repeat.id and following.starts_at > now
    robot.stage.undo()
    assert robot.states() == []
    (back,) = planning.planned(store, robot.person_id)
    assert back.starts_at == local(MISSED)


def test_a_time_may_be_typed_behind_the_day_as_for_the_first_1_1s(robot: PlannedRobot) -> None:
    robot.click(ADD_PAST)
    robot.qtbot.keyClick(robot.fill(DAY, "fri 9:30"), Qt.Key.Key_Return)
    check_in = checkins.last_held(robot.stage.store, robot.person_id)
    assert check_in is not None
    assert check_in.starts_at == datetime(2026, 11, 13, 9, 30).astimezone()


def test_a_past_one_of_another_day_leaves_what_was_missed(robot: PlannedRobot) -> None:
    robot.put(MISSED)
    robot.click(ADD_PAST)
    robot.qtbot.keyClick(robot.fill(DAY, "yesterday"), Qt.Key.Key_Return)
    assert robot.states() == [CheckInState.HELD]
    assert [moments.day(one) for one in planning.planned(robot.stage.store, robot.person_id)] == [
        MISSED
    ]


def test_the_hour_of_a_past_one_is_that_of_the_last_by_the_clock_where_it_was(
    robot: PlannedRobot,
) -> None:
    ten_in_lisbon = datetime(2026, 11, 10, 10, tzinfo=UTC)
    check_in = planning.add_past(
        robot.stage.store, robot.person_id, ten_in_lisbon, robot.clock.now()
    )
    with robot.stage.store.edit("Hold it elsewhere") as tx:
        tx.change(CheckIn, check_in.id, utc_offset=0)
    robot.click(ADD_PAST)
    assert robot.line(TIME).text() == "10:00"


def test_a_past_one_to_come_is_refused_beside_its_day(robot: PlannedRobot) -> None:
    robot.click(ADD_PAST)
    robot.fill(DAY, "tomorrow")
    robot.qtbot.keyClick(robot.line(DAY), Qt.Key.Key_Return)
    assert "in the future" in robot.line(DAY).accessibleDescription()
    assert robot.states() == []
    assert robot.stage.window.findChild(PastPopover) is not None


def test_the_menu_of_a_row_has_all_that_can_become_of_it(robot: PlannedRobot) -> None:
    robot.put(MISSED)
    robot.go_to(0)
    menu = robot.list.menu()
    assert [action.text() for action in menu.actions()] == [
        "Start now", "Move…", "Skip…", "Cancel",
    ]  # fmt: skip
    menu.deleteLater()


def test_a_row_is_spoken_with_what_can_be_done(robot: PlannedRobot) -> None:
    robot.put(MISSED)
    index = robot.list.planned.index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Missed, 1:1, Thu 12 Nov, 14:00, Not held, 5 days ago, actions: Start now, Move, Skip"
    )


def test_where_it_is_narrow_what_can_be_done_stands_below_and_nothing_overlaps(
    robot: PlannedRobot,
) -> None:
    look = robot.stage.ctx.theme.look
    robot.put(MISSED, SOON)
    for row in robot.list.planned.rows:
        heights = [row_height(row, width, look) for width in (900, 300)]
        assert heights[0] < heights[1]
        for width, high in zip((900, 300), heights, strict=True):
            rect = QRectF(0, 0, width, high)
            places = lay_out(row, rect, look)
            words = (places.title, places.caption)
            assert not any(act.intersects(part) for act in places.acts for part in words)
            assert all(rect.contains(act) for act in places.acts)


def test_the_rows_of_somebody_with_days_of_their_own(robot: PlannedRobot) -> None:
    now = robot.clock.now()
    check_in = planning.plan_repeating(
        robot.stage.store, robot.person_id, local(date(2026, 11, 25)), 2, "", now
    )  # a Wednesday
    repeat = planning.repeat_of(robot.stage.store, robot.person_id)
    person = replace(people.get(robot.stage.store, robot.person_id), work_days=0b00011)
    week = WorkWeek().of_person(person.work_days)
    rows = planned_rows([check_in], Around(person, TODAY, week, repeat))
    assert [words for _, words in rows[0].acts] == [
        "Move to Tue 24 Nov",
        "Move to Mon 30 Nov",
        "Skip",
    ]


def test_nothing_is_offered_that_cannot_be_with_somebody_who_has_left(robot: PlannedRobot) -> None:
    robot.put(MISSED, SOON)
    people.change(robot.stage.store, robot.person_id, status=PersonStatus.LEFT)
    robot.page.reload()
    assert [[act for act, _ in row.acts] for row in robot.list.planned.rows] == [
        [Act.SKIP], [Act.SKIP, Act.CANCEL],
    ]  # fmt: skip
    planned = robot.page.planned
    assert planned.plan.isHidden() and planned.career.isHidden() and not planned.past.isHidden()
    assert planned.words.isHidden()
    robot.press(Qt.Key.Key_Delete, 1)
    robot.click_act(0, Act.SKIP)
    robot.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert not planning.planned(robot.stage.store, robot.person_id)
