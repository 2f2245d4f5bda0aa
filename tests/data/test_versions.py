"""Every text keeps what it said before, at most once in five minutes."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime, timedelta

import pytest

from careerdesk.data.mapping import kinds_by_table
from careerdesk.domain import versions as rules
from careerdesk.domain.feedback import Feedback
from careerdesk.domain.loop import Aspiration, Reading
from careerdesk.domain.records import CheckIn, DiscoveryNote, ItemState, PlanItem, Record
from careerdesk.domain.reviews import CycleKind, Outcome, PeerFeedback, Review
from careerdesk.services import (
    aspirations,
    checkins,
    feedback,
    plans,
    readings,
    review_cycles,
    reviews,
    trash,
    versions,
)
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
    """A talk with Ana whose shared notes are written."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.watch = Watch()
        store.now = self.watch
        self.ana = a_person(store, "Ana Ruiz").with_goals("One")
        self.talk = checkins.start(store, self.ana.id, NOW).id
        self.ref = TextRef(CheckIn, self.talk, "shared_notes")

    def write(self, text: str) -> None:
        checkins.write(self.store, self.talk, merge="notes", shared_notes=text)

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
    checkins.remove(desk.store, [desk.talk])
    trash.forget(desk.store, [thing.id for thing in trash.things(desk.store)])
    rows = ask(desk.store.path, "SELECT text FROM text_version")
    assert rows == []


def test_what_comes_back_from_the_trash_has_its_versions(desk: Desk) -> None:
    desk.write("Old")
    desk.watch.pass_minutes(60)
    desk.write("New")
    checkins.remove(desk.store, [desk.talk])
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


def test_every_long_text_of_the_records_is_kept() -> None:
    """Whoever adds a field for notes is told here to keep its versions."""
    notes = ("notes", "words", "reading", "note", "statement", "for_person", "for_business")
    exempt = {("PlanItem", "score_words"), ("Evidence", "words")}  # written once
    missing = {
        (kind.__name__, field.name)
        for kind in kinds_by_table().values()
        for field in fields(kind)
        if field.type == "str" and field.name.endswith(notes)
        if field.name not in rules.KEPT.get(kind, frozenset())
    }
    assert missing == exempt


def test_every_kept_text_can_be_brought_back(store: Store) -> None:
    ana = a_person(store, "Ana Ruiz").with_goals("Loads by six").with_note("Words", "Hm")
    ana.with_checkin(3, shared_notes="Well.")
    result = plans.add_key_result(store, ana.goals[0].id, "Loads").id
    records: dict[type[Record], int] = {
        DiscoveryNote: ana.notes[0].id,
        Aspiration: aspirations.add(store, ana.id, ["Teach"], TODAY)[0].id,
        PlanItem: ana.goals[0].id,
        CheckIn: ana.talks[0].id,
        Reading: readings.add(store, result, TODAY, 1.0, today=TODAY, note="Slow").id,
        Feedback: feedback.add(store, ana.id, TODAY, behaviour="Led").id,
    }
    year = (date(TODAY.year, 1, 1), date(TODAY.year, 12, 31))
    cycle = review_cycles.add(store, "Year", CycleKind.ANNUAL, *year)
    review = reviews.find(store, cycle.id, ana.id)
    assert review is not None
    records |= {
        Review: review.id,
        PeerFeedback: reviews.ask_peers(store, review.id, ["Bo"], TODAY)[0].id,
        Outcome: reviews.write_outcome(store, review.id, words="Well").id,
    }
    for kind, names in rules.KEPT.items():
        for name in names:
            ref = TextRef(kind, records[kind], name)
            versions.bring_back(store, ref, "As it was")
            assert versions.current(store, ref) == "As it was"
            step = store.undo()
            assert step is not None and step.person_id == ana.id
