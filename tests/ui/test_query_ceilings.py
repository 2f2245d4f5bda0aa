"""What a click asks of the file: so many statements in the demo, and no more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTabBar
from pytestqt.qtbot import QtBot

from careerdesk.compat import override
from careerdesk.data.store import Store
from careerdesk.domain.reviews.stages import Stage as At
from careerdesk.services import checkins, closing, demo, people, plans, summaries
from careerdesk.services.reviews import cycles, reviews
from careerdesk.ui.base import names
from careerdesk.ui.base.page import Page
from careerdesk.ui.plan.goal_list import GoalList
from careerdesk.ui.reviews.page.reviews_page import ReviewsPage
from careerdesk.ui.shell.actions import ARCHIVE_PERSON, START_CHECK_IN
from careerdesk.ui.shell.person_page import TABS
from careerdesk.ui.widgets.note_editor import NoteEditor
from tests.counting import Statements
from tests.robots.stage import TODAY, Stage
from tests.robots.window import PeopleRobot
from tests.stores import blank_store

PREPARE, DISCOVERY, PLAN, CHECK_INS = range(len(TABS))


@pytest.fixture(scope="module")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    store = blank_store(path)
    demo.fill(store, TODAY)
    store.close()
    return path


class Desk:
    """The window over the demo, and how much it asks."""

    def __init__(self, qtbot: QtBot, file: Path, folder: Path) -> None:
        self._qtbot, self._folder = qtbot, folder
        self._path = folder / "demo.db"
        copyfile(file, self._path)
        self.statements = Statements()
        self.started = self.statements.during(self._start)
        self.person = self.robot.window.person_page.person_id

    def _start(self) -> None:
        self.store = Store(self._path, library=self.statements.library)
        self.robot = PeopleRobot(self._qtbot, self.store, self._folder)
        QApplication.processEvents()

    def open_tab(self, place: int) -> int:
        """How much a click on a tab asks."""
        tabs = self.robot.find(QTabBar, names.PERSON_TABS)
        left, at = Qt.MouseButton.LeftButton, tabs.tabRect(place).center()

        def click() -> None:
            self._qtbot.mouseClick(tabs, left, pos=at)
            QApplication.processEvents()

        return self.statements.during(click)

    def click_on_next(self) -> int:
        """How much a click on the next person in the rail asks."""
        view = self.robot.list
        place = view.visualRect(view.model().index(view.currentIndex().row() + 1, 0)).center()

        def click() -> None:
            self._qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
            QApplication.processEvents()

        return self.statements.during(click)

    def act(self, name: str) -> int:
        """How much a menu entry asks."""

        def choose() -> None:
            self.robot.act(name)
            QApplication.processEvents()

        return self.statements.during(choose)

    def finish(self) -> int:
        """How much it asks to end the check-in that is running."""
        page = self.robot.window.person_page.page

        def end() -> None:
            page.finish()  # asks what is asked at the end
            page.finish()
            QApplication.processEvents()

        return self.statements.during(end)

    def is_running(self) -> bool:
        return checkins.running(self.store, self.person) is not None


@pytest.fixture
def desk(qtbot: QtBot, demo_file: Path, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, demo_file, tmp_path)
    yield desk
    desk.robot.window.close()
    desk.store.close()


def test_no_click_asks_more_than_it_may(desk: Desk) -> None:
    assert desk.started <= 31  # two ask whether it is older than what was seen here
    assert desk.statements.during(desk.store.warm) <= 152  # triggers for undo over every table
    found = {tab: desk.open_tab(tab) for tab in (DISCOVERY, PLAN, CHECK_INS, PREPARE)}
    most = {PREPARE: 8, DISCOVERY: 19, PLAN: 10, CHECK_INS: 4}
    assert {tab: n for tab, n in found.items() if n > most[tab]} == {}
    assert desk.act(names.GO_TODAY) <= 12


def test_a_click_on_a_person_asks_no_more_than_it_may(desk: Desk) -> None:
    desk.store.warm()
    most = {PREPARE: 8, DISCOVERY: 15, PLAN: 9, CHECK_INS: 4}
    for tab, count in most.items():
        desk.open_tab(tab)
        assert desk.click_on_next() <= count, TABS[tab]


def test_plans_that_are_over_cost_the_discovery_page_nothing_each(desk: Desk) -> None:
    desk.store.warm()
    for _ in range(3):
        plan = plans.active(desk.store, desk.person)
        assert plan is not None
        closing.close(desk.store, plan.plan.id, TODAY, carry={plan.items[0].id})
    assert desk.open_tab(DISCOVERY) <= 19


def test_who_takes_the_place_of_an_archived_person_is_read_once(desk: Desk) -> None:
    desk.store.warm()
    checkins.add_agenda(desk.store, desk.person, "First")  # notes the session, once
    desk.open_tab(PREPARE)
    assert desk.act(ARCHIVE_PERSON) <= 21


def test_a_check_in_from_its_start_to_the_way_back_asks_no_more_than_it_may(desk: Desk) -> None:
    desk.store.warm()
    desk.open_tab(CHECK_INS)
    assert desk.act(START_CHECK_IN) <= 49
    assert desk.is_running()
    assert desk.finish() <= 28
    assert not desk.is_running()
    assert desk.act(names.UNDO) <= 56
    assert desk.is_running()
    assert desk.act(names.REDO) <= 34
    assert not desk.is_running()


def test_saving_what_is_typed_reads_nothing_again_that_does_not_show_it(desk: Desk) -> None:
    desk.store.warm()
    desk.open_tab(CHECK_INS)
    desk.act(START_CHECK_IN)
    editor = desk.robot.find(NoteEditor, names.CHECK_IN_SHARED)
    for _ in range(2):  # the first time an earlier version is kept
        editor.insertPlainText("and on ")
        asked = desk.statements.during(desk.robot.window.ctx.autosaver.flush)
    assert asked <= 8  # with BEGIN and COMMIT
    check_in = checkins.running(desk.store, desk.person)
    assert check_in is not None
    assert check_in.shared_notes.endswith("and on and on ")


def test_a_page_that_is_left_for_a_check_in_reads_of_it_when_it_is_seen_again(
    desk: Desk,
) -> None:
    desk.store.warm()
    desk.open_tab(CHECK_INS)
    brief = desk.robot.window.person_page.made_page(TABS[PREPARE])
    desk.open_tab(PREPARE)
    assert desk.act(START_CHECK_IN) <= 40
    assert desk.is_running() and brief.brief.running_id is None
    desk.open_tab(PREPARE)
    assert brief.brief.running_id is not None


def test_today_reads_nothing_of_a_check_in_that_it_is_left_for(desk: Desk) -> None:
    desk.store.warm()
    desk.open_tab(CHECK_INS)
    desk.act(names.GO_TODAY)
    assert desk.act(START_CHECK_IN) <= 40
    assert desk.is_running()


def test_a_page_that_stays_reads_what_it_put_off(desk: Desk) -> None:
    desk.open_tab(PREPARE)
    page = desk.robot.window.person_page.page
    page.put_off()
    checkins.add_agenda(desk.store, desk.person, "Put off")
    assert "Put off" not in [point.text for point in page.brief.agenda]
    page.catch_up()
    assert "Put off" in [point.text for point in page.brief.agenda]


def test_a_temperature_reads_nothing_again_that_does_not_show_it(desk: Desk) -> None:
    desk.store.warm()
    desk.open_tab(CHECK_INS)
    desk.act(START_CHECK_IN)
    said = desk.robot.window.person_page.page.check_in.temperature.said
    assert desk.statements.during(said.button(1).click) <= 16
    assert said.value() == 1
    assert desk.act(names.UNDO) <= 20
    assert said.value() is None
    assert desk.act(names.REDO) <= 20
    assert said.value() == 1


def test_sending_a_summary_asks_no_more_than_it_may(desk: Desk) -> None:
    desk.store.warm()
    desk.open_tab(CHECK_INS)
    desk.act(START_CHECK_IN)
    check_in = checkins.running(desk.store, desk.person)
    assert check_in is not None
    checkins.write(desk.store, check_in.id, shared_notes="The rota is calm")
    assert desk.finish() <= 34  # what the finished one holds is read, too
    row = desk.robot.window.person_page.page.history.view.summary
    assert desk.statements.during(row.copy_summary) <= 4
    assert desk.statements.during(row.mark_sent) <= 29
    assert summaries.sending(desk.store, check_in.id).sent_on == TODAY


def test_the_state_of_a_goal_asks_no_more_than_it_may(desk: Desk, qtbot: QtBot) -> None:
    desk.store.warm()
    checkins.add_agenda(desk.store, desk.person, "First")  # notes the session, once
    desk.open_tab(PLAN)
    view = desk.robot.find(GoalList, names.SHORT_TERM_ITEMS)
    view.go_to_row(0)

    def press(key: Qt.Key) -> int:
        def mark() -> None:
            qtbot.keyClick(view, key)
            QApplication.processEvents()

        return desk.statements.during(mark)

    # The first change of a day keeps the plan as it was, and the first of a session notes that.
    assert press(Qt.Key.Key_3) <= 27
    assert press(Qt.Key.Key_2) <= 20  # with BEGIN and COMMIT
    assert desk.act(names.UNDO) <= 21


def test_the_share_page_asks_no_more_than_it_may(desk: Desk) -> None:
    desk.robot.window.commands.pages.show_reviews()
    room = desk.robot.window.findChild(ReviewsPage)
    assert room is not None
    rows = reviews.board(desk.store, cycles.every(desk.store)[0].id, TODAY)
    most = {At.SHARED: 18, At.SEALED: 16, At.COLLECTING: 14}
    for stage, count in most.items():
        review = next(row.id for row in rows if row.facts.stage is stage)

        def show(review: int = review) -> None:
            room.open_review(review, "share")
            QApplication.processEvents()

        show()
        assert desk.statements.during(show) <= count, stage


def test_what_is_seen_already_is_not_read_for_being_gone_to(desk: Desk) -> None:
    go = desk.robot.window.ctx.navigator.open
    for tab in TABS:
        go(desk.person, tab)
        assert desk.statements.during(lambda tab=tab: go(desk.person, tab)) == 0
    go(desk.person, TABS[CHECK_INS])
    points = checkins.agenda(desk.store, desk.person)
    desk.act(START_CHECK_IN)
    checkins.change_agenda(desk.store, points[0].id, text="Changed meanwhile")
    go(desk.person, TABS[CHECK_INS])
    shown = desk.robot.window.person_page.page.check_in.agenda.model.rows
    assert "Changed meanwhile" in [point.text for point in shown]


class Breaking(Page):
    """A page that cannot be read while it is broken."""

    broken, read = False, 0

    @override
    def refresh(self) -> None:
        """Read it, if that is possible."""
        if self.broken:
            raise RuntimeError("cannot be read")
        self.read += 1


def test_what_could_not_be_read_is_read_when_it_is_gone_to(stage: Stage) -> None:
    ana = people.add(stage.store, "Ana Ruiz")
    page = stage.show(Breaking(stage.ctx), ana.id)
    page.broken = True
    with pytest.raises(RuntimeError):
        page.reload()
    page.broken, before = False, page.read
    page.show_person(ana.id)
    page.show_person(ana.id)
    assert page.read == before + 1
