"""A window that stays open over midnight shows the new day, and leaves alone what is typed."""

from __future__ import annotations

import os
import re
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from careerdesk.compat import override
from careerdesk.domain.clock import SystemClock
from careerdesk.domain.records import Horizon
from careerdesk.services import discovery, key_results, people, plans
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.base.day import Day, milliseconds_to_midnight
from careerdesk.ui.discovery.session import WORDS
from careerdesk.ui.plan.agree_form import AgreeForm
from careerdesk.ui.plan.key_results import RESULT_FOLD
from careerdesk.ui.reviews.page.person_tabs import TABS
from careerdesk.ui.reviews.page.reviews_page import TABS_OF_CYCLE, ReviewsPage
from careerdesk.ui.shell.actions import (
    ADD_PAST_CHECK_IN,
    DISCOVERY_CONVERSATION,
    EDIT_PERSON,
    NOTE_FEEDBACK,
    PLAN_ONE_ON_ONE,
    SHOW_OBJECTIVES,
    SHOW_TEMPLATES,
    SHOW_TRASH,
    START_CHECK_IN,
)
from careerdesk.ui.shell.main_window import MainWindow
from careerdesk.ui.shell.palette import Palette
from careerdesk.ui.today.today import TodayPage
from careerdesk.ui.widgets.date_edit import DateField
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.planning_popover import DAY, TIME
from careerdesk.ui.widgets.time_field import TimeField
from tests.builders import NOW, PersonBuilder, a_person, a_planned
from tests.robots.editors import Editor, editors, type_into, words_of
from tests.robots.everywhere import fill, walk
from tests.robots.seen import said
from tests.robots.stage import TODAY, StoppedClock
from tests.robots.window import PeopleRobot
from tests.stores import blank_store
from tests.wall import reviewed

TYPED = "xy"


def always() -> bool:
    """Everything can be written."""
    return True


# When it looks


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def day(qtbot: QtBot, clock: StoppedClock) -> Iterator[Day]:
    made = Day(clock, always)
    yield made
    made.deleteLater()


def test_it_is_told_once_and_also_when_the_clock_is_set_back(day: Day, clock: StoppedClock) -> None:
    told: list[date] = []
    day.changed.connect(told.append)
    for hours in (0, 5, 5, 24, 0, -24):
        clock.go_on(hours=hours)
        day.look()
    assert told == [date(2026, 11, 18), date(2026, 11, 19), date(2026, 11, 18)]
    assert (day.today(), day.before) == (date(2026, 11, 18), date(2026, 11, 19))


def test_it_looks_when_the_program_comes_to_the_front(
    qtbot: QtBot, day: Day, clock: StoppedClock
) -> None:
    clock.go_on(days=1)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    with qtbot.waitSignal(day.changed):
        application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)


def test_it_looks_at_midnight_by_itself(qtbot: QtBot, clock: StoppedClock) -> None:
    clock.moment = datetime(2026, 11, 17, 22, 59, 59, 900_000, tzinfo=UTC)
    made = Day(clock, always)
    told: list[date] = []
    made.changed.connect(told.append)
    clock.go_on(seconds=1)
    qtbot.waitUntil(lambda: told == [date(2026, 11, 18)])


@pytest.mark.posix("a zone of a process")
@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system has no zone of a process")
def test_a_change_of_the_zone_is_told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Day(SystemClock(), always)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    try:
        with qtbot.waitSignal(made.changed) as told:
            made.look()
        assert told.args == [SystemClock().today()]
        assert os.environ["TZ"] in "Pacific/Kiritimati"
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.posix("a zone of a process")
@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system has no zone of a process")
def test_a_zone_that_is_called_the_same_is_another_one(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    try:
        monkeypatch.setenv("TZ", "America/Regina")
        time.tzset()
        made = Day(StoppedClock(), always)
        before = time.tzname
        monkeypatch.setenv("TZ", "Asia/Shanghai")
        with qtbot.waitSignal(made.changed) as told:
            made.look()
        assert told.args == [TODAY]
        assert time.tzname == before
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize(
    ("now", "hours"),
    [(datetime(2026, 11, 17, 23, tzinfo=UTC), 24), (datetime(2026, 3, 28, 23, tzinfo=UTC), 23),
     (datetime(2026, 10, 24, 22, tzinfo=UTC), 25)],
)  # fmt: skip
def test_a_day_lasts_as_long_as_the_clocks_say(now: datetime, hours: int) -> None:
    assert milliseconds_to_midnight(now, now.astimezone().date()) == hours * 3_600_000


# What shows the new day


@pytest.fixture
def robot(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[PeopleRobot]:
    a_person(store, "Ana Ruiz")
    made = PeopleRobot(qtbot, store, tmp_path)
    yield made
    made.window.close()


def test_a_check_in_of_the_new_day_is_on_today_and_in_the_rail(robot: PeopleRobot) -> None:
    ana = robot.person("Ana Ruiz").id
    a_planned(robot.store, ana, NOW + timedelta(days=1))
    robot.act(names.GO_TODAY)
    page = robot.window.findChild(TodayPage)
    assert "Tuesday" in page.title.text()
    assert "No check-ins today" in page.summary.text()
    robot.let_days_pass()
    assert "Wednesday" in page.title.text()
    assert "One check-in today" in page.summary.text()
    assert page.check_in_list.rows.rows[0].title == "Ana Ruiz"
    assert "1 check-in" in robot.window.rail.today.accessibleName() + said(robot.window)


def test_a_time_of_saving_is_not_taken_for_one_of_the_new_day(robot: PeopleRobot) -> None:
    people.add_many(robot.store, ["Ben Okri"])
    saved = robot.find(QLabel, names.SAVED_STATE)
    assert saved.text() == "Saved 15:02"
    robot.let_days_pass()
    assert saved.text() == "Saved yesterday, 15:02"
    robot.window.status.show_unsaved()
    robot.let_days_pass()
    assert saved.text() == "Not saved yet"


def test_an_answer_begun_before_midnight_stays_one_answer(robot: PeopleRobot) -> None:
    discovery.ensure_bank(robot.store)
    robot.act(DISCOVERY_CONVERSATION)
    editor = robot.find(NoteEditor, WORDS)
    robot.qtbot.keyClicks(editor, "To build")
    robot.window.ctx.autosaver.flush()
    robot.let_days_pass()
    robot.qtbot.keyClicks(editor, " things")
    robot.window.ctx.autosaver.flush()
    notes = discovery.notes(robot.store, robot.person("Ana Ruiz").id)
    assert [note.note.their_words for note in notes] == ["To build things"]


@pytest.mark.parametrize(
    ("opener", "field"),
    [(ADD_PAST_CHECK_IN, "pastDay"), (NOTE_FEEDBACK, "feedbackDay"), (PLAN_ONE_ON_ONE, DAY)],
)
def test_a_form_offers_the_day_that_one_opened_now_would(
    robot: PeopleRobot, opener: str, field: str
) -> None:
    robot.act(opener)
    robot.let_days_pass(3)
    stayed = robot.find(DateField, field).day()
    robot.press_in_focus(Qt.Key.Key_Escape)
    robot.act(opener)
    assert stayed is not None and robot.find(DateField, field).day() == stayed
    assert stayed >= robot.clock.today()
    assert robot.store.undo_name != "Discard draft"  # nobody typed anything


def test_a_day_that_was_chosen_in_a_form_stays(robot: PeopleRobot) -> None:
    robot.act(ADD_PAST_CHECK_IN)
    field = robot.find(DateField, "pastDay")
    robot.press(field, Qt.Key.Key_Down)
    robot.let_days_pass()
    assert field.day() == date(2026, 11, 16)


def test_the_day_that_is_offered_stays_selected_over_midnight(robot: PeopleRobot) -> None:
    robot.act(PLAN_ONE_ON_ONE)
    field = robot.find(DateField, DAY)
    before = field.selectedText()
    assert before == field.text()
    robot.let_days_pass(3)
    assert field.selectedText() == field.text() != before
    robot.qtbot.keyClicks(field, "fri")
    assert field.text() == "fri"


@pytest.mark.parametrize("closed", [True, False])
@pytest.mark.whole
def test_a_form_of_which_something_else_is_typed_offers_the_day_of_now(
    robot: PeopleRobot, *, closed: bool
) -> None:
    robot.act(PLAN_ONE_ON_ONE)
    time = robot.find(TimeField, TIME)
    time.selectAll()
    robot.qtbot.keyClicks(time, "07:45")
    if closed:
        robot.act(names.GO_TODAY)
    robot.let_days_pass(3)
    if not closed:
        robot.act(names.GO_TODAY)
    robot.choose("Ana Ruiz")
    robot.act(PLAN_ONE_ON_ONE)
    assert robot.find(TimeField, TIME).text() == "07:45"
    shown = robot.find(DateField, DAY).day()
    robot.press_in_focus(Qt.Key.Key_Escape)
    robot.act(PLAN_ONE_ON_ONE)
    assert shown == robot.find(DateField, DAY).day()
    assert shown is not None and shown >= robot.clock.today()


def a_value_of(robot: PeopleRobot) -> tuple[QLineEdit, DateField]:
    """The fields that add a value to a key result, which is open in the panel of its goal."""
    store, ana = robot.store, robot.person("Ana Ruiz").id
    goal = plans.add_items_for(store, ana, Horizon.SHORT, ["Release"], robot.clock.today())[0]
    result = key_results.add(store, goal.id, "Loads done").id
    robot.choose("Ana Ruiz")
    robot.window.ctx.navigator.open_goal(ana, goal.id)
    robot.click(f"{RESULT_FOLD}{result}")
    day = robot.find(DateField, f"readingDay{result}")
    return robot.find(QLineEdit, f"readingValue{result}"), day


def test_after_a_value_was_added_over_midnight_the_day_of_now_is_offered(
    robot: PeopleRobot,
) -> None:
    value, day = a_value_of(robot)
    robot.let_days_pass()
    robot.type(value, "5")
    robot.press(day, Qt.Key.Key_Return)
    robot.press(robot.find(QTextEdit, day.objectName().replace("Day", "Note")), Qt.Key.Key_Return)
    assert value.text() == ""
    assert day.day() == robot.clock.today()


def test_esc_leaves_the_day_of_now_where_a_value_is_added(robot: PeopleRobot) -> None:
    value, day = a_value_of(robot)
    robot.type(value, "5")
    robot.let_days_pass()
    robot.press(value, Qt.Key.Key_Escape)  # the words
    robot.press(value, Qt.Key.Key_Escape)
    assert day.day() == robot.clock.today()


def test_a_value_that_is_half_typed_comes_back_with_the_day_of_now(robot: PeopleRobot) -> None:
    people.add(robot.store, "Ben Okri")
    value, day = a_value_of(robot)
    name, of = value.objectName(), day.objectName()
    robot.type(value, "5")
    robot.window.ctx.autosaver.flush()
    robot.choose("Ben Okri")
    robot.let_days_pass()
    robot.choose("Ana Ruiz")
    goal = plans.active(robot.store, robot.person("Ana Ruiz").id).items[0].id
    robot.window.ctx.navigator.open_goal(robot.person("Ana Ruiz").id, goal)
    fold = name.replace("readingValue", RESULT_FOLD)
    if not robot.find(QLineEdit, name).isVisible():
        robot.click(fold)
    assert robot.find(QLineEdit, name).text() == "5"
    assert robot.find(DateField, of).day() == robot.clock.today()


def test_the_day_of_an_agreement_that_is_half_typed_is_that_of_now(robot: PeopleRobot) -> None:
    store, ana = robot.store, robot.person("Ana Ruiz").id
    people.add(store, "Ben Okri")
    plans.add_items_for(store, ana, Horizon.SHORT, ["Release"], robot.clock.today())
    robot.choose("Ana Ruiz")
    robot.act(names.GO_PLAN)
    page = robot.window.person_page.page
    page._agreeing.ask()
    form = robot.window.findChild(AgreeForm)
    whose = next(iter(form.whose.fields.values()))
    whose.parts()[0].click()
    robot.window.ctx.autosaver.flush()
    robot.act(names.GO_TODAY)
    robot.choose("Ben Okri")
    robot.let_days_pass()
    robot.choose("Ana Ruiz")
    robot.act(names.GO_PLAN)
    page._agreeing.ask()
    form = robot.window.findChild(AgreeForm)
    assert form.day.day() == robot.clock.today()


def test_a_day_that_was_chosen_stays_in_what_is_half_typed(robot: PeopleRobot) -> None:
    robot.act(PLAN_ONE_ON_ONE)
    field = robot.find(DateField, DAY)
    robot.press(field, Qt.Key.Key_Down)
    chosen = field.day()
    robot.act(names.GO_TODAY)
    robot.let_days_pass()
    robot.choose("Ana Ruiz")
    robot.act(PLAN_ONE_ON_ONE)
    assert robot.find(DateField, DAY).day() == chosen


def filled_store(path: Path) -> Store:
    """Ana, of whom there is something of everything, and Ben with his review."""
    store = blank_store(path)
    fill(PersonBuilder(store, "Ana Ruiz"), "Ana Ruiz")
    reviewed(a_person(store, "Ben Okri"))
    return store


class Filled:
    """A window over the filled store, opened some *days* later; with Ana chosen."""

    def __init__(self, qtbot: QtBot, folder: Path, *, days: int = 0) -> None:
        path = folder / "filled.db"
        self.store = Store(path) if path.exists() else filled_store(path)
        self.robot = Late(qtbot, self.store, folder, days)
        self.robot.choose("Ana Ruiz")

    def close(self) -> None:
        self.robot.window.close()
        self.store.close()


class Late(PeopleRobot):
    """Works in a window that is opened some days later."""

    def __init__(self, qtbot: QtBot, store: Store, folder: Path, days: int) -> None:
        self.late = days
        super().__init__(qtbot, store, folder)

    @override
    def open(self) -> MainWindow:
        """As always, some days later; a place is remembered at once, however long one stays."""
        self.clock.go_on(days=self.late)
        window = super().open()
        for timer in window.state.findChildren(QTimer):
            timer.setInterval(0)
        return window


SPAN = 3
STARTED = ("running check-in", "quick capture")  # a check-in that began days ago is another one


def words(robot: PeopleRobot) -> list[str]:
    """What is said, but for what differs in any two windows."""
    QApplication.processEvents()
    robot.wait(lambda: not any(one.waits for one in robot.window.findChildren(Palette)))
    return [
        line
        for line in said(robot.window).splitlines()
        if not re.search("^Saved |filled.db$", line)
    ]


@pytest.mark.long
def test_every_place_says_the_same_as_if_it_had_been_opened_that_day(
    qtbot: QtBot, tmp_path: Path
) -> None:
    say_the_same(qtbot, tmp_path, walk)


@pytest.mark.long
def test_every_side_of_the_reviews_says_the_same_as_if_it_had_been_opened_that_day(
    qtbot: QtBot, tmp_path: Path
) -> None:
    assert say_the_same(qtbot, tmp_path, sides) == len(TABS_OF_CYCLE) + len(TABS)


def say_the_same(qtbot: QtBot, folder: Path, places: Callable[[PeopleRobot], Iterator[str]]) -> int:
    """See that they say so after days in an open window and when opened late; tells how many."""
    (folder / "late").mkdir()
    (folder / "open").mkdir()
    filled = Filled(qtbot, folder / "late", days=SPAN)
    late = {place: words(filled.robot) for place in places(filled.robot)}
    filled.close()
    filled = Filled(qtbot, folder / "open")
    stale: dict[str, list[str]] = {}
    for place in places(filled.robot):
        if place in STARTED:
            continue
        filled.robot.let_days_pass(SPAN)
        old, new = Counter(words(filled.robot)), Counter(late[place])
        if old != new:
            stale[place] = sorted((old - new) + (new - old))
        filled.robot.let_days_pass(-SPAN)
    filled.close()
    assert not stale, "\n".join(f"{place}: {found}" for place, found in stale.items())
    return len(late)


@pytest.mark.long
def test_every_list_is_painted_as_if_it_had_been_opened_that_day(
    qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "late").mkdir()
    (tmp_path / "open").mkdir()
    filled = Filled(qtbot, tmp_path / "late", days=SPAN)
    late = {place: painted(filled.robot) for place in pages(filled.robot)}
    filled.close()
    shutil.copy(filled.store.path, tmp_path / "open")  # colours go by chance: by a person's uid
    filled = Filled(qtbot, tmp_path / "open")
    for place in pages(filled.robot):
        before = painted(filled.robot)
        filled.robot.let_days_pass(SPAN)
        after = painted(filled.robot)
        assert after.keys() == late[place].keys()
        stale = [name for name, picture in after.items() if picture != late[place][name]]
        assert stale == [], place
        assert before != after, f"nothing on {place} shows a day: it says nothing here"
        filled.robot.let_days_pass(-SPAN)
    filled.close()


def pages(robot: PeopleRobot) -> Iterator[str]:
    """The pages whose lists show days."""
    for tab in (names.GO_PREPARE, names.GO_DISCOVERY, names.GO_PLAN, names.GO_CHECK_INS):
        robot.act(tab)
        QApplication.processEvents()
        yield tab


def painted(robot: PeopleRobot) -> dict[str, QImage]:
    """What the lists that are seen look like."""
    QApplication.processEvents()
    return {
        view.objectName(): view.viewport().grab().toImage()
        for view in robot.window.findChildren(QAbstractItemView)
        if view.isVisible()
    }


def sides(robot: PeopleRobot) -> Iterator[str]:
    """Each side of the cycle, and each of a review."""
    room = open_reviews_page(robot)
    for side in TABS_OF_CYCLE:
        room.show_tab(side)
        yield side
    for tab in TABS:
        open_tab(room, tab)
        yield f"review: {tab}"


def open_reviews_page(robot: PeopleRobot) -> ReviewsPage:
    """Go to the reviews."""
    robot.act(names.GO_REVIEWS)
    return robot.find(ReviewsPage, names.REVIEWS_VIEW)


def open_tab(room: ReviewsPage, tab: str) -> None:
    """Open the first review at a side of it."""
    assert room.cycle is not None
    room.open_review(room.cycle.rows[0].id, tab)


# What is being typed


def test_the_day_changes_also_while_nothing_can_be_written_and_what_is_typed_stays(
    robot: PeopleRobot,
) -> None:
    discovery.ensure_bank(robot.store)
    robot.act(DISCOVERY_CONVERSATION)
    editor = robot.find(NoteEditor, WORDS)
    driver = robot.store.writer()._connection
    driver.execute("PRAGMA query_only=ON")
    robot.qtbot.keyClicks(editor, "To build")
    told: list[date] = []
    robot.window.ctx.day.changed.connect(told.append)
    robot.let_days_pass()
    assert (len(told), editor.toPlainText()) == (1, "To build")
    driver.execute("PRAGMA query_only=OFF")
    assert robot.window.ctx.autosaver.flush()
    assert editor.toPlainText() == "To build"


def state(editor: Editor) -> tuple[str, int]:
    """What stands there, and where the cursor is."""
    if isinstance(editor, QLineEdit):
        return words_of(editor), editor.cursorPosition()
    return words_of(editor), editor.textCursor().position()


HALF_TYPED = {
    "prepare": (names.GO_PREPARE,),
    "feedback": (NOTE_FEEDBACK,),
    "discovery": (names.GO_DISCOVERY,),
    "plan": (names.GO_PLAN,),
    "check-ins": (names.GO_CHECK_INS,),
    "person": (EDIT_PERSON,),
    "session": (DISCOVERY_CONVERSATION,),
    "objectives": (SHOW_OBJECTIVES,),
    "templates": (SHOW_TEMPLATES,),
    "trash": (SHOW_TRASH,),
    "running": (START_CHECK_IN,),
}


@pytest.mark.parametrize("place", HALF_TYPED)
def test_midnight_takes_nothing_that_is_being_typed_and_not_the_keyboard(
    qtbot: QtBot, tmp_path: Path, place: str
) -> None:
    filled = Filled(qtbot, tmp_path)
    robot = filled.robot
    for action in HALF_TYPED[place]:
        robot.act(action)
    if place == "plan":
        view = robot.find(QAbstractItemView, names.SHORT_TERM_ITEMS)
        robot.go_to(view, 0)
        robot.press(view, Qt.Key.Key_Return)
        for fold in robot.window.findChildren(QWidget):
            if fold.objectName().startswith(RESULT_FOLD):
                robot.click(fold.objectName())
    tried = pass_midnight_while_typing(robot)
    filled.close()
    assert tried >= 2


def pass_midnight_while_typing(robot: PeopleRobot) -> int:
    """Do so in every field that is seen; tells in how many."""
    tried = 0
    for editor in list(editors(robot.window, seen=True)):  # some end with the days that pass
        if not isValid(editor) or not editor.isVisible():
            continue
        type_into(editor, TYPED)
        if QApplication.focusWidget() is not editor:
            continue
        typed = state(editor)
        robot.let_days_pass()
        assert isValid(editor), editor
        assert QApplication.focusWidget() is editor, editor.objectName()
        assert state(editor) == typed, editor.objectName()
        tried += 1
    return tried


@pytest.mark.parametrize(
    ("go", "place"),
    [*((ReviewsPage.show_tab, side) for side in TABS_OF_CYCLE), *((open_tab, tab) for tab in TABS)],
)
def test_midnight_takes_nothing_that_is_being_typed_in_the_reviews(
    qtbot: QtBot, tmp_path: Path, go: Callable[[ReviewsPage, str], None], place: str
) -> None:
    filled = Filled(qtbot, tmp_path)
    go(open_reviews_page(filled.robot), place)
    QApplication.processEvents()
    pass_midnight_while_typing(filled.robot)
    filled.close()


@pytest.mark.parametrize("name", ["Ana Ruiz", "Ben Okri"])
def test_midnight_does_not_move_the_keyboard_from_a_button_that_is_made_again(
    robot: PeopleRobot, name: str
) -> None:
    people.add_many(robot.store, ["Ben Okri"])
    robot.choose(name)
    robot.act(names.GO_PREPARE)
    QApplication.processEvents()
    robot.window.commands.pages.focus()
    held = QApplication.focusWidget()
    assert held is not None
    place = held.objectName()
    robot.let_days_pass()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    after = QApplication.focusWidget()
    assert after is not None and after.objectName() == place
