"""Discovery ties motivators to goals, check-ins and outcomes, and to the notes that show them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from careerdesk.domain.golden_thread import NodeKind
from careerdesk.domain.loop import Aspiration
from careerdesk.domain.records import CheckIn, Motivator, PlanItem
from careerdesk.services import (
    aspirations,
    checkins,
    closing,
    discovery,
    key_results,
    motivators,
    plans,
)
from careerdesk.services.store import Store
from careerdesk.ui.base.navigation import CHECK_INS, DISCOVERY, PLAN, Destination
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.discovery.golden_thread import GoldenThreadPane
from careerdesk.ui.discovery.thread_card import ThreadCard
from careerdesk.ui.widgets.buttons import Chip, LinkButton
from careerdesk.ui.widgets.labels import Caption
from tests.builders import NOW, TODAY, PersonBuilder, a_person
from tests.robots.discovery import DiscoveryRobot
from tests.robots.stage import Stage


@pytest.fixture
def ana(store: Store) -> PersonBuilder:
    """Craft feeds a goal that was read in a check-in; Calm feeds nothing."""
    ana = a_person(store).driven_by("Craft", "Calm").with_goals("Own the feed", "Tidy up")
    plans.set_item_motivators(store, ana.goals[0].id, [ana.motivators[0].id])
    result = key_results.add(store, ana.goals[0].id, "Loads by six")
    check_in = checkins.start(store, ana.id, NOW)
    key_results.change(store, result.id, today=TODAY, made_in=check_in.id, current=0.5)
    checkins.finish(store, check_in.id, NOW)
    return ana


@pytest.fixture
def robot(qtbot, store: Store, ana: PersonBuilder, tmp_path: Path) -> DiscoveryRobot:
    return DiscoveryRobot(Stage(qtbot, store, tmp_path), ana.id)


def pane(robot: DiscoveryRobot) -> GoldenThreadPane:
    return robot.page.node_kinds


def shown(robot: DiscoveryRobot) -> list[str]:
    return [card.text() for card in pane(robot).strip.cards.values()]


def card(robot: DiscoveryRobot, node_kind: NodeKind) -> ThreadCard:
    found = [one for key, one in pane(robot).strip.cards.items() if key[0] is node_kind]
    assert len(found) == 1
    return found[0]


def press(robot: DiscoveryRobot, one: ThreadCard | LinkButton | Chip) -> None:
    robot.stage.qtbot.mouseClick(one, Qt.MouseButton.LeftButton)


def test_it_begins_at_the_motivator_that_is_fed(robot: DiscoveryRobot) -> None:
    assert shown(robot) == ["Craft", "Own the feed", "Loads by six", "1:1, Today", "Not started"]


def test_a_narrow_card_says_where_a_result_stands_and_shall_go(robot: DiscoveryRobot) -> None:
    store = robot.stage.store
    (key,) = (key for key in pane(robot).strip.cards if key[0] is NodeKind.KEY_RESULT)
    key_results.change(store, key[1], today=TODAY, baseline=12, current=11, target=2)
    QApplication.processEvents()
    said = card(robot, NodeKind.KEY_RESULT).accessibleName()
    assert said == "Key result, Loads by six, 11 (down to 2)"


# Where they want to go


def wish_for(robot: DiscoveryRobot, person_id: int, goal: PlanItem) -> int:
    """An aspiration that a goal leads to."""
    (wish,) = aspirations.add(robot.stage.store, person_id, ["Senior without a team"], on=TODAY)
    plans.change_item(robot.stage.store, goal.id, today=TODAY, aspiration_id=wish.id)
    QApplication.processEvents()
    return wish.id


def test_it_begins_at_the_aspiration_a_goal_leads_to(
    robot: DiscoveryRobot, ana: PersonBuilder
) -> None:
    wish = wish_for(robot, ana.id, ana.goals[0])
    pane(robot).follow_aspiration(wish)
    assert shown(robot)[:3] == ["Senior without a team", "Craft", "Own the feed"]
    first = card(robot, NodeKind.ASPIRATION)
    assert first.accessibleName() == "Aspiration, Senior without a team, 1 year"
    assert first.isChecked()
    other = DiscoveryRobot(robot.stage, ana.id)
    assert shown(other)[0] == "Senior without a team"


def test_the_thread_is_followed_from_the_list_of_aspirations_by_keys(
    robot: DiscoveryRobot, ana: PersonBuilder
) -> None:
    wish_for(robot, ana.id, ana.goals[0])
    robot.page.aspirations.list.setFocus()
    robot.stage.qtbot.keyClick(robot.page.aspirations.list, Qt.Key.Key_Down)
    robot.stage.qtbot.keyClick(robot.page.aspirations.list, Qt.Key.Key_Home)
    assert card(robot, NodeKind.ASPIRATION).isChecked()
    stops = pane(robot).tab_stops()
    assert stops[0] is card(robot, NodeKind.ASPIRATION)


def test_anyone_who_comes_for_an_aspiration_finds_the_keyboard_there_and_its_thread(
    robot: DiscoveryRobot, ana: PersonBuilder
) -> None:
    wish = wish_for(robot, ana.id, ana.goals[0])
    robot.page.arrive(Destination(ana.id, DISCOVERY, (Aspiration, wish)))
    assert robot.page.aspirations.list.hasFocus()
    assert robot.page.aspirations.list.currentIndex().row() == 0
    assert card(robot, NodeKind.ASPIRATION).isChecked()
    robot.page.arrive(Destination(ana.id, DISCOVERY, (Aspiration, wish + 9)))  # gone meanwhile
    assert card(robot, NodeKind.ASPIRATION).isChecked()


def test_an_aspiration_without_a_goal_has_no_goal_and_leads_to_the_plan(
    robot: DiscoveryRobot, ana: PersonBuilder
) -> None:
    aspirations.add(robot.stage.store, ana.id, ["Teach"], on=TODAY)
    QApplication.processEvents()
    ends = pane(robot).loose.findChildren(LinkButton)
    assert [end.accessibleName() for end in ends] == ["Teach", "Calm", "Tidy up"]
    press(robot, ends[0])
    assert shown(robot) == ["Teach"]
    went: list[Destination] = []
    robot.stage.ctx.navigator.wanted.connect(went.append)
    robot.stage.qtbot.keyClick(card(robot, NodeKind.ASPIRATION), Qt.Key.Key_Return)
    assert went == [Destination(ana.id, PLAN)]


def test_what_was_struck_says_the_day_alone(robot: DiscoveryRobot, ana: PersonBuilder) -> None:
    craft = ana.motivators[0].id
    with robot.stage.store.edit("Strike") as tx:
        tx.change(Motivator, craft, name="", quote="", struck_on=TODAY - timedelta(days=3))
    QApplication.processEvents()
    pane(robot).follow((NodeKind.GOAL, ana.goals[0].id))
    one = card(robot, NodeKind.MOTIVATOR)
    day = Dates.short_date(TODAY - timedelta(days=3), TODAY)
    assert one.text() == f"struck from the record on {day}"
    assert one.accessibleName() == f"Motivator, {one.text()}"
    assert "Craft" not in one.toolTip()


def test_what_ended_says_until_when_and_begins_no_thread_of_now(
    robot: DiscoveryRobot, ana: PersonBuilder
) -> None:
    store, craft = robot.stage.store, ana.motivators[0].id
    motivators.end(store, [craft], TODAY, TODAY)
    QApplication.processEvents()
    assert "Craft" not in shown(robot)
    closing.close(store, ana.plan.id, TODAY)
    QApplication.processEvents()
    pane(robot).follow((NodeKind.GOAL, ana.goals[0].id))
    one = card(robot, NodeKind.MOTIVATOR)
    assert one.accessibleName() == f"Motivator, Craft, until {Dates.short_date(TODAY, TODAY)}"


def test_a_part_with_nothing_says_so(robot: DiscoveryRobot, ana: PersonBuilder) -> None:
    plans.set_item_motivators(robot.stage.store, ana.goals[1].id, [ana.motivators[1].id])
    pane(robot).follow_motivator(ana.motivators[1].id)
    QApplication.processEvents()
    words = [one.text() for one in pane(robot).strip.findChildren(Caption) if one.isVisible()]
    assert "No key results yet" in words
    assert "Not yet updated in a check-in" in words


def test_many_cards_unfold_and_fold_again(robot: DiscoveryRobot, ana: PersonBuilder) -> None:
    more = ana.with_goals(*(f"Goal {n}" for n in range(6))).goals
    for goal in more:
        plans.set_item_motivators(robot.stage.store, goal.id, [ana.motivators[0].id])
    few = len(shown(robot))
    assert pane(robot).more.text() == "Show all"
    press(robot, pane(robot).more)
    assert len(shown(robot)) > few
    assert pane(robot).more.text() == "Show fewer"
    press(robot, pane(robot).more)
    assert len(shown(robot)) == few


def test_it_is_followed_from_a_check_in_back_to_what_drives(robot: DiscoveryRobot) -> None:
    press(robot, card(robot, NodeKind.CHECK_IN))
    assert card(robot, NodeKind.CHECK_IN).isChecked()
    assert card(robot, NodeKind.MOTIVATOR).text() == "Craft"


def test_a_second_press_or_enter_goes_there(robot: DiscoveryRobot, ana: PersonBuilder) -> None:
    went: list[Destination] = []
    robot.stage.ctx.navigator.wanted.connect(went.append)
    press(robot, card(robot, NodeKind.GOAL))
    assert went == []
    press(robot, card(robot, NodeKind.GOAL))
    assert went == [Destination(ana.id, PLAN, (PlanItem, ana.goals[0].id))]
    robot.stage.qtbot.keyClick(card(robot, NodeKind.CHECK_IN), Qt.Key.Key_Return)
    assert went[1].tab == CHECK_INS and went[1].id_of(CheckIn)


def test_loose_ends_are_told_and_lead_to_their_thread(robot: DiscoveryRobot) -> None:
    ends = pane(robot).loose.findChildren(LinkButton)
    assert [end.accessibleName() for end in ends] == ["Calm", "Tidy up"]
    press(robot, ends[0])
    assert shown(robot) == ["Calm"]
    press(robot, pane(robot).loose.findChildren(LinkButton)[1])
    assert shown(robot) == ["Tidy up", "Not started"]


def test_the_keyboard_stays_at_a_loose_end_whose_thread_it_followed(robot: DiscoveryRobot) -> None:
    end = pane(robot).loose.findChildren(LinkButton)[0]
    end.setFocus()
    robot.stage.qtbot.keyClick(end, Qt.Key.Key_Space)
    assert shown(robot) == ["Calm"]
    assert QApplication.focusWidget() is end and end.isVisible()


def test_tab_goes_over_all_cards_before_what_stands_below_them(
    robot: DiscoveryRobot, ana: PersonBuilder
) -> None:
    ana.with_goals(*(f"Goal {n}" for n in range(6)))
    every = [ana.motivators[0].id]
    for goal in ana.goals[2:]:
        plans.set_item_motivators(robot.stage.store, goal.id, every)
    press(robot, pane(robot).more)
    cards = list(pane(robot).strip.cards.values())
    cards[0].setFocus()
    went = []
    for _ in cards:
        went.append(QApplication.focusWidget())
        robot.stage.qtbot.keyClick(went[-1], Qt.Key.Key_Tab)
    assert went == cards
    assert QApplication.focusWidget() is pane(robot).more


def test_the_day_of_a_check_in_follows_midnight(robot: DiscoveryRobot) -> None:
    assert "1:1, Today" in shown(robot)
    robot.stage.clock.go_on(days=1)
    robot.stage.ctx.day.look()
    assert "1:1, Yesterday" in shown(robot)


def test_a_motivator_chosen_in_the_list_is_followed(robot: DiscoveryRobot) -> None:
    view = robot.motivator_list
    view.select_ids([view.ordered_model().id_at(1)])
    assert shown(robot) == ["Calm"]


def test_the_list_keeps_the_keyboard_although_a_card_once_had_it(robot: DiscoveryRobot) -> None:
    press(robot, card(robot, NodeKind.GOAL))
    assert QApplication.focusWidget() is card(robot, NodeKind.GOAL)
    view = robot.motivator_list
    view.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        robot.stage.qtbot.keyClick(view, key)
        assert QApplication.focusWidget() is view


def test_it_follows_what_changes(robot: DiscoveryRobot, ana: PersonBuilder) -> None:
    plans.set_item_motivators(robot.stage.store, ana.goals[1].id, [ana.motivators[0].id])
    assert "Tidy up" in shown(robot)


def evidence(ana: PersonBuilder) -> dict[int, frozenset[int]]:
    """The motivators that each note shows, of those that show some."""
    return {view.id: view.shows for view in discovery.notes(ana.store, ana.id) if view.shows}


def test_a_note_says_what_it_shows(robot: DiscoveryRobot, ana: PersonBuilder) -> None:
    robot.click("freeNote")
    robot.words().insert_text("Six hours on one row")
    robot.stage.ctx.autosaver.flush()
    note = discovery.notes(robot.stage.store, ana.id)[0].id
    press(robot, robot.stage.find(Chip, f"noteMotivator{ana.motivators[0].id}"))
    assert evidence(ana) == {note: {ana.motivators[0].id}}
    spoken = robot.page.motivators.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("1 note")
    robot.stage.undo()
    assert evidence(ana) == {}


def test_a_motivator_that_is_deleted_leaves_note_and_goal(
    robot: DiscoveryRobot, ana: PersonBuilder
) -> None:
    store, craft = robot.stage.store, ana.motivators[0].id
    ana.with_note("Six hours on one row")
    discovery.set_note_motivators(store, ana.notes[0].id, [craft])
    discovery.remove_motivators(store, [craft])
    assert discovery.note(store, ana.notes[0].id).their_words == "Six hours on one row"
    assert shown(robot) == ["Calm"]
    robot.stage.undo()
    assert store.get(Motivator, craft).name == "Craft"
    assert evidence(ana) == {ana.notes[0].id: {craft}}


def test_typing_a_note_leaves_the_cards_alone(robot: DiscoveryRobot, ana: PersonBuilder) -> None:
    ana.with_note("Six")
    before = list(pane(robot).strip.cards.values())
    discovery.write_note(robot.stage.store, ana.notes[0].id, their_words="Six hours")
    assert list(pane(robot).strip.cards.values()) == before


def test_another_person_is_shown_on_the_same_cards_and_nothing_is_left_of_the_one_before(
    robot: DiscoveryRobot, ana: PersonBuilder
) -> None:
    ben = a_person(robot.stage.store, "Ben Okri").driven_by("Pace").with_goals("Lead the move")
    plans.set_item_motivators(robot.stage.store, ben.goals[0].id, [ben.motivators[0].id])
    before = list(pane(robot).strip.cards.values())
    robot.page.show_person(ben.id)
    QApplication.processEvents()
    assert shown(robot) == ["Pace", "Lead the move", "Not started"]
    now = robot.page.findChildren(ThreadCard)
    assert set(now) == set(before)
    assert sorted(one.text() for one in now) == ["", "", "Lead the move", "Not started", "Pace"]
    assert [one for one in now if one.isVisible()] == list(pane(robot).strip.cards.values())
    robot.page.show_person(ana.id)
    press(robot, card(robot, NodeKind.GOAL))
    assert card(robot, NodeKind.GOAL).isChecked()


def test_nothing_is_left_of_a_column_that_the_next_person_lacks(
    robot: DiscoveryRobot, ana: PersonBuilder
) -> None:
    wish_for(robot, ana.id, ana.goals[0])
    assert "Senior without a team" in shown(robot)
    ben = a_person(robot.stage.store, "Ben Okri").driven_by("Pace").with_goals("Lead the move")
    plans.set_item_motivators(robot.stage.store, ben.goals[0].id, [ben.motivators[0].id])
    robot.page.show_person(ben.id)
    QApplication.processEvents()
    words = sorted(one.text() for one in robot.page.findChildren(ThreadCard) if one.text())
    assert words == ["Lead the move", "Not started", "Pace"]


def test_the_keyboard_stays_with_a_card_when_another_comes_before_it(
    robot: DiscoveryRobot, ana: PersonBuilder
) -> None:
    (first, second), drive, store = ana.goals, ana.motivators[0].id, robot.stage.store
    plans.set_item_motivators(store, second.id, [drive])
    plans.set_item_motivators(store, first.id, [])
    QApplication.processEvents()
    card(robot, NodeKind.GOAL).setFocus()
    assert QApplication.focusWidget().text() == "Tidy up"
    plans.set_item_motivators(store, first.id, [drive])
    QApplication.processEvents()
    assert "Own the feed" in shown(robot)
    assert QApplication.focusWidget().text() == "Tidy up"
    plans.set_item_motivators(store, first.id, [])
    QApplication.processEvents()
    assert QApplication.focusWidget().text() == "Tidy up"
