"""Evidence beside the narrative: citing, quoting, hints, gaps and the proposed rating."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QListView, QTabBar, QTextEdit, QWidget

from careerdesk.domain.records import ItemState
from careerdesk.services import (
    accomplishments,
    feedback,
    plans,
    review_bridges,
    review_cycles,
    review_evidence,
    reviews,
)
from careerdesk.ui import names
from careerdesk.ui.models.links import LinkRow
from careerdesk.ui.models.record_list import RECORD_ROLE
from careerdesk.ui.pages.reviews.bias_chips import LOOKED_AT, MOST_CHIPS
from careerdesk.ui.pages.reviews.crossing_log import CROSSING_LIST, CROSSINGS
from careerdesk.ui.pages.reviews.evidence_pane import ALL_MONTHS, CITE, QUOTE, TO_ACCOMPLISHMENTS
from careerdesk.ui.pages.reviews.gaps import GAP_FOLD, GAP_LIST, GAPS
from careerdesk.ui.pages.reviews.narrative_pane import VERSIONS, quote_of
from careerdesk.ui.pages.reviews.person import REVIEW_SIDES, REVIEW_TABS
from careerdesk.ui.pages.reviews.proposal import POTENTIAL, WHY
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.segmented import Segmented
from tests.builders import NOW, a_person
from tests.robots.review_person import ReviewRobot
from tests.robots.stage import Stage

OCTOBER, JUNE, LONG_AGO = date(2026, 10, 22), date(2026, 6, 8), date(2026, 2, 3)
LONG_LABELS = (
    "Übertrifft die Erwartungen in jeder Hinsicht",
    "Übertrifft die Erwartungen häufig",
    "Erfüllt die Erwartungen vollständig",
    "Erfüllt die Erwartungen überwiegend",
    "Erfüllt die Erwartungen teilweise",
    "Erfüllt die Erwartungen noch nicht",
    "Zu früh für eine Einschätzung",
)


@pytest.fixture
def robot(stage: Stage) -> ReviewRobot:
    return ReviewRobot(stage)


def link_rows(robot: ReviewRobot, name: str) -> list[LinkRow]:
    model = robot.find(QListView, name).model()
    return [model.index(row, 0).data(RECORD_ROLE) for row in range(model.rowCount())]


# Evidence


def test_evidence_stands_by_month_the_newest_first(robot: ReviewRobot) -> None:
    robot.did("Cut the errors", "Wrote the test").did("Ran a design review", on=JUNE).open()
    assert robot.rows() == [
        "October: 2 items, none cited",
        "Wrote the test / Cite",
        "Cut the errors / Cite",
        "June: 1 item, none cited",
        "Ran a design review / Cite",
    ]


def test_space_cites_one_and_again_cites_it_no_more(robot: ReviewRobot) -> None:
    robot.did("Cut the errors", "Wrote the test").open()
    robot.cite("Cut the errors")
    assert "Cut the errors / Cited, 1" in robot.rows()
    assert robot.rows()[0] == "October: 2 items, 1 cited"
    robot.cite("Wrote the test")
    assert "Wrote the test / Cited, 2" in robot.rows()
    robot.cite("Cut the errors")
    assert "Cut the errors / Cite" in robot.rows()
    assert "Wrote the test / Cited, 1" in robot.rows()
    assert robot.told == "Cited no more; the numbers after it moved"
    robot.stage.undo()
    assert "Cut the errors / Cited, 1" in robot.rows()


def test_a_click_on_the_word_cites_and_elsewhere_it_does_not(robot: ReviewRobot) -> None:
    robot.did("Cut the errors").open()
    robot.at("Cut the errors")
    card = robot.list.visualRect(robot.list.currentIndex())
    left = Qt.MouseButton.LeftButton
    port = robot.list.viewport()
    robot.stage.qtbot.mouseClick(port, left, pos=card.center())
    assert robot.view.cited == ()
    low = QPoint(card.right() - 24, card.center().y() + 6)
    robot.stage.qtbot.mouseClick(port, left, pos=low)
    assert [one.title for one in robot.view.cited] == ["Cut the errors"]


def test_the_button_says_what_it_would_do(robot: ReviewRobot) -> None:
    robot.did("Cut the errors").open()
    assert robot.button(CITE).text() == "Cite"
    robot.click(CITE)
    assert robot.button(CITE).text() == "Cite no more"
    robot.press(robot.list, Qt.Key.Key_Up)  # the header of the month
    assert not robot.button(CITE).isEnabled()


def test_the_remark_says_how_recent_it_is_and_which_month_is_empty(robot: ReviewRobot) -> None:
    for month in (1, 2, 3, 4, 5, 6, 8, 9, 10, 11):
        robot.did(f"Thing {month}", on=date(2026, month, 3))
    robot.open()
    remark = robot.tab.evidence.remark
    assert remark.text() == "Nothing is cited yet. July is empty."
    for month in (10, 11, 2):
        item = next(
            one
            for one in review_evidence.offered(robot.store, robot.id)
            if one.title == f"Thing {month}"
        )
        review_evidence.cite(robot.store, robot.id, item.source, item.source_id, NOW)
    assert remark.text() == ("2 of 3 cited items are from the last two months. July is empty.")
    assert remark.property("kind") == "warning"


def test_a_month_filters_the_list_and_lets_go_again(robot: ReviewRobot) -> None:
    robot.did("Cut the errors").did("Ran a design review", on=JUNE).open()
    robot.click_month(5)
    assert robot.rows() == ["June: 1 item, none cited", "Ran a design review / Cite"]
    robot.press(robot.strip, Qt.Key.Key_Return)
    assert len(robot.rows()) == 4
    robot.press(robot.strip, Qt.Key.Key_Return)
    robot.click(ALL_MONTHS)
    assert len(robot.rows()) == 4
    assert not robot.button(ALL_MONTHS).isVisible()


def test_an_empty_month_says_so_and_the_way_back_stays(robot: ReviewRobot) -> None:
    robot.did("Cut the errors").open()
    robot.click_month(6)
    assert robot.rows() == []
    assert robot.tab.evidence.nothing.text() == "Nothing is dated in July 2026."
    robot.click(ALL_MONTHS)
    assert len(robot.rows()) == 2
    assert not robot.tab.evidence.nothing.isVisible()


def test_many_months_are_folded_and_unfold_by_key(robot: ReviewRobot) -> None:
    for month in range(1, 11):
        robot.did(f"Thing {month}", on=date(2026, month, 3))
    robot.open()
    assert [row for row in robot.rows() if "/" in row] == ["Thing 10 / Cite"]
    robot.list.select_id(next(row.id for row in robot.list.rows.rows[2:3]))
    robot.press(robot.list, Qt.Key.Key_Right)
    assert "Thing 9 / Cite" in robot.rows()
    robot.press(robot.list, Qt.Key.Key_Left)
    assert "Thing 9 / Cite" not in robot.rows()


def test_a_screen_reader_hears_the_whole_row(robot: ReviewRobot) -> None:
    robot.did("Cut the errors").open()
    model = robot.list.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, 0).data(role) == "October, 1 item, none cited, unfolded"
    assert model.index(1, 0).data(role) == "Cut the errors. Accomplishment. 22 Oct, not cited"


def test_every_source_has_its_word(robot: ReviewRobot) -> None:
    person = robot.person
    feedback.add(robot.store, person.id, OCTOBER, behaviour="Rang the shop", from_whom="Bo Lind")
    person.with_checkin(days_ago=40, shared_notes="Said no to a third project")
    person.with_goals("Reviews run by the team")
    plans.change_item(robot.store, person.goals[0].id, today=OCTOBER, state=ItemState.DONE)
    robot.did("Cut the errors").open()
    said = [robot.list.rows.spoken(row) for row in robot.list.rows.rows]
    for word in ("Feedback", "Shared notes of a talk", "Goal reached", "Accomplishment"):
        assert any(word in sentence for sentence in said)


def test_nothing_private_is_offered(robot: ReviewRobot) -> None:
    robot.person.with_checkin(days_ago=40, private_notes="SECRET", shared_notes="Open words")
    robot.person.with_note("SECRET words", "SECRET reading").driven_by("SECRET drive")
    robot.open()
    assert "SECRET" not in "".join(robot.list.rows.spoken(row) for row in robot.list.rows.rows)


def test_without_evidence_a_sentence_says_where_it_comes_from(robot: ReviewRobot) -> None:
    robot.open()
    assert "shared notes of talks" in robot.tab.evidence.nothing.text()
    assert not robot.list.isVisible()
    with robot.stage.qtbot.waitSignal(robot.tab.evidence.tab_wanted) as told:
        robot.tab.evidence.tab_wanted.disconnect(robot.tab.tab_wanted)
        robot.click(TO_ACCOMPLISHMENTS)
    assert told.args == ["accomplishments"]


def test_what_was_cited_stays_when_its_source_is_deleted(robot: ReviewRobot) -> None:
    robot.did("Cut the errors").open()
    robot.cite("Cut the errors")
    item = robot.at("Cut the errors")
    accomplishments.remove(robot.store, [item.source_id])
    assert "Cut the errors / Cited, 1" in robot.rows()


# Quotes


def test_q_puts_the_words_with_their_number_at_the_cursor(robot: ReviewRobot) -> None:
    robot.did("Cut the errors").written(narrative="It went well.").open()
    robot.at("Cut the errors")
    cursor = robot.editor.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    robot.editor.setTextCursor(cursor)
    robot.press(robot.list, Qt.Key.Key_Q)
    assert robot.editor.text() == "It went well.\n\n> Cut the errors [1]\n\n"
    assert robot.editor.hasFocus()
    robot.stage.ctx.autosaver.flush()
    assert robot.review.narrative == robot.editor.text()
    assert len(robot.view.cited) == 1


def test_quoting_what_is_cited_keeps_its_number(robot: ReviewRobot) -> None:
    robot.did("Cut the errors", "Wrote the test").open()
    robot.cite("Wrote the test")
    robot.cite("Cut the errors")
    robot.at("Cut the errors")
    robot.click(QUOTE)
    assert robot.editor.text().startswith("> Cut the errors [2]")
    assert len(robot.view.cited) == 2


def test_words_of_several_lines_are_one_quote(robot: ReviewRobot) -> None:
    robot.person.with_checkin(days_ago=40, shared_notes="Said no.\n\nAnd why.")
    robot.open()
    robot.press(robot.list, Qt.Key.Key_Q)
    assert robot.editor.text() == "> Said no.\n> And why. [1]\n\n"
    cited = review_evidence.offered(robot.store, robot.id)[0]
    assert quote_of(cited) == "> Said no.\n> And why. [1]"


# The narrative


def test_what_is_typed_is_stored_and_counted(robot: ReviewRobot) -> None:
    robot.person.like(pronouns="she/her")
    robot.open()
    robot.type("Ana made it dependable")
    assert robot.review.narrative == "Ana made it dependable"
    assert robot.tab.narrative.count.full_text() == "4 words, written to be read by her"


def test_a_change_elsewhere_leaves_what_is_typed_alone(robot: ReviewRobot) -> None:
    robot.did("Cut the errors").open()
    robot.editor.setFocus()
    robot.editor.insert_text("Half a sen")
    accomplishments.add(robot.store, robot.person.id, ["Another"], JUNE)
    assert robot.editor.text() == "Half a sen"
    robot.stage.ctx.autosaver.flush()
    assert robot.review.narrative == "Half a sen"


def test_a_hint_selects_its_words_and_blocks_nothing(robot: ReviewRobot) -> None:
    robot.written(narrative="😀 She is always calm when the pager rings at night in the old hall.")
    robot.open()
    hints = robot.tab.narrative.hints
    assert [chip.text() for chip in hints.chips] == ["“always”"]
    robot.click("biasHint0")
    assert robot.editor.textCursor().selectedText() == "always"
    assert robot.editor.hasFocus()
    assert "rarely true" in robot.words("biasSentence")
    assert hints.chips[0].accessibleDescription() == hints.sentence.text()


def test_a_narrative_without_example_gets_a_hint_until_something_is_cited(
    robot: ReviewRobot,
) -> None:
    words = "She works with great care and helps all of the others in the team"
    robot.did("Cut the errors").written(narrative=words).open()
    assert [chip.text() for chip in robot.tab.narrative.hints.chips] == ["No example"]
    robot.cite("Cut the errors")
    assert robot.tab.narrative.hints.chips == []
    assert not robot.tab.narrative.hints.isVisible()


def test_a_very_long_narrative_is_looked_at_in_part_and_after_a_pause(robot: ReviewRobot) -> None:
    robot.written(narrative="She is always there. " * 5_000).open()
    hints = robot.tab.narrative.hints
    assert len(robot.editor.text()) > 100_000
    assert len(hints.text) == LOOKED_AT
    assert len(hints.chips) == MOST_CHIPS
    assert hints.more.text().startswith("and ")
    settled: list[None] = []
    robot.tab.narrative.settled.connect(lambda: settled.append(None))
    robot.editor.setFocus()
    for _ in range(20):
        robot.stage.qtbot.keyClick(robot.editor, Qt.Key.Key_X)
    assert settled == []
    robot.stage.qtbot.waitSignal(robot.tab.narrative.settled).wait()
    assert len(settled) == 1


def test_earlier_versions_are_one_press_away(robot: ReviewRobot) -> None:
    now = [NOW]
    robot.store.now = lambda: now[0]
    robot.written(narrative="First words")
    now[0] += timedelta(hours=1)
    robot.written(narrative="Second words").open()
    robot.click(VERSIONS)
    dialog = robot.stage.window.findChild(QTextEdit, "versionThen")
    assert dialog is not None
    assert dialog.toPlainText() == "First words"
    dialog.window().close()


# Gaps


def test_a_gap_goes_to_the_plan_as_a_draft_goal_and_is_logged(robot: ReviewRobot) -> None:
    robot.written(gaps="- Leads across two teams\n- Chooses earlier").open()
    fold = robot.button(GAP_FOLD)
    assert fold.text() == "Gaps to the next level: 2"
    robot.click(GAP_FOLD)
    view = robot.find(QListView, GAP_LIST)
    view.setCurrentIndex(view.model().index(0, 0))
    robot.press(view, Qt.Key.Key_Return)
    plan = plans.active(robot.store, robot.person.id)
    assert plan is not None
    assert [item.item.title for item in plan.items] == ["Leads across two teams"]
    assert link_rows(robot, GAP_LIST)[0].caption == "In the plan since Today"
    assert [row.action for row in link_rows(robot, GAP_LIST)] == ["", "Bring to the plan"]
    assert fold.text() == "Gaps to the next level: 2, 1 in the plan"
    assert robot.button(CROSSINGS).text() == "1 went to the plan"
    robot.press(view, Qt.Key.Key_Return)  # again: it is there already
    assert len(review_bridges.gone_over(robot.store, robot.id)) == 1
    robot.stage.undo()
    assert link_rows(robot, GAP_LIST)[0].action == "Bring to the plan"


def test_a_gap_with_a_word_of_the_review_stays_here_and_a_banner_says_why(
    robot: ReviewRobot,
) -> None:
    robot.written(gaps="Reach a Strong rating").open()
    robot.click(GAP_FOLD)
    view = robot.find(QListView, GAP_LIST)
    view.setCurrentIndex(view.model().index(0, 0))
    robot.press(view, Qt.Key.Key_Return)
    banner = robot.stage.banners.banner("problem")
    assert banner is not None
    assert "belongs to the review" in banner.text.text()
    assert plans.active(robot.store, robot.person.id) is None


def test_typed_gaps_become_lines_by_themselves(robot: ReviewRobot) -> None:
    robot.open()
    robot.click(GAP_FOLD)
    editor = robot.find(NoteEditor, GAPS)
    assert editor.hasFocus()
    editor.insert_text("Leads two teams\nSays no earlier")
    robot.stage.ctx.autosaver.flush()
    assert [row.title for row in link_rows(robot, GAP_LIST)] == [
        "Leads two teams",
        "Says no earlier",
    ]


# The rating


def test_the_lowest_step_stands_first_and_a_press_proposes_it(robot: ReviewRobot) -> None:
    robot.open(width=1400)
    segments = robot.find(Segmented, f"{names.PROPOSED_RATING}Steps")
    assert [part.text() for part in segments.parts()] == [
        "Growing",
        "Solid",
        "Strong",
        "Outstanding",
    ]
    robot.press(segments.parts()[0], *[Qt.Key.Key_Right] * 3)
    assert robot.view.cycle.label(robot.review.proposed_step) == "Strong"
    robot.press(segments.parts()[2], Qt.Key.Key_Delete)
    assert robot.review.proposed_step is None


def test_long_labels_become_a_list_that_opens(robot: ReviewRobot) -> None:
    known = review_cycles.get(robot.store, robot.cycle.id).steps
    for step, label in zip(known, LONG_LABELS, strict=False):
        review_cycles.change_step(robot.store, step.id, label=label)
    for label in LONG_LABELS[len(known) :]:
        review_cycles.add_step(robot.store, robot.cycle.id, label)
    robot.open()
    assert robot.rating.is_list
    assert robot.rating.list.count() == 8
    robot.press(robot.rating.list, Qt.Key.Key_Down)
    assert robot.view.cycle.label(robot.review.proposed_step) == LONG_LABELS[-1]
    assert robot.rating.list.width() <= robot.rating.width()


def test_a_scale_that_changes_is_offered_anew(robot: ReviewRobot) -> None:
    robot.rated("Strong").open(width=1400)
    review_cycles.change_step(robot.store, robot.step("Strong"), label="Great")
    segments = robot.find(Segmented, f"{names.PROPOSED_RATING}Steps")
    assert "Great" in [part.text() for part in segments.parts()]
    assert robot.rating.value() == robot.review.proposed_step


def test_why_is_stored_as_typed(robot: ReviewRobot) -> None:
    robot.open()
    why = robot.find(GrowingText, WHY)
    why.setFocus()
    robot.stage.qtbot.keyClicks(why, "The checkout work")
    robot.stage.ctx.autosaver.flush()
    assert robot.review.proposed_why == "The checkout work"


def test_potential_is_asked_only_where_the_cycle_does(robot: ReviewRobot) -> None:
    robot.open()
    potential = robot.find(Segmented, POTENTIAL)
    assert not potential.isVisible()
    review_cycles.change(robot.store, robot.cycle.id, nine_box=True)
    assert potential.isVisible()
    robot.press(potential.parts()[0], *[Qt.Key.Key_Right] * 2)
    assert robot.review.potential == 2


# What crossed


def test_the_log_of_crossings_counts_and_lists(robot: ReviewRobot) -> None:
    robot.person.with_goals("Reviews run by the team")
    goal = robot.person.goals[0].id
    plans.change_item(robot.store, goal, today=OCTOBER, state=ItemState.DONE)
    robot.did("Cut the errors").open()
    assert not robot.button(CROSSINGS).isVisible()
    robot.cite("Cut the errors")  # of the review itself: nothing crosses
    assert not robot.button(CROSSINGS).isVisible()
    review_evidence.offer_goal(robot.store, goal, NOW)
    assert robot.button(CROSSINGS).text() == "1 item came from Growth"
    robot.click(CROSSINGS)
    assert [row.title for row in link_rows(robot, CROSSING_LIST)] == ["Reviews run by the team"]
    robot.cite("Reviews run by the team")
    row = link_rows(robot, CROSSING_LIST)[0]
    assert row.title == "Reviews run by the team"
    assert "not there any more" in row.caption


def test_the_page_fits_the_least_window(robot: ReviewRobot) -> None:
    robot.did("Cut the errors").rated().open(width=824, height=560)
    sides = [robot.tab.splitter.widget(n) for n in range(2)]
    assert all(side.width() >= 320 for side in sides)
    shown = robot.find(QLabel, "sealWords")
    assert shown.width() > 0
    QApplication.processEvents()
    assert robot.tab.splitter.orientation() is Qt.Orientation.Horizontal


def test_another_review_shows_its_own_words(robot: ReviewRobot) -> None:
    robot.written(narrative="For Ana").open()
    ben = review_cycles.take_in(robot.store, robot.cycle.id, a_person(robot.store, "Ben Okri").id)
    reviews.write(robot.store, ben.id, narrative="For Ben")
    robot.editor.setFocus()
    robot.editor.insert_text("More ")
    assert robot.page is not None
    robot.page.show_review(ben.id)
    assert robot.editor.text() == "For Ben"
    assert robot.review.narrative == "More For Ana"


# The page around it


def test_sides_become_a_list_where_their_words_do_not_fit(robot: ReviewRobot) -> None:
    robot.open(width=1300)
    bar, sides = robot.find(QTabBar, REVIEW_TABS), robot.find(DropDown, REVIEW_SIDES)
    assert bar.isVisible()
    assert not sides.isVisible()
    robot.stage.window.resize(560, 700)
    QApplication.processEvents()
    assert not bar.isVisible()
    assert sides.isVisible()
    assert sides.currentText() == "Narrative"


def test_the_splitter_stays_where_it_was_put(robot: ReviewRobot) -> None:
    robot.open(width=1300)
    robot.tab.splitter.moveSplitter(700, 1)
    robot.tab.splitter.splitterMoved.emit(700, 1)
    wanted = robot.tab.splitter.sizes()
    assert robot.page is not None
    robot.page.setParent(None)
    robot.open(width=1300)
    assert robot.tab.splitter.sizes() == wanted


@pytest.fixture
def large_type() -> Iterator[None]:
    """Type of twice the size, for a window that is made under it."""
    old = QApplication.font()
    large = QFont(old)
    large.setPointSizeF(old.pointSizeF() * 2)
    QApplication.setFont(large)
    yield
    QApplication.setFont(old)


@pytest.mark.usefixtures("large_type")
def test_in_large_type_the_sides_stand_below_each_other(stage: Stage) -> None:
    robot = ReviewRobot(stage).did("Cut the errors").rated().open(width=860)
    assert robot.stage.window.width() == 860
    assert robot.tab.splitter.orientation() is Qt.Orientation.Vertical
    assert robot.tab.splitter.widget(1).height() > 100


def test_what_changed_while_nobody_looked_is_there_at_the_next_look(robot: ReviewRobot) -> None:
    robot.open()
    assert robot.page is not None
    robot.page.hide()
    robot.written(narrative="Written elsewhere")
    robot.page.show()
    assert robot.editor.text() == "Written elsewhere"


def test_tab_goes_from_the_evidence_over_the_narrative_to_the_seal(robot: ReviewRobot) -> None:
    robot.did("Cut the errors").written(narrative="It went well, as in May.").rated()
    robot.open(width=1400)
    robot.strip.setFocus()
    seen = []
    for _ in range(20):
        widget = QApplication.focusWidget()
        seen.append(widget.objectName())
        if widget.objectName() == names.SEAL_REVIEW:
            break
        robot.stage.qtbot.keyClick(widget, Qt.Key.Key_Tab)
    order = [
        "evidenceMonths",
        "evidenceList",
        "evidenceCite",
        "evidenceQuote",
        names.REVIEW_NARRATIVE,
        "narrativeVersions",
        GAP_FOLD,
        f"{names.PROPOSED_RATING}Steps2",
        WHY,
        names.SEAL_REVIEW,
    ]
    assert seen == order


def test_every_control_has_a_name_and_a_handle_of_its_own(robot: ReviewRobot) -> None:
    robot.did("Cut the errors").written(
        narrative="She is always there when the pager rings at night in the hall.", gaps="A\nB"
    ).open(width=1400)
    robot.click(GAP_FOLD)
    assert robot.page is not None
    handles = []
    for widget in robot.page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert widget.accessibleName(), widget
            handles.append(widget.objectName())
    assert all(handles)
    assert len(set(handles)) == len(handles)
