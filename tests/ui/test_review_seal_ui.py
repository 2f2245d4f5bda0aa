"""The seal: set, shown, compared, opened; and what a page says when it is broken or closed."""

from __future__ import annotations

import sqlite3

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QTextEdit

from careerdesk.domain.reviews.stages import Stage as At
from careerdesk.services.reviews import cycles, steps
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.reviews.page.person_tabs import TABS
from careerdesk.ui.reviews.sharing.changes import (
    SEALED_TEXT,
    SEALED_WHY,
    TEXT_NOW,
    WHY_NOW,
    SealChangesDialog,
)
from careerdesk.ui.reviews.sharing.note_line import NoteLine
from careerdesk.ui.reviews.sharing.seal_badge import SEAL_BADGE, SealBadge
from careerdesk.ui.reviews.sharing.seal_head import (
    CLOSED_NOTE,
    FLAW_NOTE,
    LEFT_OUT_NOTE,
    SHOW_CHANGES,
)
from careerdesk.ui.reviews.writing.evidence_pane import CITE
from careerdesk.ui.reviews.writing.gaps import GAPS
from careerdesk.ui.reviews.writing.narrative import NarrativeTab
from careerdesk.ui.reviews.writing.proposal import ENTER_CALIBRATION, OPEN_SEAL, SEAL_WORDS, WHY
from tests.builders import NOW, TODAY
from tests.robots.review_person import ReviewRobot
from tests.robots.seen import said
from tests.robots.stage import Stage

WORDS = "She made the checkout dependable, for example in spring."


@pytest.fixture
def robot(stage: Stage) -> ReviewRobot:
    return ReviewRobot(stage)


@pytest.fixture
def sealed(robot: ReviewRobot) -> ReviewRobot:
    robot.written(narrative=WORDS, proposed_why="The checkout").rated()
    steps.seal(robot.store, robot.id, NOW)
    return robot.open()


def badge(robot: ReviewRobot) -> SealBadge:
    return robot.find(SealBadge, SEAL_BADGE)


def note(robot: ReviewRobot, name: str) -> NoteLine:
    return robot.find(NoteLine, name)


def marked(robot: ReviewRobot) -> list[str]:
    return [mark.cursor.selectedText() for mark in robot.editor.extraSelections()]


def changes(robot: ReviewRobot) -> SealChangesDialog:
    robot.click(SHOW_CHANGES)
    found = robot.stage.window.findChild(SealChangesDialog)
    assert found is not None
    return found


# Sealing


def test_what_is_missing_is_said_beside_the_button(robot: ReviewRobot) -> None:
    robot.open()
    assert not robot.button(names.SEAL_REVIEW).isEnabled()
    assert robot.words(SEAL_WORDS).startswith("To seal the review, write the narrative and choose")
    robot.editor.insert_text(WORDS)
    assert robot.words(SEAL_WORDS) == "To seal the review, choose your proposed rating."
    robot.stage.ctx.autosaver.flush()
    robot.rated()
    assert robot.button(names.SEAL_REVIEW).isEnabled()
    robot.editor.selectAll()
    robot.editor.insert_text(" ")
    assert robot.words(SEAL_WORDS) == "To seal the review, write the narrative first."


def test_seal_fixes_what_is_typed_at_this_moment(robot: ReviewRobot) -> None:
    robot.rated().open()
    robot.editor.insert_text(WORDS)
    robot.button(names.SEAL_REVIEW).setFocus()
    robot.click(names.SEAL_REVIEW)
    assert robot.view.facts.stage is At.SEALED
    assert robot.review.narrative == WORDS
    assert badge(robot).isVisible()
    assert "digest " in badge(robot).accessibleName()
    assert badge(robot).accessibleName().endswith("no changes since")
    assert robot.told.startswith("Sealed.")
    assert not robot.button(names.SEAL_REVIEW).isVisible()
    assert robot.button(ENTER_CALIBRATION).hasFocus()
    robot.stage.undo()
    assert robot.view.facts.stage is At.COLLECTING
    assert not badge(robot).isVisible()
    assert robot.button(names.SEAL_REVIEW).isVisible()


def test_after_the_seal_the_next_step_is_calibration(stage: Stage) -> None:
    robot = ReviewRobot(stage).written(narrative=WORDS).rated()
    steps.seal(robot.store, robot.id, NOW)
    tab = stage.put(NarrativeTab(stage.ctx))
    tab.show_review(robot.view)
    with stage.qtbot.waitSignal(tab.tab_wanted) as told:
        robot.click(ENTER_CALIBRATION)
    assert told.args == ["calibration"]


def test_opening_the_seal_says_what_follows_and_can_be_undone(sealed: ReviewRobot) -> None:
    assert "Breaking the seal" in sealed.words(SEAL_WORDS)
    sealed.click(OPEN_SEAL)
    assert sealed.view.facts.stage is At.COLLECTING
    assert sealed.told == "Seal broken. Seal the review again before calibration."
    assert not badge(sealed).isVisible()
    sealed.stage.undo()
    assert badge(sealed).isVisible()


def test_undo_of_the_seal_leaves_the_keyboard_at_its_button_or_where_it_is(
    sealed: ReviewRobot,
) -> None:
    assert sealed.page is not None
    sealed.button(OPEN_SEAL).setFocus()
    sealed.stage.qtbot.keyClick(sealed.button(OPEN_SEAL), Qt.Key.Key_Space)
    assert sealed.button(names.SEAL_REVIEW).hasFocus()
    for step, name in ((sealed.stage.undo, ENTER_CALIBRATION),
                       (sealed.stage.redo, names.SEAL_REVIEW)):  # fmt: skip
        step()
        sealed.page.reload()
        assert sealed.button(name).hasFocus()
    sealed.editor.setFocus()
    sealed.stage.undo()
    sealed.page.reload()
    assert sealed.editor.hasFocus()


def test_after_calibration_the_seal_stays(sealed: ReviewRobot) -> None:
    steps.calibrate(sealed.store, sealed.id, sealed.step("Solid"), TODAY)
    assert not sealed.button(OPEN_SEAL).isVisible()
    assert sealed.button(ENTER_CALIBRATION).text() == "View calibration"


# Changes since


def test_words_written_after_the_seal_are_marked_with_a_key(sealed: ReviewRobot) -> None:
    assert marked(sealed) == []
    assert not sealed.button(SHOW_CHANGES).isEnabled()
    sealed.editor.moveCursor(sealed.editor.textCursor().MoveOperation.Start)
    sealed.type("😀 Truly ")
    assert "Truly" in "".join(marked(sealed))
    key = sealed.tab.narrative.key
    assert key.isVisible()
    assert key.words.text() == "changed after sealing"
    assert badge(sealed).accessibleName().endswith("1 change since then")


def test_the_marks_stand_at_the_words_also_behind_an_emoji(sealed: ReviewRobot) -> None:
    sealed.written(narrative=f"😀😀 {WORDS[:-1]} and autumn.")
    assert marked(sealed)[-1] == "and autumn"


def test_words_that_were_taken_out_are_told_too(sealed: ReviewRobot) -> None:
    sealed.written(narrative="She made the checkout dependable.")
    assert marked(sealed) == []
    assert sealed.tab.narrative.key.words.text().startswith("Text was removed")


def test_both_texts_stand_side_by_side(sealed: ReviewRobot) -> None:
    sealed.written(
        narrative=WORDS.replace("dependable", "fast"),
        proposed_why="The pager",
        proposed_step=sealed.step("Solid"),
    )
    assert badge(sealed).accessibleName().endswith("3 changes since then")
    dialog = changes(sealed)
    read = {
        name: dialog.findChild(QTextEdit, name).toPlainText()
        for name in (SEALED_TEXT, TEXT_NOW, SEALED_WHY, WHY_NOW)
    }
    assert read[SEALED_TEXT] == WORDS
    assert read[TEXT_NOW] == WORDS.replace("dependable", "fast")
    assert (read[SEALED_WHY], read[WHY_NOW]) == ("The checkout", "The pager")
    assert dialog.then_rating.text() == "Proposed rating: Strong"
    assert dialog.now_rating.text() == "Proposed rating: Solid"
    assert [one.cursor.selectedText() for one in dialog.then.extraSelections()] == ["dependable"]
    assert [one.cursor.selectedText() for one in dialog.now.extraSelections()] == ["fast"]
    assert "3 changes since then" in dialog.summary.text()
    sealed.press(dialog, Qt.Key.Key_Escape)
    sealed.wait(lambda: sealed.stage.window.findChild(SealChangesDialog) is None)


def test_a_step_that_is_called_something_else_is_no_change(sealed: ReviewRobot) -> None:
    cycles.change_level(sealed.store, sealed.step("Strong"), label="Great")
    assert badge(sealed).accessibleName().endswith("no changes since")


def test_texts_that_differ_everywhere_are_told_as_changed_without_marks(
    robot: ReviewRobot,
) -> None:
    robot.written(narrative="alpha beta " * 4_000).rated()
    steps.seal(robot.store, robot.id, NOW)
    robot.written(narrative="gamma delta " * 4_000).open()
    assert marked(robot) == []
    assert "Too much has changed since sealing" in robot.tab.narrative.key.words.text()
    assert "differ too much" in changes(robot).summary.text()


# Broken from outside


def tamper(store: Store, sql: str) -> None:
    """Change the file as another program would."""
    outside = sqlite3.connect(store.path)
    outside.execute(sql)
    outside.commit()
    outside.close()


def test_a_text_changed_from_outside_is_told_with_what_to_do(sealed: ReviewRobot) -> None:
    assert not note(sealed, FLAW_NOTE).isVisible()
    tamper(sealed.store, "UPDATE review SET narrative = 'She was lazy.'")
    assert sealed.page is not None
    sealed.page.reload()
    words = note(sealed, FLAW_NOTE).text.text()
    assert "changed outside CareerDesk" in words
    assert "Show changes" in words
    assert changes(sealed).then.text() == WORDS


def test_a_seal_changed_from_outside_is_told_before_all_else(sealed: ReviewRobot) -> None:
    tamper(sealed.store, "UPDATE seal SET body = replace(body, 'dependable', 'slow')")
    assert sealed.page is not None
    sealed.page.reload()
    assert note(sealed, FLAW_NOTE).text.text().startswith("The seal was changed")


@pytest.mark.parametrize("tab", list(TABS))
def test_a_seal_without_a_moment_that_can_be_read_is_told_on_each_side(
    sealed: ReviewRobot, tab: str
) -> None:
    tamper(sealed.store, "UPDATE seal SET sealed_at = 'long ago'")
    assert sealed.page is not None
    sealed.page.show_review(sealed.id, tab)
    assert note(sealed, FLAW_NOTE).text.text().startswith("The seal was changed")
    assert "January 1970" not in said(sealed.stage.window)  # the digest may have that number
    assert badge(sealed).when.text() == "on an unknown date"


def test_a_seal_without_a_moment_can_be_compared_and_made_again(sealed: ReviewRobot) -> None:
    tamper(sealed.store, "UPDATE seal SET sealed_at = '2026-13-45T25:00:00Z'")
    assert sealed.page is not None
    sealed.page.reload()
    assert changes(sealed).summary.text().startswith("Sealed on an unknown date (digest ")
    sealed.click(OPEN_SEAL)
    sealed.click(names.SEAL_REVIEW)
    assert sealed.view.flaws == ()
    assert not note(sealed, FLAW_NOTE).isVisible()


def test_of_a_seal_that_cannot_be_read_it_is_not_said_that_all_is_as_sealed(
    sealed: ReviewRobot,
) -> None:
    assert "no changes since" in badge(sealed).accessibleName()
    assert sealed.button(SHOW_CHANGES).toolTip().startswith("Nothing has changed")
    tamper(sealed.store, "UPDATE seal SET body = 'no seal'")
    assert sealed.page is not None
    sealed.page.reload()
    assert "changes" not in badge(sealed).accessibleName()
    assert sealed.button(SHOW_CHANGES).isEnabled()
    assert sealed.button(SHOW_CHANGES).toolTip() == ""
    assert changes(sealed).summary.text().endswith("What was sealed can't be read.")


# Closed, and left out


def test_a_closed_cycle_is_read_alone_and_can_be_opened_again(sealed: ReviewRobot) -> None:
    sealed.did("Cut the errors")
    cycles.close(sealed.store, sealed.cycle.id, TODAY)
    closed = note(sealed, CLOSED_NOTE)
    assert "17 November 2026" in closed.text.text()
    for name in (names.REVIEW_NARRATIVE, GAPS, WHY):
        assert sealed.find(QTextEdit, name).isReadOnly()
    assert not sealed.rating.isEnabled()
    assert not sealed.button(CITE).isEnabled()
    assert not sealed.button(OPEN_SEAL).isVisible()
    sealed.press(sealed.list, Qt.Key.Key_Space)
    assert sealed.view.cited == ()
    sealed.click(f"{CLOSED_NOTE}Button")
    assert not closed.isVisible()
    assert not sealed.editor.isReadOnly()
    sealed.stage.undo()
    assert closed.isVisible()


def test_who_is_left_out_is_read_alone_and_can_take_part_again(robot: ReviewRobot) -> None:
    robot.written(narrative=WORDS).open()
    cycles.leave_out(robot.store, robot.cycle.id, robot.person.id, "On parental leave")
    left = note(robot, LEFT_OUT_NOTE)
    assert left.text.text() == "Ana has been left out of this cycle: On parental leave"
    assert robot.editor.isReadOnly()
    assert robot.editor.text() == WORDS
    assert not robot.button(names.SEAL_REVIEW).isVisible()
    robot.click(f"{LEFT_OUT_NOTE}Button")
    assert robot.told == "Ana added to the cycle"
    assert not robot.editor.isReadOnly()


def test_a_long_name_and_reason_wrap(robot: ReviewRobot) -> None:
    long = "María-Fernanda de la Concepción Wolfeschlegelsteinhausen " * 2
    robot.open(width=824)
    cycles.leave_out(robot.store, robot.cycle.id, robot.person.id, long)
    label = note(robot, LEFT_OUT_NOTE).text
    assert label.wordWrap()
    assert label.height() >= label.heightForWidth(label.width())


def test_the_seal_stands_at_once_where_it_will_stand(stage: Stage) -> None:
    robot = ReviewRobot(stage)
    robot.written(narrative=WORDS, proposed_why="The checkout").rated()
    steps.seal(robot.store, robot.id, NOW)
    robot.open(width=640)
    page = robot.page
    assert page is not None
    QApplication.processEvents()
    before = badge(robot).mapTo(page, QPoint()), badge(robot).size()
    page.reload()
    QApplication.processEvents()
    assert (badge(robot).mapTo(page, QPoint()), badge(robot).size()) == before
