"""What was found is unfolded: closed plans, what ended, what is far down, what is elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QListView
from pytestqt.qtbot import QtBot

from careerdesk.domain.loop import (
    Action,
    Aspiration,
    GoalChange,
    Idea,
    IdeaState,
    KeyResultValue,
    Objective,
)
from careerdesk.domain.records import (
    AgendaItem,
    CheckIn,
    CheckInState,
    KeyResult,
    Motivator,
    Plan,
    PlanItem,
    PlanState,
    Promise,
    Question,
    Record,
)
from careerdesk.domain.reviews.records import RatingLevel, Review, ReviewCycle
from careerdesk.domain.search.figures import FIGURES
from careerdesk.domain.search.found import Hit, State
from careerdesk.services import people, trash, versions
from careerdesk.services.store import Store
from careerdesk.services.versions import TextRef
from careerdesk.ui.base import names
from careerdesk.ui.base.found_places import destination_of
from careerdesk.ui.library.trash import TRASH_LIST
from careerdesk.ui.reviews.cycle.scale import SCALE_LIST
from careerdesk.ui.widgets.versions import VERSION_THEN
from tests.builders import NOW, TODAY
from tests.landmarks import word_of
from tests.robots.landing import LandingRobot, words_at

CHECK_INS = 230  # more than the pages of the history that are read at first


@pytest.fixture
def desk(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[LandingRobot]:
    robot = LandingRobot(qtbot, store, tmp_path)
    yield robot
    robot.window.close()


def test_what_a_closed_plan_says_and_leaves_out(desk: LandingRobot) -> None:
    marks = desk.marks
    marks.change(Plan, state=PlanState.CLOSED, closed_on=TODAY)
    texts: list[tuple[type[Record], str]] = [
        (Plan, "title"), (Plan, "summary"), (KeyResult, "name"), (KeyResultValue, "note"),
        (Action, "text"), (GoalChange, "reason"),
        *((PlanItem, field) for field in
          ("title", "for_person", "for_business", "private_note", "score_words")),
    ]  # fmt: skip
    for kind, field in texts:
        assert word_of(kind, field) in desk.jump(kind, field), f"{kind.__name__}.{field}"
    assert word_of(KeyResult, "name") in desk.jump(KeyResult, FIGURES)  # they stand beside it


def test_what_ended_is_unfolded(desk: LandingRobot) -> None:
    desk.marks.change(Question, retired=True)
    assert word_of(Question, "text") in desk.jump(Question, "text")
    desk.marks.change(Motivator, until=TODAY)
    assert word_of(Motivator, "quote") in desk.jump(Motivator, "quote")
    desk.marks.change(Objective, retired=True)
    assert word_of(Objective, "measure") in desk.jump(Objective, "measure")
    desk.marks.change(Objective, retired=False)
    assert word_of(Objective, "title") in desk.jump(Objective, "title")


def test_an_earlier_wording_is_shown_with_the_one_that_holds(desk: LandingRobot) -> None:
    before = desk.marks.id(Aspiration)
    desk.marks.change(Aspiration, valid_to=TODAY)
    desk.marks.add(
        Aspiration, person_id=desk.marks.person_id, valid_from=TODAY, follows=before,
        statement="Otherwise now",
    )  # fmt: skip
    desk.marks.records[Aspiration] = replace(desk.marks.records[Aspiration], id=before)
    assert "otherwise now" in desk.jump(Aspiration, "statement")
    page = desk.page
    assert word_of(Aspiration, "statement") in page.aspirations.form.before.text()


def test_in_a_narrow_window_what_drives_somebody_is_unfolded(desk: LandingRobot) -> None:
    desk.window.resize(700, 700)
    assert word_of(Motivator, "name") in desk.jump(Motivator, "name")


def test_an_idea_that_was_taken_is_shown_as_its_goal(desk: LandingRobot) -> None:
    desk.marks.change(Idea, state=IdeaState.TAKEN, item_id=desk.marks.id(PlanItem))
    assert word_of(PlanItem, "title") in desk.jump(Idea, "text")
    assert not desk.told


def test_what_was_done_stands_with_its_check_in(desk: LandingRobot) -> None:
    check_in = desk.marks.id(CheckIn)
    desk.marks.change(Promise, done_on=TODAY, made_in=check_in)
    assert word_of(Promise, "text") in desk.jump(Promise, "text")
    desk.marks.change(AgendaItem, covered_on=TODAY, covered_in=check_in)
    assert word_of(AgendaItem, "text") in desk.jump(AgendaItem, "text")


def test_of_what_was_done_outside_a_check_in_the_day_is_told(desk: LandingRobot) -> None:
    desk.marks.change(Promise, done_on=TODAY - timedelta(40))
    desk.jump(Promise, "text")
    assert desk.told.startswith("This was done on ")


@pytest.mark.whole
@pytest.mark.parametrize(
    ("state", "field"),
    [
        (CheckInState.SKIPPED, "reason"),
        (CheckInState.RUNNING, "shared_notes"),
        (CheckInState.RUNNING, "temperature_words"),
    ],
)
def test_a_check_in_that_runs_or_did_not_take_place(
    state: CheckInState, field: str, desk: LandingRobot
) -> None:
    desk.marks.change(CheckIn, state=state, started_at=NOW)
    assert word_of(CheckIn, field) in desk.jump(CheckIn, field)


def test_a_check_in_far_down_that_a_search_hides(desk: LandingRobot) -> None:
    first = NOW - timedelta(2000)
    desk.marks.change(CheckIn, starts_at=first)
    with desk.store.edit("Talks") as tx:
        for n in range(CHECK_INS):
            tx.add(
                CheckIn(
                    person_id=desk.marks.person_id, state=CheckInState.HELD,
                    starts_at=first + timedelta(n + 1),
                )
            )  # fmt: skip
    desk.window.open_person(desk.marks.person_id, "check-ins")
    desk.page.history.search.edit.setText("nothing says this")
    assert word_of(CheckIn, "private_notes") in desk.jump(CheckIn, "private_notes")
    assert desk.page.history.list.currentIndex().row() == CHECK_INS


def test_archived_people_are_unfolded_and_chosen(desk: LandingRobot) -> None:
    people.archive(desk.store, desk.marks.person_id, TODAY)
    name = people.get(desk.store, desk.marks.person_id).name
    assert name.lower() in desk.jump(PlanItem, "title")
    assert desk.find(QListView, "archivedList").hasFocus()
    assert desk.told.startswith("This person is archived")


def test_of_what_was_deleted_the_row_of_the_trash_is_chosen(desk: LandingRobot) -> None:
    from careerdesk.services import checkins

    for text in ("First", "Second"):
        checkins.add_promise(desk.store, desk.marks.person_id, text)
    checkins.remove_promises(desk.store, [desk.marks.id(Promise)])
    (thing,) = trash.things(desk.store)
    hit = Hit(
        kind=Promise, record_id=desk.marks.id(Promise), field="", state=State.DELETED,
        kept_in=thing.id,
    )  # fmt: skip
    assert word_of(Promise, "text") in desk.go(destination_of(desk.store, hit))
    assert desk.find(QListView, TRASH_LIST).hasFocus()


def test_an_earlier_version_is_shown_beside_what_the_text_says_now(desk: LandingRobot) -> None:
    ref = TextRef(PlanItem, desk.marks.id(PlanItem), "for_person")
    for text in ("The second words", "The third words"):
        versions.bring_back(desk.store, ref, text)
    oldest = versions.earlier(desk.store, ref)[-1]
    hit = replace(desk.marks.hit(PlanItem, "for_person"), state=State.EARLIER, kept_in=oldest.id)
    desk.go(destination_of(desk.store, hit))
    dialog = desk.window.findChild(QDialog, "versions")
    assert dialog is not None and dialog.isVisible()
    assert word_of(PlanItem, "for_person") in desk.text_of(dialog, VERSION_THEN)
    dialog.reject()
    QApplication.processEvents()


def test_who_is_left_out_of_a_cycle_stands_among_its_people(desk: LandingRobot) -> None:
    desk.marks.change(Review, left_out=word_of(Review, "left_out"))
    assert word_of(Review, "left_out") in desk.jump(Review, "left_out")
    assert word_of(Review, "narrative") in desk.jump(Review, "narrative")


def test_what_is_gone_meanwhile_is_said_in_one_sentence(desk: LandingRobot) -> None:
    ways = [destination_of(desk.store, desk.marks.hit(kind, "text")) for kind in (Promise, Action)]
    with desk.store.edit("Gone") as tx:
        tx.remove(Promise, desk.marks.id(Promise))
        tx.remove(Action, desk.marks.id(Action))
    for way in (*ways, destination_of(desk.store, desk.marks.hit(Promise, "text"))):
        desk.go(way)
        assert desk.told == "This item no longer exists"


def test_while_the_screen_is_shared_only_who_it_is_shared_with_is_gone_to(
    desk: LandingRobot,
) -> None:
    desk.window.open_person(desk.person("Zoe Last").id)
    desk.act(names.SHARE_SAFE_MODE)
    for kind, field in ((PlanItem, "title"), (Objective, "title"), (Review, "narrative")):
        desk.jump(kind, field)
        assert desk.shown == "Zoe Last" and desk.window.on_person_page
    people.remove(desk.store, desk.marks.person_id)


def test_why_a_target_changed_before_the_last_time(desk: LandingRobot) -> None:
    desk.marks.change(GoalChange, changed_on=TODAY - timedelta(9))
    with desk.store.edit("Change") as tx:
        change = desk.store.get(GoalChange, desk.marks.id(GoalChange))
        tx.add(replace(change, id=0, uid="", changed_on=TODAY, reason="The last one"))
    assert word_of(GoalChange, "reason") in desk.jump(GoalChange, "reason")


def test_figures_of_a_key_result_stand_on_the_line_that_unfolds_it(desk: LandingRobot) -> None:
    assert word_of(KeyResult, "name") in desk.jump(KeyResult, "target")
    assert desk.page.panel.results.row(desk.marks.id(KeyResult)).is_open


def test_a_step_of_a_closed_cycle_is_chosen_though_it_cannot_be_changed(
    desk: LandingRobot,
) -> None:
    desk.marks.change(ReviewCycle, closed_on=TODAY)
    desk.jump(RatingLevel, "meaning")
    chosen = desk.find(QListView, SCALE_LIST)
    assert word_of(RatingLevel, "meaning") in words_at(chosen).lower() and not desk.told
