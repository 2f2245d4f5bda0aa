"""What an undo brings back is selected, and a screen reader hears its name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from careerdesk.domain.records import Drive, Horizon, PlanItem
from careerdesk.services import actions, discovery, ideas, key_results, people, plans
from careerdesk.ui.base import names
from careerdesk.ui.ideas.idea_box import IDEA_LIST
from careerdesk.ui.plan.action_list import ActionList
from careerdesk.ui.plan.goal_list import GoalList
from careerdesk.ui.plan.key_result_list import KeyResultList
from careerdesk.ui.widgets import coming_back
from careerdesk.ui.widgets.choice_list import ChoiceList
from careerdesk.ui.widgets.ordered_list import OrderedListView
from careerdesk.ui.widgets.record_list import RecordListModel
from tests.counting import calls
from tests.robots.stage import TODAY
from tests.robots.window import PeopleRobot

SHORT = Horizon.SHORT


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is said of what came back."""
    heard: list[str] = []
    say = coming_back.announce

    def listen(widget, words: str, **how: bool) -> None:
        heard.append(words)
        say(widget, words, **how)

    monkeypatch.setattr(coming_back, "announce", listen)
    return heard


@pytest.fixture
def ana(team: PeopleRobot) -> PeopleRobot:
    """Ana's plan with three goals is open."""
    ana = team.person("Ana Ruiz")
    plans.add_items_for(team.store, ana.id, SHORT, ["A", "B", "C"], TODAY)
    team.choose("Ana Ruiz")
    team.act(names.GO_PLAN)
    return team


class CountedRow:
    """A row whose id is asked for by a call."""

    def __init__(self, key: int) -> None:
        self._key = key

    @property
    def id(self) -> int:
        """The id."""
        return self._key


class Goals(RecordListModel[CountedRow]):
    """Rows of goals."""

    holds = PlanItem


def test_of_many_that_come_back_each_row_is_looked_at_once(qtbot: QtBot) -> None:
    def cost(many: int) -> int:
        window = QWidget()
        qtbot.addWidget(window)
        view, model = QListView(window), Goals(window)
        model.set_rows([CountedRow(key) for key in range(many)])
        view.setModel(model)
        window.show()
        return calls(
            lambda: coming_back.show_back(window, {(PlanItem, key) for key in range(many)})
        )

    assert cost(800) < 12 * cost(100)


def goals(robot: PeopleRobot) -> dict[str, int]:
    """The ids of the goals by their titles."""
    view = plans.active(robot.store, robot.person("Ana Ruiz").id)
    assert view is not None
    return {one.item.title: one.id for one in view.items}


def test_goals_that_come_back_are_selected_and_named(ana: PeopleRobot, said: list[str]) -> None:
    view, ids = ana.find(GoalList, names.SHORT_TERM_ITEMS), goals(ana)
    view.select_ids([ids["B"]])
    view.setFocus()
    ana.press(view, Qt.Key.Key_Delete)
    assert view.selected_ids() == [ids["C"]]  # the neighbour, until it is back
    ana.act(names.UNDO)
    assert view.selected_ids() == [ids["B"]]
    assert view.currentIndex().row() == 1
    assert view.hasFocus()
    assert said == ["B restored"]


def test_several_are_counted(ana: PeopleRobot, said: list[str]) -> None:
    ids = goals(ana)
    plans.remove_items(ana.store, [ids["C"], ids["A"]])
    ana.act(names.UNDO)
    assert ana.find(GoalList, names.SHORT_TERM_ITEMS).selected_ids() == [ids["A"], ids["C"]]
    assert said == ["A and 1 more restored"]


def test_from_another_page_the_goal_is_found(ana: PeopleRobot, said: list[str]) -> None:
    ids = goals(ana)
    plans.remove_items(ana.store, [ids["B"]])
    ana.choose("Ben Okri")
    ana.act(names.GO_TODAY)
    ana.act(names.UNDO)
    assert ana.shown == "Ana Ruiz"
    assert ana.find(GoalList, names.SHORT_TERM_ITEMS).selected_ids() == [ids["B"]]
    assert said == ["B restored"]


def test_a_goal_is_named_and_not_what_hangs_on_it(ana: PeopleRobot, said: list[str]) -> None:
    goal = goals(ana)["B"]
    key_results.add(ana.store, goal, "Visits")
    actions.add(ana.store, goal, ["Call"], today=TODAY)
    plans.remove_items(ana.store, [goal])
    ana.act(names.UNDO)
    assert said == ["B restored"]


def test_key_results_and_steps_come_back_in_the_panel(ana: PeopleRobot, said: list[str]) -> None:
    goal = goals(ana)["B"]
    result = key_results.add(ana.store, goal, "Visits").id
    key_results.add(ana.store, goal, "Calls")
    (step,) = actions.add(ana.store, goal, ["Call"], today=TODAY)
    ana.window.person_page.page.open_item(goal)  # type: ignore[attr-defined]
    key_results.remove(ana.store, result)
    ana.act(names.UNDO)
    shown = ana.find(KeyResultList, names.KEY_RESULT_LIST)
    assert shown.row(result).isAncestorOf(QApplication.focusWidget())
    actions.remove(ana.store, [step.id], today=TODAY)
    ana.act(names.UNDO)
    (steps,) = ana.window.findChildren(ActionList)
    assert steps.selected_ids() == [step.id]
    assert said == ["Visits restored", "Call restored"]


def test_motivators_come_back_selected(team: PeopleRobot, said: list[str]) -> None:
    ana = team.person("Ana Ruiz")
    kept = [discovery.add_motivator(team.store, ana.id, name, Drive.DRIVES) for name in "XY"]
    team.choose("Ana Ruiz")
    team.act(names.GO_DISCOVERY)
    discovery.remove_motivators(team.store, [kept[0].id])
    team.act(names.UNDO)
    lists = [view for view in team.window.findChildren(OrderedListView) if view.isVisible()]
    assert [view.selected_ids() for view in lists if view.selected_ids()][-1] == [kept[0].id]
    assert said == ["X restored"]


def test_ideas_are_rows_as_well(ana: PeopleRobot, said: list[str]) -> None:
    who = ana.person("Ana Ruiz").id
    (idea,) = ideas.add(ana.store, who, ["Shadow Kehinde"], TODAY)
    ideas.decline(ana.store, [idea.id])
    ana.act(names.UNDO)
    box = ana.find(ChoiceList, f"plan-{IDEA_LIST}")
    assert [index.row() for index in box.selectedIndexes()] == [0]
    assert said == ["Shadow Kehinde restored"]


def test_nothing_is_said_of_a_person_with_all_that_is_theirs(
    ana: PeopleRobot, said: list[str]
) -> None:
    people.remove(ana.store, ana.person("Ana Ruiz").id)
    ana.act(names.UNDO)
    assert said == []


def test_words_that_are_typed_keep_the_keyboard(ana: PeopleRobot, said: list[str]) -> None:
    plans.remove_items(ana.store, [goals(ana)["B"]])
    edit = ana.find(QLineEdit, names.SHORT_TERM_EDIT)
    edit.setFocus()
    edit.setText("Half a sen")
    assert coming_back.is_typed_in()
    ana.act(names.UNDO)
    ana.act(names.UNDO)
    assert said == ["B restored"]
