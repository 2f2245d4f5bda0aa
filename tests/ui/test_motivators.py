"""What moves a person on the page: guessed, said, confirmed; values; what holds no longer."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStyleOptionViewItem,
)

from careerdesk.domain.records import Drive, Motivator, MotivatorStanding
from careerdesk.services import discovery, motivators, people, plans
from careerdesk.ui.discovery.earlier_motivators import EARLIER, EARLIER_LIST
from careerdesk.ui.discovery.motivator_chips import MotivatorChips
from careerdesk.ui.discovery.motivator_popover import (
    DAY,
    POPOVER,
    SAVE,
    SINCE,
    MotivatorPopover,
)
from careerdesk.ui.widgets.date_edit import PastDateField
from careerdesk.ui.widgets.fitted_list import FittedList
from tests.builders import PersonBuilder, a_note
from tests.robots.discovery import DiscoveryRobot, MotivatorRobot, rows_of
from tests.robots.seen import said
from tests.robots.stage import TODAY, Stage

GUESSED, SAID, CONFIRMED = MotivatorStanding
LONG = (
    "Being asked before it is decided, and above all being told afterwards what came of it "
    "and why, in plain words"
)


@pytest.fixture
def robot(stage: Stage) -> MotivatorRobot:
    """The page of Ana, whom her manager thinks that craft drives."""
    person = people.add(stage.store, "Ana Ruiz")
    people.change(stage.store, person.id, pronouns="she/her")
    robot = MotivatorRobot(stage, person.id)
    robot.add("Craft")
    return robot


def the(robot: MotivatorRobot, name: str) -> Motivator:
    """A motivator as it is stored."""
    store, ana = robot.stage.store, robot.person_id
    views = [*discovery.motivators(store, ana), *motivators.earlier(store, ana)]
    return next(view.motivator for view in views if view.motivator.name == name)


def spoken(robot: MotivatorRobot, row: int = 0, drive: Drive = Drive.DRIVES) -> str:
    model = robot.list_of(drive).model()
    return str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def click_end(robot: MotivatorRobot, row: int = 0, *, second: bool = False) -> None:
    """Click the words at the end of a row, which are there under the pointer."""
    view = robot.motivator_list
    index = view.model().index(row, 0)
    option = QStyleOptionViewItem()
    option.rect = view.visualRect(index)
    card = option.rect.adjusted(0, 0, 0, -robot.page.motivators.drives.delegate.gap)
    at = QPointF(robot.page.motivators.drives.delegate.places(index, card).action.center())
    first = QEvent.Type.MouseButtonDblClick if second else QEvent.Type.MouseButtonPress
    for kind in (first, QEvent.Type.MouseButtonRelease):
        button = Qt.MouseButton.LeftButton
        held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else button
        glob = view.viewport().mapToGlobal(at)
        QApplication.sendEvent(
            view.viewport(),
            QMouseEvent(kind, at, glob, button, held, Qt.KeyboardModifier.NoModifier),
        )


class TestStanding:
    def test_a_click_says_it_was_said_and_the_next_confirms(self, robot: MotivatorRobot) -> None:
        click_end(robot)
        assert (the(robot, "Craft").standing, the(robot, "Craft").said_on) == (SAID, TODAY)
        assert "said on 17 November 2026" in spoken(robot)
        assert robot.stage.toast.text() == "Craft: Said today"
        click_end(robot)
        assert the(robot, "Craft").standing is CONFIRMED
        click_end(robot)  # nothing is left to say
        assert the(robot, "Craft").standing is CONFIRMED
        robot.stage.undo()
        robot.stage.undo()
        assert "private guess" in spoken(robot)

    def test_two_clicks_in_haste_are_one(self, robot: MotivatorRobot) -> None:
        click_end(robot)
        click_end(robot, second=True)
        assert the(robot, "Craft").standing is SAID
        assert robot.motivator_list.viewport().findChild(QLineEdit) is None  # nor is it renamed
        click_end(robot)
        assert the(robot, "Craft").standing is CONFIRMED

    def test_keys_say_it_too_of_all_that_is_selected(self, robot: MotivatorRobot) -> None:
        robot.add("Calm")
        robot.motivator_list.selectAll()
        robot.motivator_list.setFocus()
        robot.stage.qtbot.keyClick(robot.motivator_list, Qt.Key.Key_2)
        assert {the(robot, name).standing for name in ("Craft", "Calm")} == {SAID}
        robot.press(Qt.Key.Key_3, "Calm")
        robot.press(Qt.Key.Key_1, "Craft")
        assert (the(robot, "Craft").standing, the(robot, "Calm").standing) == (GUESSED, CONFIRMED)

    def test_what_was_heard_in_a_note_was_said_that_day(self, robot: MotivatorRobot) -> None:
        store, heard = robot.stage.store, TODAY - timedelta(days=11)
        note = a_note(store, robot.person_id, None, heard)
        discovery.write_note(store, note.id, their_words="I looked up and it was seven.")
        discovery.set_note_motivators(store, note.id, [the(robot, "Craft").id])
        click_end(robot)
        assert the(robot, "Craft").said_on == heard

    def test_the_menu_says_how_it_stands_and_by_which_key(self, robot: MotivatorRobot) -> None:
        robot.press(Qt.Key.Key_2, "Craft")
        menu = robot.motivator_list.menu()
        ticked = {one.text(): one.isChecked() for one in menu.actions() if one.isCheckable()}
        assert ticked == {"Guessed": False, "Said": True, "Confirmed": False}
        keys = [one.shortcut().toString() for one in menu.actions() if one.isCheckable()]
        assert keys == ["1", "2", "3"]
        menu.deleteLater()

    def test_others_may_add_to_the_menu(self, robot: MotivatorRobot) -> None:
        asked: list[int] = []
        robot.page.motivators.menu_hooks.append(lambda menu, key: asked.append(key))
        robot.press(Qt.Key.Key_Shift, "Craft")
        robot.motivator_list.menu().deleteLater()
        assert asked == [the(robot, "Craft").id]


class TestWordsAndDays:
    def open(self, robot: MotivatorRobot) -> MotivatorPopover:
        robot.press(Qt.Key.Key_Return, "Craft")
        return robot.stage.find(MotivatorPopover, POPOVER)

    def type(self, robot: MotivatorRobot, name: str, words: str) -> None:
        field = robot.stage.find(PastDateField, name)
        field.setFocus()
        field.selectAll()
        robot.stage.qtbot.keyClicks(field, words)

    def test_her_words_for_it_were_said_by_her(self, robot: MotivatorRobot) -> None:
        popover = self.open(robot)
        assert popover.quote.hasFocus()
        assert popover.quote.accessibleName() == "In her words"
        robot.stage.qtbot.keyClicks(popover.quote, "I want to own something.")
        robot.stage.qtbot.keyClick(popover.quote, Qt.Key.Key_Return)
        known = the(robot, "Craft")
        assert (known.quote, known.standing, known.said_on) == (
            "I want to own something.", SAID, TODAY,
        )  # fmt: skip
        assert "“I want to own something.”" in spoken(robot)
        robot.stage.undo()
        assert the(robot, "Craft").standing is GUESSED

    def test_days_are_typed_as_one_thinks_of_them(self, robot: MotivatorRobot) -> None:
        robot.press(Qt.Key.Key_2, "Craft")
        self.open(robot)
        self.type(robot, DAY, "6 nov")
        self.type(robot, SINCE, "2025-03-01")
        robot.click(SAVE)
        known = the(robot, "Craft")
        assert (known.said_on, known.since) == (date(2026, 11, 6), date(2025, 3, 1))
        assert robot.stage.window.findChild(MotivatorPopover, POPOVER) is None or not (
            robot.stage.find(MotivatorPopover, POPOVER).isVisible()
        )

    def test_a_day_that_cannot_be_is_said_and_nothing_is_lost(self, robot: MotivatorRobot) -> None:
        popover = self.open(robot)
        robot.stage.qtbot.keyClicks(popover.quote, "Mine")
        self.type(robot, SINCE, "2026-11-18")
        robot.click(SAVE)
        assert popover.isVisible()
        assert "in the future" in popover.since.accessibleDescription()
        assert the(robot, "Craft").quote == ""
        robot.page.setFocus()  # it goes when the keyboard is elsewhere, and keeps what was typed
        again = self.open(robot)
        assert again.quote.text() == "Mine"

    def test_a_guess_has_no_day(self, robot: MotivatorRobot) -> None:
        popover = self.open(robot)
        assert not popover.day.isEnabled()
        assert popover.meaning.text() == "Guesses are private."
        popover.leave()


class TestValues:
    def test_they_are_a_list_of_their_own(self, robot: MotivatorRobot) -> None:
        robot.add_value("Fairness", "Candour")
        assert rows_of(robot.list_of(Drive.VALUE)) == ["Fairness", "Candour"]
        assert robot.ranked() == ["Craft"]
        assert spoken(robot, 1, Drive.VALUE) == (
            "Value 2 of 2: Candour, private guess, no notes yet"
        )
        robot.press(Qt.Key.Key_2, "Candour", drive=Drive.VALUE)
        assert the(robot, "Candour").standing is SAID

    def test_a_row_dragged_to_another_list_is_what_that_list_is_of(
        self, robot: MotivatorRobot
    ) -> None:
        robot.add_value("Fairness")
        values = robot.list_of(Drive.VALUE).ordered_model()
        drag = robot.motivator_list.ordered_model().mimeData(
            [robot.motivator_list.model().index(0, 0)]
        )
        nowhere = values.index(-1, -1)
        assert values.dropMimeData(drag, Qt.DropAction.MoveAction, 0, 0, nowhere)
        assert rows_of(robot.list_of(Drive.VALUE)) == ["Craft", "Fairness"]
        assert robot.stored(Drive.VALUE) == ["Craft", "Fairness"]
        robot.stage.undo()
        assert robot.stored() == ["Craft"]

    def test_no_goal_is_asked_to_feed_one(self, robot: MotivatorRobot) -> None:
        robot.add_value("Fairness")
        assert "no goal" not in spoken(robot, 0, Drive.VALUE)


def test_what_is_deleted_is_called_what_its_list_is_of(robot: MotivatorRobot) -> None:
    robot.add("Craft")
    robot.add_drainer("Noise")
    assert robot.stage.store.undo_name == "Add energy drainer"
    robot.add_value("Fairness")
    for drive, name, thing in (
        (Drive.DRIVES, "Craft", "motivator"),
        (Drive.DRAINS, "Noise", "energy drainer"),
        (Drive.VALUE, "Fairness", "value"),
    ):
        robot.press(Qt.Key.Key_Delete, name, drive=drive)
        assert robot.stage.toast.text() == f"{thing.capitalize()} deleted"
        assert robot.stage.store.undo_name == f"Delete {thing}"


def test_down_leads_on_to_the_row_that_adds_and_up_back(robot: MotivatorRobot) -> None:
    robot.add_value("Fairness")
    edit = robot.page.motivators.values.edit
    robot.press(Qt.Key.Key_Down, "Fairness", drive=Drive.VALUE)
    assert edit.hasFocus()
    robot.stage.qtbot.keyClick(edit, Qt.Key.Key_Up)
    assert robot.list_of(Drive.VALUE).hasFocus()


def test_each_list_but_the_first_is_one_stop_for_tab(robot: MotivatorRobot) -> None:
    def stops() -> list[str]:
        every = [stop for stop in robot.page.motivators.tab_stops() if stop.isVisible()]
        tab = Qt.FocusPolicy.TabFocus
        return [stop.objectName() for stop in every if stop.focusPolicy() & tab]

    first = ["motivatorList", "motivatorEdit"]
    assert stops() == [*first, "drainerEdit", "valueEdit"]
    robot.add_value("Fairness", "Candour")
    robot.add_drainer("Nights")
    assert stops() == [*first, "drainerList", "valueList"]


class TestNoLonger:
    def end(self, robot: MotivatorRobot, name: str) -> None:
        robot.press(Qt.Key.Key_Shift, name)
        menu = robot.motivator_list.menu()
        next(one for one in menu.actions() if one.text() == "Mark as no longer applying").trigger()
        menu.deleteLater()

    def test_it_goes_to_a_fold_and_comes_back(self, robot: MotivatorRobot) -> None:
        robot.add("Calm")
        fold = robot.stage.find(QPushButton, EARLIER)
        assert not fold.isVisible()
        self.end(robot, "Craft")
        assert robot.ranked() == ["Calm"]
        assert the(robot, "Craft").until == TODAY
        assert fold.isVisible() and fold.text() == "1 earlier motivator"
        assert robot.motivator_list.hasFocus()
        robot.click(EARLIER)
        earlier = robot.stage.find(FittedList, EARLIER_LIST)
        assert rows_of(earlier) == ["Craft"]
        assert "Until today" in str(
            earlier.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        )
        earlier.setCurrentIndex(earlier.model().index(0, 0))
        earlier.setFocus()
        robot.stage.qtbot.keyClick(earlier, Qt.Key.Key_Return)
        assert robot.ranked() == ["Craft", "Calm"]
        assert not fold.isVisible()

    def test_undo_of_no_longer_is_exact(self, robot: MotivatorRobot) -> None:
        before = the(robot, "Craft")
        self.end(robot, "Craft")
        robot.stage.undo()
        assert the(robot, "Craft") == before
        assert robot.ranked() == ["Craft"]

    def test_a_mistake_is_deleted_there_too(self, robot: MotivatorRobot) -> None:
        self.end(robot, "Craft")
        robot.click(EARLIER)
        earlier = robot.stage.find(FittedList, EARLIER_LIST)
        earlier.setCurrentIndex(earlier.model().index(0, 0))
        robot.stage.qtbot.keyClick(earlier, Qt.Key.Key_Delete)
        assert rows_of(earlier) == []
        robot.stage.undo()
        assert rows_of(earlier) == ["Craft"]

    def test_a_goal_keeps_it_whatever_else_is_chosen(self, robot: MotivatorRobot) -> None:
        """What has no chip any more stays chosen when another chip is pressed."""
        store, ana = robot.stage.store, PersonBuilder.of(robot.stage.store, robot.person_id)
        robot.add("Calm")
        goal = ana.with_goals("One").goals[0].id
        plans.set_item_motivators(store, goal, [the(robot, "Craft").id])
        self.end(robot, "Craft")
        chips = robot.stage.put(MotivatorChips(robot.stage.ctx, "Feeds", "feeds"))
        chosen: list[frozenset[int]] = []
        chips.chosen.connect(chosen.append)
        chips.show_chosen(discovery.motivators(store, ana.id), frozenset({the(robot, "Craft").id}))
        chips.tab_stops()[0].click()  # type: ignore[attr-defined]
        assert chosen == [{the(robot, "Craft").id, the(robot, "Calm").id}]


def test_a_long_name_wraps_and_is_not_cut(robot: MotivatorRobot) -> None:
    robot.page.motivators.setFixedWidth(300)
    robot.add(LONG)
    QApplication.processEvents()
    delegate = robot.page.motivators.drives.delegate
    view = robot.motivator_list
    index = view.model().index(1, 0)
    for wide in (160, 260, 400):
        places = delegate.places(index, QRect(0, 0, wide, 0))
        assert " ".join(places.name_lines) == LONG
        assert len(places.name_lines) > 1
    one_line = view.visualRect(view.model().index(0, 0)).height()
    assert view.visualRect(index).height() > one_line + 30


@pytest.mark.parametrize("wide", [1048, 780])
@pytest.mark.whole
def test_a_long_name_does_not_make_its_column_wider(stage: Stage, wide: int) -> None:
    robot = DiscoveryRobot(stage, people.add(stage.store, "Ana Ruiz").id)
    robot.add("Craft")
    robot.add(LONG + " " + LONG)
    note = a_note(stage.store, robot.person_id, None, TODAY)
    key = robot.page.motivators.model.id_at(1)
    discovery.set_note_motivators(stage.store, note.id, [key])
    robot.page.history.opened.emit(robot.page.history.model().index(0, 0))
    stage.window.resize(wide, 700)
    QApplication.processEvents()
    chip = stage.find(QPushButton, f"noteMotivator{key}")
    assert chip.accessibleName().startswith(LONG) and LONG in chip.toolTip()
    areas = [area for area in robot.page.findChildren(QScrollArea) if area.isVisible()]
    for area in areas:
        assert area.widget().minimumSizeHint().width() <= area.viewport().width()


def test_a_guess_is_not_copied(robot: MotivatorRobot) -> None:
    robot.add("Calm")
    robot.press(Qt.Key.Key_2, "Calm")
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    robot.motivator_list.selectAll()
    control = Qt.KeyboardModifier.ControlModifier
    robot.stage.qtbot.keyClick(robot.motivator_list, Qt.Key.Key_C, control)
    assert clipboard.text() == "Calm"
    assert "Guesses aren't copied" in robot.stage.toast.text()
    robot.press(Qt.Key.Key_Shift, "Craft")
    robot.stage.qtbot.keyClick(robot.motivator_list, Qt.Key.Key_C, control)
    assert clipboard.text() == "Calm"


def test_no_guess_is_shown_while_the_screen_is_shared(robot: MotivatorRobot) -> None:
    robot.add("Calm")
    robot.add_value("Candour")
    robot.press(Qt.Key.Key_2, "Calm")
    assert "Candour" in said(robot.stage.window)
    robot.stage.ctx.sharing.share(robot.person_id)
    assert robot.ranked() == ["Calm"]
    shown = said(robot.stage.window)
    assert "Craft" not in shown and "Candour" not in shown and "uess" not in shown
    robot.stage.ctx.sharing.stop()
    assert robot.ranked() == ["Craft", "Calm"]


def test_dots_open_the_menu_of_their_row(robot: MotivatorRobot) -> None:
    robot.motivator_list.open_menu_of(the(robot, "Craft").id, QPoint(4, 4))
    assert robot.motivator_list.selected_ids() == [the(robot, "Craft").id]
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()
