"""What was read stays on the page, beside it a correction; sharing asks where words drifted."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QTextEdit, QWidget

from careerdesk.documents.markdown import to_markdown
from careerdesk.services import people
from careerdesk.services.reviews import cycles, reviews, steps
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.reviews.sharing.changes import GO_ON, STILL_YOURS, StillYourWords
from careerdesk.ui.reviews.sharing.kept_sheets import NOT_KEPT, SHEETS
from careerdesk.ui.reviews.sharing.note_line import NoteLine
from careerdesk.ui.reviews.sharing.seal_head import FLAW_NOTE, SHEET_NOTE
from careerdesk.ui.reviews.sharing.share_sheet import EXPORT_SHEET, SHARE_WORDS
from careerdesk.ui.reviews.sharing.sharing_box import (
    CHANGED_AFTER,
    MARK_SHARED,
    SHARE_AGAIN,
    SHARE_HINT,
    SHARE_STATE,
    SHARED_ON,
    SHOW_CHANGED,
    WITHDRAW,
)
from careerdesk.ui.reviews.sharing.sheet_changes import SheetChangesDialog
from careerdesk.ui.reviews.sharing.sheet_paper import PAPER
from careerdesk.ui.reviews.sharing.sheet_preview import REVIEW_PREVIEW, ReviewPreview
from careerdesk.ui.widgets.drop_down import DropDown
from tests.reviews import NOW, TODAY, ReviewBuilder, a_review
from tests.robots.review_tabs import ReviewRobot
from tests.robots.stage import Stage
from tests.stores import ask

READ = date(2026, 11, 3)


def sealed(store: Store) -> ReviewBuilder:
    store.now = lambda: NOW
    return a_review(store).written("She made the checkout dependable.").sealed()


@pytest.fixture
def shared(stage: Stage) -> ReviewRobot:
    """The page of a review that was shared two weeks ago."""
    return ReviewRobot(stage, sealed(stage.store).shared(READ), "share")


def write(robot: ReviewRobot, **values: object) -> None:
    """What is typed on other sides of the review, or in another window."""
    reviews.write(robot.stage.store, robot.review.id, **values)


def there(robot: ReviewRobot, name: str) -> bool:
    return robot.find(QWidget, name).isVisibleTo(robot.tab)


def choice(robot: ReviewRobot) -> list[str]:
    box = robot.find(DropDown, SHEETS)
    return [box.itemText(n) for n in range(box.count())] if box.isVisibleTo(robot.tab) else []


def says(robot: ReviewRobot) -> str:
    return robot.tab.says.text()


def test_after_sharing_the_page_shows_what_was_read(shared: ReviewRobot) -> None:
    write(shared, narrative="She did other things.")
    person = shared.review.review.person_id
    people.change(shared.stage.store, person, family_name="Roth", title="Lead")
    assert shared.words("sheetNarrative") == "She made the checkout dependable."
    assert says(shared) == "This is what Ana read on 3 November 2026"
    assert shared.words(SHARE_STATE) == "Shared 3 Nov"


def test_where_nothing_was_changed_nothing_is_said(shared: ReviewRobot) -> None:
    write(shared, response="I see myself in it.", response_on=TODAY)
    for name in (CHANGED_AFTER, SHOW_CHANGED, SHARE_AGAIN, SHARED_ON, SHEETS, NOT_KEPT):
        assert not there(shared, name), name


def test_what_is_changed_after_sharing_shows_with_its_parts(shared: ReviewRobot) -> None:
    write(shared, narrative="She did other things.", gaps="More")
    assert shared.words(CHANGED_AFTER) == "Changed after sharing: narrative, gaps."
    shared.undo()
    assert not there(shared, CHANGED_AFTER)


def test_closing_words_typed_after_sharing_leave_the_paper_alone(shared: ReviewRobot) -> None:
    shared.write(SHARE_WORDS, "Thank you for this year.")
    assert shared.words("sheetClosing") == ""
    assert shared.words(CHANGED_AFTER) == "Changed after sharing: closing remarks."


def test_what_is_other_is_shown_side_by_side(shared: ReviewRobot) -> None:
    write(shared, narrative="She made the checkout fast.",
          proposed_step=shared.review.step("Solid").id)  # fmt: skip
    shared.click(SHOW_CHANGED)
    dialog = shared.stage.window.findChild(SheetChangesDialog)
    assert dialog is not None
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert {"Strong", "Solid", "Read on 3 November 2026", "Now"} <= set(said)
    assert "Closing remarks" not in said
    assert marked(dialog, "narrativeRead") == ["dependable"]
    assert marked(dialog, "narrativeNow") == ["fast"]
    dialog.close()


def marked(dialog: QDialog, name: str) -> list[str]:
    text = dialog.findChild(QTextEdit, name)
    assert text is not None
    return [one.cursor.selectedText() for one in text.extraSelections()]


def test_a_correction_is_shared_beside_what_was_read(shared: ReviewRobot) -> None:
    write(shared, narrative="She did other things.")
    assert shared.find(QLabel, CHANGED_AFTER).isVisible()
    shared.fill(SHARED_ON, "2026-11-10")
    shared.click(SHARE_AGAIN)
    assert shared.words(SHARE_STATE) == "Shared 3 Nov, corrected 10 Nov"
    assert choice(shared) == ["Corrected 10 Nov", "Shared 3 Nov"]
    assert shared.words("sheetNarrative") == "She did other things."
    assert says(shared) == "This is what Ana read on 10 November 2026"
    assert not there(shared, CHANGED_AFTER)
    shared.pick(SHEETS, "Shared 3 Nov")
    assert shared.words("sheetNarrative") == "She made the checkout dependable."
    assert says(shared) == "This is what Ana read on 3 November 2026"
    shared.undo()
    assert choice(shared) == []
    assert shared.words(CHANGED_AFTER) == "Changed after sharing: narrative."


def test_the_sheet_that_is_chosen_is_the_one_that_is_printed(shared: ReviewRobot) -> None:
    write(shared, narrative="She did other things.")
    shared.click(SHARE_AGAIN)
    for word, text in (("Corrected today", "other things"), ("Shared 3 Nov", "dependable")):
        shared.pick(SHEETS, word)
        shared.click(EXPORT_SHEET)
        preview = shared.stage.window.findChild(ReviewPreview, REVIEW_PREVIEW)
        assert preview is not None
        assert text in to_markdown(preview.document)
        assert any("This is what Ana read on" in one.text() for one in preview.findChildren(QLabel))
        preview.close()
        preview.setObjectName("closed")


@pytest.mark.parametrize(
    ("day", "said"),
    [("2026-11-30", "in the future"), ("2026-11-02", "This review was shared on 3 November 2026.")],
)
def test_a_correction_on_a_day_that_cannot_be_is_gently_refused(
    shared: ReviewRobot, day: str, said: str
) -> None:
    write(shared, narrative="She did other things.")
    shared.fill(SHARED_ON, day)
    assert not shared.can(SHARE_AGAIN)
    assert said in shared.words(SHARE_HINT)


def test_a_title_that_is_another_by_now_can_be_corrected_but_is_no_change(
    shared: ReviewRobot,
) -> None:
    people.change(shared.stage.store, shared.review.review.person_id, title="Lead")
    assert "title, level or team has changed" in shared.words(CHANGED_AFTER)
    assert not there(shared, SHOW_CHANGED)
    shared.click(SHARE_AGAIN)
    assert "Lead" in shared.seen()


def test_in_a_closed_cycle_what_changed_is_told_and_nothing_offered(shared: ReviewRobot) -> None:
    write(shared, narrative="She did other things.")
    cycles.close(shared.stage.store, shared.review.cycle.id, TODAY)
    people.change(shared.stage.store, shared.review.review.person_id, title="Lead")
    assert shared.words(CHANGED_AFTER) == "Changed after sharing: narrative."
    assert not there(shared, SHARE_AGAIN)
    assert not there(shared, SHARED_ON)


def test_what_was_withdrawn_can_be_read_beside_what_will_be(shared: ReviewRobot) -> None:
    shared.click(WITHDRAW)
    write(shared, narrative="She did other things.")
    assert shared.words(SHARE_STATE) == "Shared 3 Nov, later withdrawn"
    assert choice(shared) == ["Current draft", "Shared 3 Nov, later withdrawn"]
    assert shared.words("sheetNarrative") == "She did other things."
    assert says(shared) == "This is what Ana will read"
    shared.pick(SHEETS, "Shared 3 Nov, later withdrawn")
    assert shared.words("sheetNarrative") == "She made the checkout dependable."
    shared.pick(SHEETS, "Current draft")
    steps.share(shared.stage.store, shared.review.id, TODAY)
    assert choice(shared) == ["Shared today", "Shared 3 Nov, later withdrawn"]
    assert shared.words(SHARE_STATE) == "Shared today"


def test_one_shared_before_sheets_were_kept_says_so_calmly(stage: Stage) -> None:
    review = sealed(stage.store).shared(READ)
    ask(stage.store.path, "DELETE FROM shared_sheet")
    ask(stage.store.path, "UPDATE review SET sheet_digest = ''")
    robot = ReviewRobot(stage, review, "share")
    assert robot.words(NOT_KEPT) == "There's no copy of what Ana read on 3 November 2026."
    assert says(robot) == "This is the current sheet"
    assert not there(robot, CHANGED_AFTER)
    robot.click(SHARE_AGAIN)
    assert robot.words(SHARE_STATE) == "Shared 3 Nov, corrected today"
    assert not there(robot, NOT_KEPT)
    assert "3 November 2026" not in robot.words("sheetNarrative")


def test_a_sheet_that_was_changed_from_outside_shows_as_a_broken_seal_does(stage: Stage) -> None:
    review = sealed(stage.store).shared(READ)
    ask(stage.store.path, "UPDATE shared_sheet SET body = replace(body, 'dependable', 'fast')")
    robot = ReviewRobot(stage, review, "share")
    note = robot.page.findChild(NoteLine, SHEET_NOTE)
    assert note is not None
    assert note.isVisibleTo(robot.page)
    assert "changed outside CareerDesk" in note.text.text()
    seal = robot.page.findChild(NoteLine, FLAW_NOTE)
    assert seal is not None
    assert not seal.isVisibleTo(robot.page)


@pytest.mark.parametrize("body", ["'no sheet'", "CAST(body AS BLOB)"], ids=["words", "bytes"])
def test_where_no_sheet_can_be_read_the_page_opens_and_is_as_of_now(
    stage: Stage, body: str
) -> None:
    review = sealed(stage.store).shared(READ)
    ask(stage.store.path, f"UPDATE shared_sheet SET body = {body}, shared_on = 'long ago'")
    robot = ReviewRobot(stage, review, "share")
    assert says(robot) == "This is the current sheet"
    assert robot.words("sheetNarrative") == "She made the checkout dependable."
    note = robot.page.findChild(NoteLine, SHEET_NOTE)
    assert note is not None
    assert "changed outside CareerDesk" in note.text.text()


def test_where_the_sheet_cannot_be_read_a_banner_says_so(shared: ReviewRobot) -> None:
    shared.click(WITHDRAW)
    shared.pick(SHEETS, choice(shared)[1])
    assert says(shared) == "This is what Ana read on 3 November 2026"
    path = shared.stage.store.path
    ask(path, "ALTER TABLE plan_item RENAME TO moved_away")
    with shared.stage.qtbot.captureExceptions() as raised:
        shared.pick(SHEETS, choice(shared)[0])
    assert raised == []
    assert banner(shared)
    assert says(shared) == ""
    assert not there(shared, PAPER)
    ask(path, "ALTER TABLE moved_away RENAME TO plan_item")
    shared.pick(SHEETS, choice(shared)[1])
    shared.pick(SHEETS, choice(shared)[0])
    assert says(shared) == "This is what Ana will read"
    assert there(shared, PAPER)
    assert not banner(shared)


def test_where_a_shared_review_cannot_be_compared_the_sheet_stays(shared: ReviewRobot) -> None:
    write(shared, narrative="She did other things.")
    ask(shared.stage.store.path, "ALTER TABLE plan_item RENAME TO moved_away")
    with shared.stage.qtbot.captureExceptions() as raised:
        shared.page.reload()
    assert raised == []
    assert banner(shared)
    assert shared.words("sheetNarrative") == "She made the checkout dependable."
    assert not there(shared, SHARE_AGAIN)


def banner(robot: ReviewRobot) -> str:
    found = robot.stage.banners.banner(names.NOT_READ)
    return found.text.text() if found else ""


# Before it is shared


def asked(robot: ReviewRobot) -> StillYourWords | None:
    return robot.stage.window.findChild(StillYourWords, STILL_YOURS)


def test_where_nothing_differs_from_the_seal_sharing_is_one_press(stage: Stage) -> None:
    robot = ReviewRobot(stage, sealed(stage.store), "share")
    write(
        robot, proposed_why="Because", gaps="More", narrative="She made  the checkout dependable."
    )
    robot.click(MARK_SHARED)
    assert asked(robot) is None
    assert robot.review.review.shared_on == TODAY


@pytest.mark.parametrize("what", ["words", "rating"])
def test_where_it_differs_sharing_asks_and_one_press_goes_on(stage: Stage, what: str) -> None:
    robot = ReviewRobot(stage, sealed(stage.store), "share")
    if what == "words":
        write(robot, narrative="They made the checkout dependable.")
    else:
        write(robot, proposed_step=robot.review.step("Solid").id)
    robot.click(MARK_SHARED)
    dialog = asked(robot)
    assert dialog is not None
    assert dialog.windowTitle() == "Does this still say what you mean?"
    assert robot.review.review.shared_on is None
    assert dialog.changes.count == 1
    button = dialog.findChild(QAbstractButton, GO_ON)
    assert button is not None
    assert dialog.focusWidget() is button
    stage.qtbot.keyClick(button, Qt.Key.Key_Space)
    assert robot.review.review.shared_on == TODAY
    assert robot.stage.store.undo_name == "Share review"


def test_what_is_not_on_the_sheet_is_not_counted(stage: Stage) -> None:
    robot = ReviewRobot(stage, sealed(stage.store), "share")
    write(robot, narrative="They made the checkout dependable.", proposed_why="Because")
    robot.click(MARK_SHARED)
    dialog = asked(robot)
    assert dialog is not None
    assert dialog.summary.text().endswith(": 1 change since then.")
    dialog.close()


@pytest.mark.parametrize(
    ("calibrates", "words"), [(True, "Proposed rating: Strong"), (False, "Rating: Strong")]
)
def test_in_a_light_cycle_the_rating_is_not_called_proposed(
    stage: Stage, *, calibrates: bool, words: str
) -> None:
    review = sealed(stage.store)
    cycles.change(stage.store, review.review.cycle_id, calibrates=calibrates)
    robot = ReviewRobot(stage, review, "share")
    write(robot, narrative="They made the checkout dependable.")
    robot.click(MARK_SHARED)
    dialog = asked(robot)
    assert dialog is not None
    assert [dialog.then_rating.text(), dialog.now_rating.text()] == [words] * 2
    dialog.close()


def test_not_yet_shares_nothing_and_keeps_the_day(stage: Stage) -> None:
    robot = ReviewRobot(stage, sealed(stage.store), "share")
    write(robot, narrative="They made the checkout dependable.")
    before = stage.store.undo_name
    robot.click(MARK_SHARED)
    dialog = asked(robot)
    assert dialog is not None
    stage.qtbot.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
    assert robot.review.review.shared_on is None
    assert stage.store.undo_name == before
    assert robot.can(MARK_SHARED)
