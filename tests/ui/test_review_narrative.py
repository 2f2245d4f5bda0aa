"""The narrative of a review, its hints and gaps, the proposed rating, and the page around them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QListView, QTabBar, QTextEdit, QWidget

from careerdesk.domain.records import ItemState
from careerdesk.services import plans
from careerdesk.services.reviews import accomplishments, bridges, cycles, evidence, reviews
from careerdesk.ui.base import names
from careerdesk.ui.reviews.page.person import REVIEW_TAB_LIST, REVIEW_TABS
from careerdesk.ui.reviews.writing.bias_chips import LOOKED_AT, MOST_CHIPS
from careerdesk.ui.reviews.writing.crossing_log import CROSSING_LIST, CROSSINGS
from careerdesk.ui.reviews.writing.gaps import GAP_FOLD, GAP_LIST, GAPS
from careerdesk.ui.reviews.writing.narrative_pane import VERSIONS
from careerdesk.ui.reviews.writing.proposal import POTENTIAL, WHY
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.links import LinkRow
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.record_list import RECORD_ROLE
from careerdesk.ui.widgets.segmented import Segmented
from tests.builders import NOW, a_person
from tests.robots.review_person import ReviewRobot
from tests.robots.stage import Stage

OCTOBER, JUNE = date(2026, 10, 22), date(2026, 6, 8)
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


# The narrative


def test_what_is_typed_is_stored_and_counted(robot: ReviewRobot) -> None:
    robot.person.like(pronouns="she/her")
    robot.open()
    robot.type("Ana made it dependable")
    assert robot.review.narrative == "Ana made it dependable"
    assert robot.tab.narrative.count.full_text() == "4 words, for her to read"


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
    assert [row.action for row in link_rows(robot, GAP_LIST)] == ["", "Add to plan"]
    assert fold.text() == "Gaps to the next level: 2, 1 in the plan"
    assert robot.button(CROSSINGS).text() == "1 added to the plan"
    robot.press(view, Qt.Key.Key_Return)  # again: it is there already
    assert len(bridges.gone_over(robot.store, robot.id)) == 1
    robot.stage.undo()
    assert link_rows(robot, GAP_LIST)[0].action == "Add to plan"


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
    assert "belongs in the review" in banner.text.text()
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
    known = cycles.get(robot.store, robot.cycle.id).steps
    for step, label in zip(known, LONG_LABELS, strict=False):
        cycles.change_level(robot.store, step.id, label=label)
    for label in LONG_LABELS[len(known) :]:
        cycles.add_level(robot.store, robot.cycle.id, label)
    robot.open()
    assert robot.rating.is_list
    assert robot.rating.list.count() == 8
    robot.press(robot.rating.list, Qt.Key.Key_Down)
    assert robot.view.cycle.label(robot.review.proposed_step) == LONG_LABELS[-1]
    assert robot.rating.list.width() <= robot.rating.width()


def test_a_scale_that_changes_is_offered_again(robot: ReviewRobot) -> None:
    robot.rated("Strong").open(width=1400)
    cycles.change_level(robot.store, robot.step("Strong"), label="Great")
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
    cycles.change(robot.store, robot.cycle.id, nine_box=True)
    assert potential.isVisible()
    robot.press(potential.parts()[0], *[Qt.Key.Key_Right] * 2)
    assert robot.review.potential == 2


# What crossed


def test_the_log_of_crossings_counts_and_lists(robot: ReviewRobot) -> None:
    robot.person.with_goals("Reviews run by the team").citable()
    goal = robot.person.goals[0].id
    plans.change_item(robot.store, goal, today=OCTOBER, state=ItemState.DONE)
    robot.did("Cut the errors").open()
    assert not robot.button(CROSSINGS).isVisible()
    robot.cite("Cut the errors")  # of the review itself: nothing crosses
    assert not robot.button(CROSSINGS).isVisible()
    evidence.offer_goal(robot.store, goal, NOW)
    assert robot.button(CROSSINGS).text() == "1 item from Conversations"
    robot.click(CROSSINGS)
    assert [row.title for row in link_rows(robot, CROSSING_LIST)] == ["Reviews run by the team"]
    robot.cite("Reviews run by the team")
    row = link_rows(robot, CROSSING_LIST)[0]
    assert row.title == "Reviews run by the team"
    assert "since deleted" in row.caption


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
    ben = cycles.take_in(robot.store, robot.cycle.id, a_person(robot.store, "Ben Okri").id)
    reviews.write(robot.store, ben.id, narrative="For Ben")
    robot.editor.setFocus()
    robot.editor.insert_text(" and more")
    assert robot.page is not None
    robot.page.show_review(ben.id)
    assert robot.editor.text() == "For Ben"
    assert robot.review.narrative == "For Ana and more"


# The page around it


def test_sides_become_a_list_where_their_words_do_not_fit(robot: ReviewRobot) -> None:
    robot.open(width=1300)
    bar, sides = robot.find(QTabBar, REVIEW_TABS), robot.find(DropDown, REVIEW_TAB_LIST)
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
