"""The start after a crash leads to what was typed and not stored, wherever that was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QListView, QWidget
from pytestqt.qtbot import QtBot

from careerdesk.services import people
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.plan.action_box import STEP_EDIT
from careerdesk.ui.plan.objectives import OBJECTIVE_ADD
from careerdesk.ui.shell.actions import SHOW_OBJECTIVES
from careerdesk.ui.shell.capture import CAPTURE_EDIT
from careerdesk.ui.shell.left_behind import LeftBehind
from tests.builders import a_person
from tests.robots.drafts import begin, said
from tests.robots.window import PeopleRobot

HALF = "half a w"


@pytest.fixture
def team(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[PeopleRobot]:
    """A window over two people who have a plan; Ana is shown."""
    for name in ("Ana Ruiz", "Ben Okri"):
        a_person(store, name).with_goals(f"Goal of {name}").with_checkin(3).driven_by("Mastery")
    robot = PeopleRobot(qtbot, store, tmp_path)
    robot.choose("Ana Ruiz")
    yield robot
    robot.window.close()


def tell(team: PeopleRobot) -> list[str]:
    """What the start after a crash says and offers."""
    left = LeftBehind(team.window, lambda: None, team.window)
    left.tell()
    banner = team.find(QWidget, f"banner.{names.CRASHED}")
    buttons = [one.text() for one in banner.findChildren(QAbstractButton) if one.text()]
    return [team.banner(names.CRASHED), *buttons]


def show(team: PeopleRobot) -> str:
    """Press *Show text*; the field one is led to."""
    banner = team.find(QWidget, f"banner.{names.CRASHED}")
    next(one for one in banner.findChildren(QAbstractButton) if one.text() == "Show text").click()
    focused = QApplication.focusWidget()
    return focused.objectName() if focused else ""


def on_a_tab(tab: str, row: str) -> Callable[[PeopleRobot], str]:
    def go(team: PeopleRobot) -> str:
        team.act(tab)
        return row

    return go


def in_a_goal(team: PeopleRobot) -> str:
    team.act(names.GO_PLAN)
    goals = team.find(QListView, names.SHORT_TERM_ITEMS)
    team.go_to(goals, 0)
    team.press(goals, Qt.Key.Key_Return)
    return STEP_EDIT


def among_objectives(team: PeopleRobot) -> str:
    team.act(SHOW_OBJECTIVES)
    return OBJECTIVE_ADD


def in_quick_capture(team: PeopleRobot) -> str:
    team.act(names.QUICK_CAPTURE)
    return CAPTURE_EDIT


PLACES = [
    on_a_tab(names.GO_PREPARE, names.AGENDA_EDIT),
    on_a_tab(names.GO_DISCOVERY, names.MOTIVATOR_EDIT),
    on_a_tab(names.GO_PLAN, names.LONGER_TERM_EDIT),
    in_a_goal, among_objectives, in_quick_capture,
]  # fmt: skip


@pytest.mark.whole
@pytest.mark.parametrize("place", PLACES)
def test_what_was_typed_last_is_found_from_anywhere(
    team: PeopleRobot, place: Callable[[PeopleRobot], str]
) -> None:
    field = place(team)
    begin(team, field, HALF)
    team.window.ctx.autosaver.flush()
    team.act(names.GO_CHECK_INS)
    team.choose("Ben Okri")
    team.restart().resize(1_500, 900)
    words, *offered = tell(team)
    assert words.endswith("The text you were typing has been restored.")
    assert offered == ["Show text", "Copy details"]
    assert (show(team), said(team, field)) == (field, HALF)


def test_where_nothing_was_typed_nothing_is_offered(team: PeopleRobot) -> None:
    words, *offered = tell(team)
    assert words == "CareerDesk didn't close properly last time. Everything you saved is here."
    assert offered == ["Copy details"]


def test_what_cannot_be_shown_now_is_said(team: PeopleRobot) -> None:
    team.act(names.GO_PLAN)
    begin(team, names.SHORT_TERM_EDIT, HALF)
    team.window.ctx.autosaver.flush()
    tell(team)
    team.choose("Ben Okri")
    people.archive(team.store, team.person("Ana Ruiz").id, team.clock.today())
    show(team)
    assert "Open the page where you were typing" in team.told


def test_what_is_folded_away_is_left_to_be_unfolded_where_it_is(team: PeopleRobot) -> None:
    team.act(names.GO_DISCOVERY)
    begin(team, names.MOTIVATOR_EDIT, HALF)
    team.window.ctx.autosaver.flush()
    team.act(names.GO_PLAN)
    team.window.resize(700, 700)
    tell(team)
    show(team)
    assert "Open the page where you were typing" in team.told
    assert team.window.person_page.tab == "discovery"
