"""Every text keeps what it said before, at most once in five minutes."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from careerdesk.domain.catalogue import KEPT
from careerdesk.domain.feedback import Feedback
from careerdesk.domain.loop import (
    Action,
    Aspiration,
    ChangeKind,
    GoalChange,
    Idea,
    KeyResultValue,
    Objective,
    Template,
    TemplateKind,
)
from careerdesk.domain.records import (
    AgendaItem,
    CheckIn,
    DiscoveryNote,
    ItemState,
    KeyResult,
    Motivator,
    PastRole,
    Person,
    Plan,
    PlanItem,
    Promise,
    Question,
    Record,
)
from careerdesk.domain.reviews.records import (
    Accomplishment,
    Calibration,
    Criterion,
    CycleKind,
    Outcome,
    PeerFeedback,
    PromotionPoint,
    RatingLevel,
    Review,
    ReviewCycle,
)
from careerdesk.services import (
    aspirations,
    checkins,
    feedback,
    key_result_values,
    key_results,
    plans,
    trash,
    versions,
)
from careerdesk.services.reviews import cycles, reviews
from careerdesk.services.store import Store
from careerdesk.services.versions import TextRef
from tests.builders import NOW, TODAY, a_person
from tests.stores import ask


class Watch:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def pass_minutes(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)


class Desk:
    """A check-in with Ana whose shared notes are written."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.watch = Watch()
        store.now = self.watch
        self.ana = a_person(store, "Ana Ruiz").with_goals("One")
        self.check_in = checkins.start(store, self.ana.id, NOW).id
        self.ref = TextRef(CheckIn, self.check_in, "shared_notes")

    def write(self, text: str) -> None:
        checkins.write(self.store, self.check_in, merge="notes", shared_notes=text)

    def texts(self) -> list[str]:
        return [one.text for one in versions.earlier(self.store, self.ref)]


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store)


def test_words_typed_in_one_go_have_no_earlier_version(desk: Desk) -> None:
    for text in ("She", "She wants", "She wants to lead"):
        desk.write(text)
        desk.watch.pass_minutes(0.1)
    assert desk.texts() == []


def test_an_old_text_is_kept_before_it_is_edited(desk: Desk) -> None:
    desk.write("She wants to lead")
    desk.watch.pass_minutes(60)
    for text in ("She wants", "She", "She rests"):
        desk.write(text)
        desk.watch.pass_minutes(0.1)
    assert desk.texts() == ["She wants to lead"]


def test_long_editing_keeps_one_version_in_five_minutes(desk: Desk) -> None:
    for minute in range(21):
        desk.write(f"Minute {minute}")
        desk.watch.pass_minutes(1)
    assert desk.texts() == ["Minute 19", "Minute 14", "Minute 9", "Minute 4"]


def test_writing_the_same_words_keeps_nothing(desk: Desk) -> None:
    desk.write("Same")
    desk.watch.pass_minutes(60)
    desk.write("Same")
    assert desk.texts() == []


def test_a_clock_set_back_does_not_stop_the_keeping(desk: Desk) -> None:
    desk.write("First")
    desk.watch.pass_minutes(60)
    desk.write("Second")
    desk.watch.pass_minutes(-60 * 24 * 365)
    desk.write("Third")
    assert sorted(desk.texts()) == ["First", "Second"]


def test_bringing_back_keeps_what_was_there_and_can_be_undone(desk: Desk) -> None:
    desk.write("Old")
    desk.watch.pass_minutes(60)
    desk.write("New")
    versions.bring_back(desk.store, desk.ref, "Old")
    assert versions.current(desk.store, desk.ref) == "Old"
    assert desk.texts()[0] == "New"
    desk.store.undo()
    assert versions.current(desk.store, desk.ref) == "New"
    assert desk.texts() == ["Old"]


def test_undo_takes_the_version_along(desk: Desk) -> None:
    desk.write("Old")
    desk.watch.pass_minutes(60)
    desk.write("New")
    desk.store.undo()
    assert versions.current(desk.store, desk.ref) == ""  # typed on under one key: one step
    assert desk.texts() == []


def test_what_is_gone_for_good_leaves_no_words_behind(desk: Desk) -> None:
    desk.write("Words that must go")
    desk.watch.pass_minutes(60)
    desk.write("Other")
    checkins.remove(desk.store, [desk.check_in])
    trash.forget(desk.store, [thing.id for thing in trash.things(desk.store)])
    rows = ask(desk.store.path, "SELECT text FROM text_version")
    assert rows == []


def test_what_comes_back_from_the_trash_has_its_versions(desk: Desk) -> None:
    desk.write("Old")
    desk.watch.pass_minutes(60)
    desk.write("New")
    checkins.remove(desk.store, [desk.check_in])
    trash.bring_back(desk.store, [trash.things(desk.store)[0].id])
    assert desk.texts() == ["Old"]


def test_a_goal_says_what_its_title_was(desk: Desk) -> None:
    goal = desk.ana.goals[0].id
    plans.change_item(desk.store, goal, today=TODAY, title="Two")
    ref = TextRef(PlanItem, goal, "title")
    assert [one.text for one in versions.earlier(desk.store, ref)] == ["One"]


def test_moving_a_goal_keeps_no_text(desk: Desk) -> None:
    goal = desk.ana.goals[0].id
    plans.set_state(desk.store, [goal], ItemState.DONE, TODAY)
    assert ask(desk.store.path, "SELECT count(*) FROM text_version") == [(0,)]


def test_every_kept_text_can_be_brought_back(store: Store) -> None:
    ana = a_person(store, "Ana Ruiz").with_goals("Loads by six").with_note("Words", "Hm")
    ana.with_checkin(3, shared_notes="Well.")
    result = key_results.add(store, ana.goals[0].id, "Loads").id
    year = (date(TODAY.year, 1, 1), date(TODAY.year, 12, 31))
    cycle = cycles.add(store, "Year", CycleKind.ANNUAL, *year, calibrates=True)
    review = reviews.find(store, cycle.id, ana.id)
    assert review is not None
    outcome = reviews.write_outcome(store, review.id, words="Well").id
    with store.edit("Make the rest") as tx:
        scale = tx.add(RatingLevel(cycle_id=cycle.id, label="Good")).id
        made: list[Record] = [
            Question(text="What was good?"),
            Motivator(person_id=ana.id, name="Mastery"),
            Objective(title="Fewer calls at night"),
            Action(item_id=ana.goals[0].id, text="Ask Bo"),
            GoalChange(item_id=ana.goals[0].id, changed_on=TODAY, what=ChangeKind.TARGET),
            Idea(person_id=ana.id, text="Shadow Bo", noted_on=TODAY),
            AgendaItem(person_id=ana.id, text="Nights"),
            PastRole(person_id=ana.id, until=TODAY, title="Trainee"),
            Promise(person_id=ana.id, text="Ask Finance"),
            Template(kind=TemplateKind.AGENDA, name="First", body="Nights"),
            Criterion(cycle_id=cycle.id, name="Impact"),
            Calibration(review_id=review.id, step_id=scale, held_on=TODAY, reason="Why"),
            PromotionPoint(outcome_id=outcome, text="Leads"),
            Accomplishment(person_id=ana.id, done_on=TODAY, what="Led"),
        ]
        records: dict[type[Record], int] = {type(one): tx.add(one).id for one in made}
    records |= {
        Person: ana.id,
        DiscoveryNote: ana.notes[0].id,
        Aspiration: aspirations.add(store, ana.id, ["Teach"], TODAY)[0].id,
        Plan: ana.goals[0].plan_id,
        PlanItem: ana.goals[0].id,
        KeyResult: result,
        CheckIn: ana.check_ins[0].id,
        KeyResultValue: key_result_values.add(
            store, result, TODAY, 1.0, today=TODAY, note="Slow"
        ).id,
        Feedback: feedback.add(store, ana.id, TODAY, behaviour="Led").id,
        ReviewCycle: cycle.id,
        RatingLevel: scale,
        Review: review.id,
        PeerFeedback: reviews.ask_peers(store, review.id, ["Bo"], TODAY)[0].id,
        Outcome: outcome,
    }
    nobodys = {Question, Objective, Template, ReviewCycle, RatingLevel, Criterion}
    for kind, names in KEPT.items():
        for name in names:
            ref = TextRef(kind, records[kind], name)
            versions.bring_back(store, ref, "As it was")
            assert versions.current(store, ref) == "As it was"
            step = store.undo()
            assert step is not None
            assert step.person_id == (None if kind in nobodys else ana.id)


LONG = "Nights are what she talks about, and that the rota is made by others. " * 3


def test_a_text_is_kept_at_once_before_much_of_it_goes(desk: Desk) -> None:
    desk.write(LONG)
    desk.watch.pass_minutes(1)
    desk.write(LONG[:-90])
    assert desk.texts() == [LONG]


def test_a_fifth_of_a_longer_text_is_much_and_of_a_short_one_is_not(desk: Desk) -> None:
    fifty, thirty = "Ten chars." * 5, "Ten chars." * 3
    desk.write(fifty)
    desk.watch.pass_minutes(1)
    desk.write(fifty[10:])
    assert desk.texts() == [fifty]
    desk.write(thirty)
    desk.write("Ten")
    assert desk.texts() == [fifty]


def test_words_that_come_in_between_take_nothing_away(desk: Desk) -> None:
    desk.write(LONG)
    desk.watch.pass_minutes(1)
    desk.write(LONG[:40] + "and more " * 20 + LONG[40:])
    assert desk.texts() == []


def test_what_was_undone_is_kept_when_another_edit_ends_the_way_back(desk: Desk) -> None:
    desk.write("One.")
    desk.store.undo()
    checkins.write(desk.store, desk.check_in, merge="other", shared_notes="Z")
    assert desk.texts() == ["One."]
    desk.store.undo()
    assert desk.texts() == ["One."]


def test_each_state_on_the_way_back_is_kept_unless_a_later_one_has_it(desk: Desk) -> None:
    for number, text in enumerate(("One.", "One. Two.", "Three.")):
        checkins.write(desk.store, desk.check_in, merge=f"{number}", shared_notes=text)
    for _ in range(3):
        desk.store.undo()
    checkins.write(desk.store, desk.check_in, merge="other", shared_notes="Z")
    assert sorted(desk.texts()) == ["One. Two.", "Three."]


def test_an_edit_elsewhere_keeps_what_was_undone_here_too(desk: Desk) -> None:
    desk.write("One.")
    desk.store.undo()
    plans.change_item(desk.store, desk.ana.goals[0].id, today=TODAY, title="Two")
    assert desk.texts() == ["One."]


def test_undo_keeps_a_long_text_that_it_takes_away(desk: Desk) -> None:
    desk.write(LONG)
    desk.store.undo()
    assert versions.current(desk.store, desk.ref) == ""
    assert desk.texts() == [LONG]


def test_typing_never_pushes_other_edits_out(store: Store) -> None:
    ana = a_person(store, "Ana Ruiz").with_checkin(3)
    checkins.add_promise(store, ana.id, "First")
    for number in range(400):
        checkins.write(store, ana.check_ins[0].id, merge=f"{number}", shared_notes="x" * number)
    names = []
    while (step := store.undo()) is not None:
        names.append(step.name)
    assert "Add promise" in names
    assert len(names) > 400
