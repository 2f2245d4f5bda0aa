"""From the header and the menus: plan, move and start what is due, wherever one is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QTabBar

from careerdesk import fonts
from careerdesk.domain.records import CheckIn, CheckInKind, PersonStatus
from careerdesk.services import checkins, people, planning
from careerdesk.ui.base import names
from careerdesk.ui.checkins.past_popover import PastPopover
from careerdesk.ui.shell.actions import (
    ADD_PAST_CHECK_IN,
    PLAN_CAREER,
    PLAN_ONE_ON_ONE,
    START_CHECK_IN,
)
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.planning_popover import DAY, PlanningPopover
from tests.builders import PersonBuilder
from tests.robots.stage import TODAY
from tests.robots.window import PeopleRobot

ANA = "Ana Ruiz"


def now(team: PeopleRobot) -> datetime:
    return team.window.ctx.clock.now()


def planned(team: PeopleRobot) -> list[CheckIn]:
    return planning.planned(team.store, team.person(ANA).id)


def form(team: PeopleRobot) -> PlanningPopover:
    found = team.window.findChild(PlanningPopover)
    assert found is not None
    return found


def test_the_header_plans_and_then_moves_the_next_one(team: PeopleRobot) -> None:
    team.choose(ANA)
    header = team.window.person_page.header
    header.next.setFocus()
    team.press(header.next, Qt.Key.Key_Return)
    assert QApplication.focusWidget().objectName() == DAY
    team.type(form(team).day, "27 nov")
    team.press_in_focus(Qt.Key.Key_Return)
    assert header.next.text() == "Next: Fri 27 Nov, 10:00"
    assert header.next.hasFocus()
    team.press(header.next, Qt.Key.Key_Return)
    assert form(team).day.day() == TODAY + timedelta(days=10)
    team.type(form(team).day, "26 nov")
    team.press_in_focus(Qt.Key.Key_Return)
    assert header.next.text() == "Next: Thu 26 Nov, 10:00"
    assert len(planned(team)) == 1


def test_a_career_conversation_is_planned_by_its_own_key_from_any_page(
    team: PeopleRobot,
) -> None:
    team.choose(ANA)
    team.act(PLAN_ONE_ON_ONE)
    team.press_in_focus(Qt.Key.Key_Return)
    team.act(names.GO_TODAY)
    team.act(PLAN_CAREER)
    assert team.window.on_person_page
    assert form(team).kind.value() is CheckInKind.CAREER
    team.type(form(team).day, "+4w")
    team.press_in_focus(Qt.Key.Key_Return)
    kinds = [check_in.kind for check_in in planned(team)]
    assert kinds == [CheckInKind.ONE_ON_ONE, CheckInKind.CAREER]


def test_of_somebody_who_left_no_next_one_is_said(team: PeopleRobot) -> None:
    team.choose(ANA)
    header = team.window.person_page.header
    assert header.next.isVisible()
    people.change(team.store, team.person(ANA).id, status=PersonStatus.LEFT)
    assert not header.next.isVisible() and header.start.isVisible()
    team.choose("Ben Okri")
    assert header.next.isVisible()
    team.choose(ANA)
    people.change(team.store, team.person(ANA).id, status=PersonStatus.ACTIVE)
    assert header.next.isVisible()


def test_a_missed_one_is_named_until_another_one_is_planned(team: PeopleRobot) -> None:
    ana = team.person(ANA).id
    with team.store.edit("Plan") as tx:
        tx.add(CheckIn(person_id=ana, starts_at=now(team) - timedelta(days=5)))
    team.choose(ANA)
    header = team.window.person_page.header
    assert header.next.text() == "Missed 12 Nov"
    assert header.next.accessibleName() == "Check-in missed on 12 Nov. Plan or reschedule it"
    planning.plan(team.store, ana, now(team) + timedelta(hours=1), now(team))
    assert header.next.text() == "Next: today 16:02"


def test_one_that_is_overdue_is_said_as_in_the_rail(team: PeopleRobot) -> None:
    PersonBuilder(team.store, "Dana Olt").with_checkin(30)
    team.choose("Dana Olt")
    header = team.window.person_page.header
    assert header.next.text() == "Overdue since 1 Nov"
    assert header.next.accessibleName() == "Check-in overdue since 1 Nov. Plan or reschedule it"


def test_start_takes_the_one_of_today_that_is_nearest(team: PeopleRobot) -> None:
    ana = team.person(ANA).id
    planning.plan(team.store, ana, now(team) + timedelta(hours=6), now(team))
    near = planning.plan(
        team.store, ana, now(team) + timedelta(minutes=10), now(team), CheckInKind.CAREER
    )
    team.choose(ANA)
    team.act(START_CHECK_IN)
    running = checkins.running(team.store, ana)
    assert running is not None and running.id == near.id
    assert running.starts_at == near.starts_at  # the agreed moment stays


def test_where_one_runs_there_is_no_button_to_start_another(team: PeopleRobot) -> None:
    team.choose(ANA)
    header = team.window.person_page.header
    start = header.start
    assert start.isVisible() and header.next.isVisible()
    team.act(START_CHECK_IN)
    assert not start.isVisible() and not header.next.isVisible()
    team.act(names.GO_PREPARE)  # what is next is said where it ends, and not denied here
    assert start.isVisible() and not header.next.isVisible()
    team.act(names.GO_CHECK_INS)
    team.act(PLAN_CAREER)
    team.type(form(team).day, "+4w")
    team.press_in_focus(Qt.Key.Key_Return)
    team.act(names.GO_PLAN)
    assert start.isVisible() and start.text() == "Go to check-in"
    assert header.next.text() == "Next: Tue 15 Dec, 10:00"
    team.click(names.START_CHECK_IN)
    assert not start.isVisible()
    team.click(names.FINISH_CHECK_IN)
    team.press_in_focus(Qt.Key.Key_Return)  # to what is asked at the end
    assert start.isVisible()


def test_a_past_one_is_added_also_while_another_one_runs(team: PeopleRobot) -> None:
    team.choose(ANA)
    team.act(ADD_PAST_CHECK_IN)
    assert team.window.findChild(PastPopover) is not None
    team.press_in_focus(Qt.Key.Key_Escape)
    team.act(START_CHECK_IN)
    team.act(ADD_PAST_CHECK_IN)
    team.type(team.window.findChild(PastPopover).day, "fri")
    team.press_in_focus(Qt.Key.Key_Return)
    held = checkins.last_held(team.store, team.person(ANA).id)
    assert held is not None and held.noted_on == TODAY
    assert QApplication.focusWidget().objectName() == "earlierShared"
    assert QApplication.focusWidget().isVisible()


def test_the_form_goes_with_the_page_it_belongs_to(team: PeopleRobot) -> None:
    for go in (
        lambda: team.act(names.GO_TODAY),
        lambda: team.choose("Ben Okri"),
        lambda: team.act(names.SHARE_SAFE_MODE),
    ):
        team.choose(ANA)
        team.act(PLAN_ONE_ON_ONE)
        team.type(form(team).day, "27 no")
        go()
        assert team.window.findChild(PlanningPopover) is None
    team.act(PLAN_ONE_ON_ONE)
    assert form(team).day.text() == "27 no"


@pytest.mark.usefixtures("large_type")
def test_what_stands_beside_a_name_does_not_hang_on_who_was_shown_before(
    team: PeopleRobot,
) -> None:
    planning.plan(team.store, team.person(ANA).id, now(team) + timedelta(days=9), now(team))
    window, others = team.window, [name for name in team.names() if name != ANA]
    places = set()
    for width in range(1024, 1240, 8):
        window.resize(width, 800)
        for name in (ANA, others[0]):
            team.choose(name)
            QApplication.processEvents()
            header = window.person_page.header
            before = header.next.pos(), header.title.size()
            window.resize(width + 1, 800)
            window.resize(width, 800)
            QApplication.processEvents()
            assert (header.next.pos(), header.title.size()) == before, (width, name)
            places.add(header.next.y() > header.title.y() + header.title.height())
    assert places == {True, False}


@pytest.fixture
def dressed(qapp: QApplication, put_on: Callable[[Theme], Theme]) -> Iterator[None]:
    """The style of the program, in a size of type in which bold words are clearly wider."""
    old = qapp.font()
    QApplication.setFont(QFont(fonts.family(), 15))
    put_on(Theme("light"))
    yield
    QApplication.setFont(old)


@pytest.mark.usefixtures("dressed")
def test_the_tabs_stay_in_their_place_whichever_is_open(team: PeopleRobot) -> None:
    tabs = team.find(QTabBar, names.PERSON_TABS)
    for tab in (3, 0, 3, 2, 1, 0, 1, 3):
        tabs.setCurrentIndex(tab)
        QApplication.processEvents()
        assert tabs.tabRect(0).left() == 0, tab
        assert tabs.width() >= tabs.sizeHint().width(), tab
