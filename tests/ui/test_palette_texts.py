"""Texts in the palette: found as one types, on one side of the wall, and never waited for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careerdesk.domain.search.found import Hit
from careerdesk.services import checkins
from careerdesk.services.reviews import reviews
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.shell.palette_row import RowKind
from tests.builders import a_person
from tests.review_builders import a_cycle, review_of
from tests.robots.palette import Gate, PaletteRobot
from tests.robots.screen_reader import listening
from tests.robots.seen import said


@pytest.fixture
def robot(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[PaletteRobot]:
    """Ana and Ben with a few texts about a release; Ana is shown."""
    ana = a_person(store, "Ana Ruiz").with_goals("Two can release the service alone")
    ana.with_note("Her first release went well.", "She was nervous before the release.")
    ben = a_person(store, "Ben Okri").with_points("Who does the release in spring?")
    ben.with_promise("Keep Thursday free for the release", due_in=3)
    review = review_of(store, a_cycle(store), ana.id)
    reviews.write(store, review.id, narrative="The release was hers alone.")
    robot = PaletteRobot(qtbot, store, tmp_path)
    yield robot
    robot.window.close()


def test_ten_letters_stand_there_at_once_and_esc_works_while_the_reader_is_held(
    robot: PaletteRobot,
) -> None:
    gate, before = Gate(), QApplication.focusWidget()
    field = robot.open_held(gate)
    robot.qtbot.keyClick(field, Qt.Key.Key_R)
    robot.wait(gate.reached)
    robot.qtbot.keyClicks(field, "eleasexyz")
    assert field.text() == "releasexyz"
    robot.press(field, Qt.Key.Key_Escape)
    assert robot.palette is None
    assert QApplication.focusWidget() is before
    gate.open()


def test_of_several_questions_the_latest_is_answered(robot: PaletteRobot) -> None:
    gate = Gate()
    field = robot.open_held(gate)
    robot.qtbot.keyClick(field, Qt.Key.Key_K)
    robot.wait(gate.reached)
    robot.qtbot.keyClicks(field, "eep thursday")
    gate.open()
    robot.settle()
    assert gate.asked == ["k", "keep thursday"]
    assert robot.rows(RowKind.TEXT) == ["Keep Thursday free for the release"]


def test_enter_before_the_texts_are_there_opens_the_first_of_them(robot: PaletteRobot) -> None:
    gate = Gate()
    field = robot.open_held(gate)
    robot.qtbot.keyClicks(field, "keep thursday")
    robot.press(field, Qt.Key.Key_Return)
    assert robot.palette is not None
    gate.open()
    robot.wait(lambda: robot.palette is None)
    assert robot.shown == "Ben Okri"


def test_texts_have_their_hits_marked_whose_they_are_and_what_is_private(
    robot: PaletteRobot,
) -> None:
    robot.open_palette()
    rows = robot.look_for("release")
    by_line = {row.text: row for row in rows}
    goal = by_line["Two can release the service alone"]
    assert goal.marks == ((8, 7),)
    assert goal.caption.startswith("Ana Ruiz")
    private = by_line["She was nervous before the release."]
    assert private.private
    assert robot.found.rows.spoken(private).startswith("Private: She was nervous")
    assert not by_line["Her first release went well."].private
    assert robot.palette is not None
    assert "5 found in Conversations" in said(robot.palette)
    assert "hers alone" not in said(robot.palette)


def test_only_reviews_are_found_in_the_reviews(robot: PaletteRobot) -> None:
    robot.act(names.GO_REVIEWS)
    robot.open_palette()
    assert [row.text for row in robot.look_for("release")] == ["The release was hers alone."]
    assert robot.palette is not None
    assert "1 found in Reviews" in said(robot.palette)


def test_while_shared_nothing_private_and_nobody_else_is_found(robot: PaletteRobot) -> None:
    robot.act(names.SHARE_SAFE_MODE)
    robot.open_palette()
    lines = {row.text for row in robot.look_for("release")}
    assert lines == {"Two can release the service alone", "Her first release went well."}
    for typed in ("nervous", "spring", "ben", "from:b", '"hers alone"', "is:private release"):
        assert robot.look_for(typed) == [], typed
        palette = robot.palette
        assert palette is not None
        words = said(palette).replace(typed, "")
        assert "Ben" not in words
        assert "Okri" not in words


def test_filters_are_chips_and_a_press_takes_one_away(robot: PaletteRobot) -> None:
    robot.open_palette()
    assert [row.text for row in robot.look_for("kind:promise release")] == [
        "Keep Thursday free for the release"
    ]
    frame = robot.palette.frame  # type: ignore[union-attr]
    [chip] = frame.chips()
    assert "Promise" in chip.accessibleName()
    robot.press(robot.field, Qt.Key.Key_Tab)
    assert chip.hasFocus()
    robot.press(chip, Qt.Key.Key_Space)
    assert robot.field.text() == "release"
    assert robot.field.hasFocus()
    robot.settle()
    assert len(robot.rows(RowKind.TEXT)) == 5
    assert frame.chips() == []


def test_tab_takes_how_a_filter_goes_on(robot: PaletteRobot) -> None:
    robot.open_palette()
    robot.look_for("from:be")
    [offered] = robot.rows(RowKind.NARROWING)
    assert offered == "Ben Okri"
    robot.press(robot.field, Qt.Key.Key_Tab)
    assert "Ben" in robot.field.text()
    robot.settle()
    assert robot.rows(RowKind.NARROWING) == []
    whose = {row.what.person_id for row in robot.found.rows.rows if isinstance(row.what, Hit)}
    assert whose == {robot.person("Ben Okri").id}


def test_enter_opens_a_text_whose_words_may_also_begin_a_filter(robot: PaletteRobot) -> None:
    """Sentences end in *before* and *from*, too; Tab takes the filter."""
    robot.open_palette()
    [row] = robot.look_for("nervous before")
    [offered] = robot.rows(RowKind.NARROWING)
    assert robot.chosen == row.text
    robot.press(robot.field, Qt.Key.Key_Tab)
    assert robot.field.text() == "nervous before:"
    robot.look_for("nervous before")
    robot.press(robot.field, Qt.Key.Key_Up)
    assert robot.chosen == offered
    assert robot.look_for("aft") == []
    assert robot.chosen == "Since a date"
    robot.look_for("nervous before")
    robot.enter()
    assert robot.palette is None


def test_somebody_who_is_found_is_there_once(robot: PaletteRobot) -> None:
    robot.open_palette()
    robot.look_for("okri")
    assert robot.rows().count("Ben Okri") == 1


def test_what_was_typed_a_moment_ago_is_found(robot: PaletteRobot) -> None:
    checkins.add_agenda(robot.store, robot.person("Ana Ruiz").id, "Zanzibar in August")
    robot.open_palette()
    assert [row.text for row in robot.look_for("zanz")] == ["Zanzibar in August"]


def test_it_is_told_how_much_was_found_and_what_is_chosen(robot: PaletteRobot) -> None:
    with listening() as heard:
        robot.open_palette()
        robot.look_for("keep thursday")
        assert heard.words()[-1] == (
            "1 found in Conversations. Keep Thursday free for the release, "
            f"{robot.found.rows.rows[1].caption}, Promise"
        )
        robot.type(robot.field, "@")
        robot.press(robot.field, Qt.Key.Key_Down)
        assert heard.words()[-1].startswith("Ben Okri, ")
    found = QAccessible.queryAccessibleInterface(robot.found)
    assert found.role() == QAccessible.Role.List
    assert found.text(QAccessible.Text.Name) == "Results"
    assert found.child(1).role() == QAccessible.Role.ListItem
    assert found.child(1).text(QAccessible.Text.Name).startswith("Ana Ruiz")
    field = QAccessible.queryAccessibleInterface(robot.field)
    assert field.role() == QAccessible.Role.EditableText
    assert field.text(QAccessible.Text.Name) == "Search or go to…"
