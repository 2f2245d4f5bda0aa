"""The trash page: found by two keys, brought back whole, let go for good."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListView

from careerdesk.domain.records import Horizon
from careerdesk.services import agreements, checkins, ideas, people, plans, trash
from careerdesk.ui.base import names
from careerdesk.ui.shell.actions import SHOW_TRASH
from careerdesk.ui.widgets.link_row import caption_words
from careerdesk.ui.widgets.links import LinkRow
from careerdesk.ui.widgets.record_list import RECORD_ROLE
from tests.builders import NOW, TODAY
from tests.robots.window import PeopleRobot

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def rows(team: PeopleRobot) -> list[LinkRow]:
    """What the page shows."""
    model = team.find(QListView, "trashList").model()
    return [model.index(row, 0).data(RECORD_ROLE) for row in range(model.rowCount())]


def test_two_keys_bring_back_what_was_deleted_last(team: PeopleRobot) -> None:
    ana = team.person("Ana Ruiz").id
    check_in = checkins.start(team.store, ana, NOW)
    checkins.finish(team.store, check_in.id, NOW)
    checkins.remove(team.store, [check_in.id])
    team.choose("Ben Okri")
    team.press_in_focus(Qt.Key.Key_T, CONTROL_SHIFT)
    team.press_in_focus(Qt.Key.Key_Return)
    assert [row.id for row in checkins.history(team.store, ana)] == [check_in.id]
    assert (team.shown, team.window.person_page.tab) == ("Ana Ruiz", "check-ins")
    assert team.told == "Restored"
    team.act(names.UNDO)
    assert checkins.history(team.store, ana) == []


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_only_the_left_button_brings_back(team: PeopleRobot, button: Qt.MouseButton) -> None:
    ana = team.person("Ana Ruiz").id
    goal = plans.add_items_for(team.store, ana, Horizon.SHORT, ["Loads are done"], TODAY)[0]
    plans.remove_items(team.store, [goal.id])
    team.act(SHOW_TRASH)
    view = team.find(QListView, "trashList")
    at = view.visualRect(view.model().index(0, 0)).center()
    team.qtbot.mouseClick(view.viewport(), button, pos=at)
    assert [row.title for row in rows(team)] == ["Loads are done"]
    team.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert plans.item(team.store, goal.id).item.title == "Loads are done"


def test_a_row_says_what_it_was_and_whose(team: PeopleRobot) -> None:
    ana = team.person("Ana Ruiz").id
    goal = plans.add_items_for(team.store, ana, Horizon.SHORT, ["Loads are done"], TODAY)[0]
    plans.remove_items(team.store, [goal.id])
    team.act(SHOW_TRASH)
    row = rows(team)[0]
    assert row.title == "Loads are done"
    assert row.caption.startswith("Goal, Ana Ruiz, deleted")
    assert row.caption.endswith("30 days left")


def test_how_long_it_stays_is_said_however_long_a_name_is(team: PeopleRobot) -> None:
    ana = team.person("Ana Ruiz").id
    people.change(team.store, ana, family_name="von " + "Hohenstaufen-" * 12 + "Beck")
    goal = plans.add_items_for(team.store, ana, Horizon.SHORT, ["Loads are done"], TODAY)[0]
    plans.remove_items(team.store, [goal.id])
    team.act(SHOW_TRASH)
    shown = caption_words(rows(team)[0], 500, team.window.ctx.theme.look)
    assert shown.startswith("Goal, Ana von Hohen")
    assert shown.endswith("30 days left")


def test_an_idea_has_the_sign_it_had(team: PeopleRobot) -> None:
    ana = team.person("Ana Ruiz").id
    (idea,) = ideas.add(team.store, ana, ["Lead a course"], TODAY)
    ideas.decline(team.store, [idea.id])
    team.act(SHOW_TRASH)
    assert (rows(team)[0].title, rows(team)[0].icon) == ("Lead a course", "hint")


def test_typing_filters(team: PeopleRobot) -> None:
    for person in people.everyone(team.store):
        checkins.remove_agenda(
            team.store, [checkins.add_agenda(team.store, person.id, f"With {person.name}").id]
        )
    team.act(SHOW_TRASH)
    assert len(rows(team)) == 3
    team.type(team.find(QLineEdit, "trashFilter"), "okri")
    assert [row.title for row in rows(team)] == ["With Ben Okri"]
    team.type(team.find(QLineEdit, "trashFilter"), "nobody")
    assert rows(team) == []


def test_delete_lets_go_for_good_and_undo_has_it_back(team: PeopleRobot) -> None:
    people.remove(team.store, team.person("Chi Tran").id)
    team.act(SHOW_TRASH)
    view = team.find(QListView, "trashList")
    team.press(view, Qt.Key.Key_Delete)
    assert trash.things(team.store) == []
    assert rows(team) == []
    team.act(names.UNDO)
    assert [thing.words for thing in trash.things(team.store)] == ["Chi Tran"]


def test_a_goal_of_an_agreed_plan_leaves_its_words_there_and_that_is_said(
    team: PeopleRobot,
) -> None:
    ana = team.person("Ana Ruiz").id
    goals = plans.add_items_for(team.store, ana, Horizon.SHORT, ["Loads", "Nights"], TODAY)
    agreements.agree(team.store, goals[0].plan_id, TODAY, today=TODAY)
    plans.remove_items(team.store, [goals[0].id])
    team.act(SHOW_TRASH)
    team.press(team.find(QListView, "trashList"), Qt.Key.Key_Delete)
    assert team.told is not None
    assert team.told.startswith("Deleted permanently. The agreed wording ")
    assert team.told.endswith("will be kept until the plan is deleted.")


def test_a_deleted_person_comes_back_to_the_rail(team: PeopleRobot) -> None:
    people.remove(team.store, team.person("Chi Tran").id)
    team.act(SHOW_TRASH)
    team.press_in_focus(Qt.Key.Key_Return)
    assert "Chi Tran" in team.names()
    assert team.shown == "Chi Tran"


def test_what_has_lost_its_owner_says_so_and_stays(team: PeopleRobot) -> None:
    ana = team.person("Ana Ruiz").id
    goal = plans.add_items_for(team.store, ana, Horizon.SHORT, ["Loads are done"], TODAY)[0]
    plans.remove_items(team.store, [goal.id])
    first = trash.things(team.store)[0]
    people.remove(team.store, ana)
    team.act(SHOW_TRASH)
    page = team.window.content.currentWidget()
    page.bring_back(first.id)  # type: ignore[attr-defined]  # the page of the trash
    assert "Restore that item first" in team.banner()
    assert len(rows(team)) == 2


def test_an_empty_trash_explains_itself(team: PeopleRobot) -> None:
    team.act(SHOW_TRASH)
    page = team.window.content.currentWidget()
    assert "stays here for 30 days" in page.summary.text()  # type: ignore[attr-defined]
    assert QApplication.focusWidget() is not None
