"""Evidence of the period: by month, cited by hand, put into the narrative as a quote."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt

from careerdesk.domain.feedback import FeedbackWay
from careerdesk.domain.records import ItemState
from careerdesk.services import feedback, plans
from careerdesk.services.reviews import accomplishments, evidence
from careerdesk.services.reviews.sheet import share_sheet
from careerdesk.ui.reviews.writing.evidence_model import ItemRow
from careerdesk.ui.reviews.writing.evidence_pane import ALL_MONTHS, CITE, QUOTE, TO_ACCOMPLISHMENTS
from careerdesk.ui.reviews.writing.narrative_pane import quote_of
from tests.builders import NOW
from tests.reviews import a_review
from tests.robots.review_person import ReviewRobot
from tests.robots.stage import Stage

OCTOBER, JUNE = date(2026, 10, 22), date(2026, 6, 8)


@pytest.fixture
def robot(stage: Stage) -> ReviewRobot:
    return ReviewRobot(stage)


def test_evidence_stands_by_month_the_newest_first(robot: ReviewRobot) -> None:
    robot.did("Cut the errors", "Wrote the test").did("Ran a design review", on=JUNE).open()
    assert robot.rows() == [
        "October: 2 items, none cited",
        "Wrote the test / Cite",
        "Cut the errors / Cite",
        "June: 1 item, none cited",
        "Ran a design review / Cite",
    ]


def test_space_cites_one_and_again_cites_it_no_longer(robot: ReviewRobot) -> None:
    robot.did("Cut the errors", "Wrote the test").open()
    robot.cite("Cut the errors")
    assert "Cut the errors / Cited (1)" in robot.rows()
    assert robot.rows()[0] == "October: 2 items, 1 cited"
    robot.cite("Wrote the test")
    assert "Wrote the test / Cited (2)" in robot.rows()
    robot.cite("Cut the errors")
    assert "Cut the errors / Cite" in robot.rows()
    assert "Wrote the test / Cited (1)" in robot.rows()
    assert robot.told == "Citation removed and later citations renumbered"
    robot.stage.undo()
    assert "Cut the errors / Cited (1)" in robot.rows()


def test_the_first_item_of_the_next_person_is_ready_to_be_cited(robot: ReviewRobot) -> None:
    robot.did("Cut the errors").open()
    ben = a_review(robot.store, "Ben Okri")
    accomplishments.add(robot.store, ben.review.person_id, ["Wrote the test"], OCTOBER)
    assert robot.page is not None
    robot.page.show_review(ben.id)
    robot.click(CITE)
    assert "Wrote the test / Cited (1)" in robot.rows()


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
    assert robot.button(CITE).text() == "Remove citation"
    robot.press(robot.list, Qt.Key.Key_Up)  # the header of the month
    assert not robot.button(CITE).isEnabled()


def test_the_remark_says_how_recent_it_is_and_which_month_is_empty(robot: ReviewRobot) -> None:
    for month in (1, 2, 3, 4, 5, 6, 8, 9, 10, 11):
        robot.did(f"Thing {month}", on=date(2026, month, 3))
    robot.open()
    remark = robot.tab.evidence.remark
    assert remark.text() == "No evidence cited yet. No evidence in July."
    for month in (10, 11, 2):
        item = next(
            one for one in evidence.offered(robot.store, robot.id) if one.title == f"Thing {month}"
        )
        evidence.cite(robot.store, robot.id, item.source, item.source_id, NOW)
    assert remark.text() == (
        "2 of 3 cited items are from the last two months. No evidence in July."
    )
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
    assert robot.tab.evidence.nothing.text() == "No evidence in July 2026."
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
    assert model.index(0, 0).data(role) == "October, 1 item, none cited, expanded"
    assert model.index(1, 0).data(role) == "Cut the errors. Accomplishment. 22 Oct, not cited"


def test_every_source_has_its_word(robot: ReviewRobot) -> None:
    person = robot.person
    feedback.add(robot.store, person.id, OCTOBER, behaviour="Rang the shop", from_whom="Bo Lind")
    person.with_checkin(days_ago=40, shared_notes="Said no to a third project")
    person.with_goals("Reviews run by the team").citable()
    plans.change_item(robot.store, person.goals[0].id, today=OCTOBER, state=ItemState.DONE)
    robot.did("Cut the errors").open()
    said = [robot.list.rows.spoken(row) for row in robot.list.rows.rows]
    for word in ("Feedback", "Shared check-in notes", "Goal reached", "Accomplishment"):
        assert any(word in sentence for sentence in said)


def test_nothing_private_is_offered(robot: ReviewRobot) -> None:
    robot.person.with_checkin(days_ago=40, private_notes="SECRET", shared_notes="Open words")
    robot.person.with_note("SECRET words", "SECRET reading").driven_by("SECRET drive")
    robot.open()
    assert "SECRET" not in "".join(robot.list.rows.spoken(row) for row in robot.list.rows.rows)


def test_a_goal_that_may_not_be_cited_any_more_stays_cited_and_says_so_quietly(
    robot: ReviewRobot,
) -> None:
    person = robot.person.with_goals("Reviews run by the team").citable()
    goal = person.goals[0].id
    plans.change_item(robot.store, goal, today=OCTOBER, state=ItemState.DONE)
    robot.open()
    robot.cite("Reviews run by the team")
    plans.change_item(robot.store, goal, today=OCTOBER, may_be_cited=False)
    robot.again()
    assert "Reviews run by the team / Cited (1)" in robot.rows()
    said = [robot.list.rows.spoken(row) for row in robot.list.rows.rows]
    assert "Goal reached, cited earlier, no longer available" in said[-1]
    assert robot.tab.evidence.kept_out.isVisible()
    robot.cite("Reviews run by the team")
    assert robot.rows() == []
    robot.stage.undo()
    assert "Reviews run by the team / Cited (1)" in robot.rows()


def test_why_there_is_no_goal_is_said_the_same_whether_there_is_one(robot: ReviewRobot) -> None:
    told = robot.did("Cut the errors").open().tab.evidence.kept_out.text()
    assert "if the plan allows them to be cited" in told
    goal = robot.person.with_goals("Reviews run by the team").goals[0].id
    plans.change_item(robot.store, goal, today=OCTOBER, state=ItemState.DONE)
    line = robot.again().tab.evidence.kept_out
    assert (line.isVisible(), line.text()) == (True, told)
    plans.change_item(robot.store, goal, today=OCTOBER, may_be_cited=True)
    assert not robot.again().tab.evidence.kept_out.isVisible()
    assert any(row.startswith("Reviews run by the team") for row in robot.rows())


def test_without_evidence_a_sentence_says_where_it_comes_from(robot: ReviewRobot) -> None:
    robot.open()
    assert "Shared check-in notes" in robot.tab.evidence.nothing.text()
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
    assert "Cut the errors / Cited (1)" in robot.rows()


# Quotes


def test_q_puts_the_words_with_their_number_at_the_cursor(robot: ReviewRobot) -> None:
    robot.did("Cut the errors").written(narrative="It went well.").open()
    robot.at("Cut the errors")
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


def test_what_is_longer_than_its_title_is_quoted_whole(robot: ReviewRobot) -> None:
    what = " ".join(["Moved the stock service to the new machines"] * 5)
    robot.did(what).open()
    row = robot.list.rows.rows[1]
    assert isinstance(row, ItemRow)
    begins, rest = row.item.title.rstrip("…"), row.caption.removeprefix("Accomplishment: …")
    assert f"{begins}{rest}" == what
    robot.at(row.item.title)
    robot.press(robot.list, Qt.Key.Key_Q)
    assert robot.editor.text() == f"> {what} [1]\n\n"


def test_words_of_several_lines_are_one_quote(robot: ReviewRobot) -> None:
    robot.person.with_checkin(days_ago=40, shared_notes="Said no.\n\nAnd why.")
    robot.open()
    robot.press(robot.list, Qt.Key.Key_Q)
    assert robot.editor.text() == "> Said no.\n> And why. [1]\n\n"
    cited = evidence.offered(robot.store, robot.id)[0]
    assert quote_of(cited) == "> Said no.\n> And why. [1]"


@pytest.mark.parametrize("situation", ["", "When the shop stood still."])
def test_who_gave_feedback_is_not_named_in_what_their_person_reads(
    robot: ReviewRobot, situation: str
) -> None:
    feedback.add(robot.store, robot.person.id, OCTOBER, way=FeedbackWay.RECEIVED,
                 from_whom="Kim Lee", situation=situation, behaviour="Rang them")  # fmt: skip
    robot.open()
    robot.at("Rang them")
    robot.press(robot.list, Qt.Key.Key_Q)
    said = f"{situation} Rang them".strip()
    assert robot.editor.text() == f"> {said} [1]\n\n"
    robot.stage.ctx.autosaver.flush()
    assert "Kim Lee" not in repr(share_sheet(robot.store, robot.id))
    assert "Kim Lee" in robot.view.cited[0].words
