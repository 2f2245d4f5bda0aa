"""Whatever was edited, undo gives back the exact rows and redo the exact end."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerdesk.data.changes import Changes, Edit, Entry, Whose, merged
from careerdesk.data.history import History
from careerdesk.data.library import PLAIN
from careerdesk.data.mapping import kinds_by_table, table_name
from careerdesk.data.store import Store
from careerdesk.data.transaction import Transaction
from careerdesk.domain import loop
from careerdesk.domain.drafts import Draft
from careerdesk.domain.errors import InvalidInput, NotFound
from careerdesk.domain.feedback import Feedback
from careerdesk.domain.loop import (
    Action,
    Aspiration,
    ChangeKind,
    GoalChange,
    HandedOver,
    HandedOverKind,
    Idea,
    KeyResultValue,
    NoteMotivator,
    Objective,
    PlanSnapshot,
    SameMeaning,
    Strike,
    Template,
    TemplateKind,
    TextVersion,
    Trashed,
)
from careerdesk.domain.parts import through
from careerdesk.domain.records import (
    RECORDS,
    AgendaItem,
    CheckIn,
    DiscoveryNote,
    Horizon,
    ItemMotivator,
    KeyResult,
    Motivator,
    PastRole,
    Person,
    Plan,
    PlanItem,
    Promise,
    Question,
    Record,
    Repeat,
)
from careerdesk.domain.reviews import records
from careerdesk.domain.reviews.records import (
    Accomplishment,
    AccomplishmentCriterion,
    Calibration,
    Criterion,
    Crossing,
    Evidence,
    Outcome,
    PeerFeedback,
    PromotionPoint,
    RatingLevel,
    Review,
    ReviewCycle,
    ReviewMeeting,
    Seal,
    SharedSheet,
    Source,
    Way,
)
from careerdesk.services import checkins, people, planning
from tests.counting import calls
from tests.seeds import examples
from tests.stores import ask, blank_store, dump

DAY = date(2026, 3, 1)
NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
TEXTS = st.text(max_size=12) | st.sampled_from(
    ["Robert'); DROP TABLE person;--", "\x00nul", "\ud800", "שלום", "🙂", "a\nb", "''", "%s"]
)


@contextmanager
def open_store() -> Iterator[Store]:
    """A new store in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        store = blank_store(Path(folder) / "store.db")
        try:
            yield store
        finally:
            store.close()


@st.composite
def actions(draw: st.DrawFn) -> tuple[str, int, str, int]:
    """One small change: what, to which of the known rows, with which text and number."""
    verb = draw(st.sampled_from(["add", "add", "add", "change", "remove", "bulk", "trash", "back"]))
    return verb, draw(st.integers(0, 40)), draw(TEXTS), draw(st.integers(-3, 3000))


class Author:
    """Edits a store at random, always within its rules."""

    def __init__(self, tx: Transaction, known: list[tuple[type[Record], int]]) -> None:
        self.tx = tx
        self.known = known

    def pick(self, kind: type[Record], index: int) -> int | None:
        """One of the known rows of *kind* that still exist."""
        alive = [key for found, key in self.known if found is kind and self.exists(found, key)]
        return alive[index % len(alive)] if alive else None

    def exists(self, kind: type[Record], key: int) -> bool:
        """Tell whether the row is there."""
        try:
            self.tx.get(kind, key)
        except Exception as error:
            if type(error).__name__ != "NotFound":
                raise
            return False
        return True

    def add(self, index: int, text: str, number: int) -> None:
        """Add a row of some kind below what is there."""
        person = self.pick(Person, index)
        plan, item = self.pick(Plan, index), self.pick(PlanItem, index)
        motivator, check_in = self.pick(Motivator, index), self.pick(CheckIn, index)
        options: list[Record] = [
            Person(given_name=text, rank=number),
            Question(text=text),
        ]
        if person:
            options += [
                Motivator(person_id=person, name=text),
                Plan(person_id=person, starts_on=DAY, ends_on=DAY, title=text),
                CheckIn(
                    person_id=person,
                    starts_at=NOW,
                    shared_notes=text,
                    said=number % 3,
                    repeat_id=self.pick(Repeat, index),
                ),
                Repeat(person_id=person, weeks=index, zone=text, starts_on=DAY),
                PastRole(person_id=person, until=DAY, title=text),
                AgendaItem(person_id=person, text=text, covered_in=check_in),
                Promise(person_id=person, text=text, made_in=check_in),
                DiscoveryNote(
                    person_id=person, asked_on=DAY, question_id=self.pick(Question, index)
                ),
            ]
        if plan:
            options.append(
                PlanItem(
                    plan_id=plan, horizon=Horizon.SHORT, title=text, touched_on=DAY,
                    score=number / 7, carried_from=item,
                    aspiration_id=self.pick(Aspiration, index),
                    objective_id=self.pick(Objective, index),
                )
            )  # fmt: skip
        if item:
            options.append(KeyResult(item_id=item, name=text, current=number / 3))
        if item and motivator and not self.linked(ItemMotivator, item, motivator):
            options.append(ItemMotivator(item_id=item, motivator_id=motivator))
        note = self.pick(DiscoveryNote, index)
        if note and motivator and not self.linked(NoteMotivator, note, motivator):
            options.append(NoteMotivator(note_id=note, motivator_id=motivator))
        if plan:
            before = DAY - timedelta(days=len(self.known))  # never that of an edit of today
            options.append(PlanSnapshot(plan_id=plan, before=before, body=text))
        options += self.deeper(person, item, index, text, number)
        options += self.reviewed(person, item, index, text, number)
        record = self.tx.add(options[(index + number) % len(options)])
        self.known.append((type(record), record.id))

    def deeper(
        self,
        person: int | None,
        item: int | None,
        index: int,
        text: str,
        number: int,
    ) -> list[Record]:
        """Rows of the deeper loop, below what is there."""
        check_in, result = self.pick(CheckIn, index), self.pick(KeyResult, index)
        change = ChangeKind.REWORDED
        options: list[Record] = [
            Objective(title=text),
            Template(kind=TemplateKind.AGENDA, name=text),
            TextVersion(kind="check_in", record_id=number, field="shared_notes",
                        replaced_at=NOW, text=text),
        ]  # fmt: skip
        if person:
            options.append(
                Feedback(person_id=person, behaviour=text, made_in=check_in, item_id=item)
            )
            options += [
                Idea(person_id=person, text=text, item_id=item, noted_on=DAY, made_in=check_in),
                HandedOver(person_id=person, what=HandedOverKind.PLAN, digest=text, body=text,
                           plan_id=self.pick(Plan, index), handed_on=DAY),
                Strike(person_id=person, kind="motivator", struck_uid=text, struck_on=DAY),
            ]  # fmt: skip
            given = self.pick(HandedOver, index)
            if given:
                options.append(
                    SameMeaning(handed_over_id=given, item_uid=text, field="title", digest=text)
                )
            wish = self.pick(Aspiration, index)
            options.append(
                Aspiration(person_id=person, statement=text, valid_from=DAY, follows=wish)
            )
        if item:
            options += [
                Action(item_id=item, text=text, rank=number),
                GoalChange(
                    item_id=item,
                    changed_on=DAY,
                    made_in=check_in,
                    what=change,
                    became=text,
                    result_id=result,
                ),
            ]
        if result:
            options.append(
                KeyResultValue(result_id=result, read_on=DAY, value=number / 3, made_in=check_in)
            )
        return options

    def reviewed(
        self, person: int | None, item: int | None, index: int, text: str, number: int
    ) -> list[Record]:
        """Rows of Reviews, below what is there."""
        options: list[Record] = [
            ReviewCycle(name=text, starts_on=DAY, ends_on=DAY, nine_box=number % 2 == 0)
        ]
        cycle = self.pick(ReviewCycle, index)
        step, criterion = self.pick(RatingLevel, index), self.pick(Criterion, index)
        if person:
            options += [
                Accomplishment(person_id=person, done_on=DAY, what=text, item_id=item),
                Crossing(person_id=person, way=Way.TO_REVIEW, kind=text, source_id=number,
                         target_id=index, crossed_at=NOW),
                ReviewMeeting(person_id=person, held_on=DAY, minutes=number),
            ]  # fmt: skip
        if cycle:
            options.append(
                RatingLevel(cycle_id=cycle, label=text, guideline=number / 7, rank=number)
            )
            options.append(Criterion(cycle_id=cycle, name=text, rank=number))
        if cycle and person and not self.there("review", cycle_id=cycle, person_id=person):
            options.append(
                Review(cycle_id=cycle, person_id=person, narrative=text, proposed_step=step,
                       self_step=step, final_step=step, potential=number)
            )  # fmt: skip
        done = self.pick(Accomplishment, index)
        pair = {"accomplishment_id": done, "criterion_id": criterion}
        if done and criterion and not self.there("accomplishment_criterion", **pair):
            options.append(AccomplishmentCriterion(accomplishment_id=done, criterion_id=criterion))
        review, outcome = self.pick(Review, index), self.pick(Outcome, index)
        if review:
            options += self.in_review(review, step, text, number)
        if outcome:
            options.append(PromotionPoint(outcome_id=outcome, text=text, met=number % 2 == 0))
        return options

    def in_review(self, review: int, step: int | None, text: str, number: int) -> list[Record]:
        """Rows below a review."""
        options: list[Record] = [
            Seal(review_id=review, sealed_at=NOW, digest=text, body=text),
            SharedSheet(review_id=review, shared_on=DAY, digest=text, body=text),
            PeerFeedback(review_id=review, from_whom=text, text=text, received_on=DAY),
            Evidence(review_id=review, source=Source.CHECK_IN, source_id=number, happened_on=DAY,
                     title=text, cited_at=NOW),
        ]  # fmt: skip
        if step:
            options.append(Calibration(review_id=review, step_id=step, reason=text, held_on=DAY))
        if not self.there("outcome", review_id=review):
            options.append(Outcome(review_id=review, pay_change=number / 3, words=text))
        return options

    def there(self, table: str, **values: int | None) -> bool:
        """Tell whether a row with these values is there."""
        sql = f"SELECT 1 FROM {table} WHERE " + " AND ".join(f"{name} = ?" for name in values)
        wanted = tuple(values.values())
        return bool(self.tx.read(lambda connection: connection.execute(sql, wanted).fetchall()))

    def linked(self, kind: type[Record], one: int, motivator: int) -> bool:
        """Tell whether a goal feeds the motivator already, or a note shows it."""
        table, field = table_name(kind), fields(kind)[2].name
        sql = f"SELECT 1 FROM {table} WHERE {field} = ? AND motivator_id = ?"
        return bool(
            self.tx.read(lambda connection: connection.execute(sql, (one, motivator)).fetchall())
        )

    def change(self, index: int, text: str, number: int) -> None:
        """Give a row of any kind other words and another place in its order."""
        alive = [(kind, key) for kind, key in self.known if self.exists(kind, key)]
        if alive:
            kind, key = alive[(index + number) % len(alive)]
            self.tx.change(kind, key, **changed(kind, text, number))

    def remove(self, index: int, text: str, number: int) -> None:
        """Remove a row, with all that hangs on it."""
        alive = [(kind, key) for kind, key in self.known if self.exists(kind, key)]
        if alive:
            kind, key = alive[(index + number) % len(alive)]
            self.tx.remove(kind, key)

    def trash(self, index: int, text: str, number: int) -> None:
        """Delete a row as a user does: it is kept whole."""
        alive = [(kind, key) for kind, key in self.known if self.exists(kind, key)]
        if alive:
            kind, key = alive[(index + number) % len(alive)]
            self.tx.trash(kind, [key])

    def back(self, index: int, text: str, number: int) -> None:
        """Bring back what was deleted last, if what it belonged to is there."""
        sql = "SELECT id, body FROM trashed ORDER BY id DESC LIMIT 1"
        found = self.tx.read(lambda connection: connection.execute(sql).fetchone())
        if found is not None:
            refused = PLAIN.module.IntegrityError  # no service deletes a review alone
            with suppress(InvalidInput, refused):
                through(self.tx.putting_back(found[1]))
                self.tx.remove(Trashed, found[0])

    def bulk(self, index: int, text: str, number: int) -> None:
        """Change many rows by one statement that knows no records."""
        sql = "UPDATE plan_item SET rank = rank + ? WHERE id % 2 = ?"
        self.tx.read(lambda connection: connection.execute(sql, (number, index % 2)).rowcount)


def changed(kind: type[Record], text: str, number: int) -> dict[str, object]:
    """Other values for what is written and for the places of a kind of record."""
    words = {one.name for one in fields(kind) if one.type == "str"} - {"uid", "kind", "field"}
    places = {one.name for one in fields(kind)} & {"rank", "carried", "confidence", "said"}
    scores = {one.name for one in fields(kind)} & {"score", "value", "current"}
    return (
        dict.fromkeys(words, text)
        | dict.fromkeys(places, number % 3)
        | dict.fromkeys(scores, number / 9)
    )


def play(store: Store, edits: list[list[tuple[str, int, str, int]]]) -> None:
    """Do the edits."""
    known: list[tuple[type[Record], int]] = []
    for edit in edits:
        with store.edit("Edit") as tx:
            author = Author(tx, known)
            for verb, index, text, number in edit:
                getattr(author, verb)(index, text, number)


@given(st.lists(st.lists(actions(), min_size=1, max_size=5), max_size=12))
@settings(max_examples=examples(25, 600), deadline=None)
def test_undo_gives_back_the_start_and_redo_the_end(
    edits: list[list[tuple[str, int, str, int]]],
) -> None:
    with open_store() as store:
        start = dump(store.path)
        play(store, edits)
        end = dump(store.path)
        while store.undo():
            pass
        assert dump(store.path) == start
        while store.redo():
            pass
        assert dump(store.path) == end
        assert ask(store.path, "PRAGMA foreign_key_check") == []


@given(
    st.lists(st.lists(actions(), min_size=1, max_size=4), min_size=3, max_size=8),
    st.lists(st.booleans(), max_size=20),
)
@settings(max_examples=examples(15, 400), deadline=None)
def test_wandering_through_history_meets_the_same_states(
    edits: list[list[tuple[str, int, str, int]]], moves: list[bool]
) -> None:
    with open_store() as store:
        states = [dump(store.path)]
        known: list[tuple[type[Record], int]] = []
        for edit in edits:
            before = store.undo_name, dump(store.path)
            with store.edit(f"Edit {len(states)}") as tx:
                author = Author(tx, known)
                for verb, index, text, number in edit:
                    getattr(author, verb)(index, text, number)
            if (store.undo_name, dump(store.path)) != before:
                states.append(dump(store.path))
        place = len(states) - 1
        for back in moves:
            step = store.undo() if back else store.redo()
            place += 0 if step is None else (-1 if back else 1)
            assert dump(store.path) == states[place]


def test_every_kind_is_made_and_most_are_changed() -> None:
    with open_store() as store, store.edit("Edit") as tx:
        author = Author(tx, [])
        for index in range(400):
            author.add(index, "a", index * 7 % 31)
        made = {kind for kind, _ in author.known}
    assert made | {Trashed, Draft} == {
        *RECORDS,
        *loop.RECORDS,
        *records.RECORDS,
    }  # what is deleted is made by `trash`, and what is typed is kept beside the steps
    assert {kind for kind in made if not changed(kind, "b", 1)} == {
        ItemMotivator, NoteMotivator, AccomplishmentCriterion, Crossing,
        ReviewMeeting,
    }  # fmt: skip


def test_every_table_is_watched(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    store.warm()
    writer = store.writer()
    found: list[str] = []
    with writer.transaction([]) as tx:
        found = tx.read(
            lambda connection: [
                str(row[0])
                for row in connection.execute(
                    "SELECT name FROM sqlite_temp_master WHERE type = 'trigger'"
                )
            ]
        )
    tables = [
        str(row[0])
        for row in ask(
            store.path,
            "SELECT name FROM sqlite_master WHERE type = 'table' "
            "AND name NOT LIKE 'sqlite_%' AND name <> 'alembic_version' "
            # kept by what is logged, or no part of what can be undone
            "AND name NOT LIKE '%_words%' "
            "AND name NOT IN ('search_state', 'session', 'store_identity')",
        )
    ]
    assert sorted(tables) == sorted(kinds_by_table())
    for table in tables:
        for verb in ("added", "changed", "removed"):
            assert f"journal_{table}_{verb}" in found
    store.close()


def watched(store: Store) -> set[str]:
    """The tables whose changes are logged at present."""
    names = "SELECT name FROM sqlite_temp_master WHERE type = 'trigger'"
    with store.writer().transaction([]) as tx:
        found = tx.read(lambda connection: connection.execute(names).fetchall())
    return {str(row[0]).removeprefix("journal_").rpartition("_")[0] for row in found}


def test_a_table_is_watched_from_its_first_change_on(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    assert watched(store) == set()
    with store.edit("Add") as tx:
        ana = tx.add(Person(given_name="Ana"))
    assert watched(store) == {"person"}
    with store.edit("Delete") as tx:
        tx.remove(Person, ana.id)  # rows of any table could hang on her
    assert watched(store) == set(kinds_by_table())
    store.close()


def test_an_edit_after_one_that_failed_is_undone_as_well(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    with pytest.raises(RuntimeError), store.edit("Add") as tx:
        tx.add(Person(given_name="Ana"))
        raise RuntimeError
    with store.edit("Add") as tx:
        tx.add(Person(given_name="Ben"))
    assert store.undo() is not None
    assert ask(store.path, "SELECT count(*) FROM person") == [(0,)]
    store.close()


def add(store: Store, name: str, **how: object) -> int:
    """Add a person and give the id."""
    with store.edit("Add person", **how) as tx:  # type: ignore[arg-type]
        return tx.add(Person(given_name=name)).id


def test_typing_under_one_key_is_one_step(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    person = add(store, "Ana")
    for text in ("P", "Pl", "Platform"):
        with store.edit("Edit team", merge=f"person-{person}-team") as tx:
            tx.change(Person, person, team=text)
    store.undo()
    assert store.get(Person, person).team == ""
    store.redo()
    assert store.get(Person, person).team == "Platform"
    store.close()


def test_typing_after_a_pause_is_a_step_of_its_own(tmp_path: Path) -> None:
    now = [0.0]
    path = tmp_path / "store.db"
    blank_store(path).close()
    store = Store(path, monotonic=lambda: now[0])
    person = add(store, "Ana")
    for moment, text in ((0.0, "a"), (29.0, "ab"), (60.0, "abc")):
        now[0] = moment
        with store.edit("Edit team", merge="team") as tx:
            tx.change(Person, person, team=text)
    store.undo()
    assert store.get(Person, person).team == "ab"
    store.close()


def test_an_edit_after_undo_forgets_what_was_undone(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    add(store, "Ana")
    store.undo()
    add(store, "Ben")
    assert store.redo() is None
    assert [row[3] for row in ask(store.path, "SELECT * FROM person")] == ["Ben"]
    store.close()


def test_an_edit_that_fails_changes_nothing_and_is_no_step(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    heard: list[object] = []
    store.subscribe(heard.append)
    before = dump(store.path)
    with pytest.raises(ZeroDivisionError), store.edit("Add person") as tx:
        tx.add(Person(given_name="Ana"))
        raise ZeroDivisionError
    assert dump(store.path) == before
    assert (store.undo_name, heard) == ("", [])
    add(store, "Ben")
    store.undo()
    assert dump(store.path) == before
    store.close()


def test_an_edit_that_changes_nothing_is_no_step(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    person = add(store, "Ana")
    with store.edit("Rename") as tx:
        tx.change(Person, person, given_name="Ana")
    assert store.undo_name == "Add person"
    store.close()


def test_only_the_last_two_hundred_steps_are_kept(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    for number in range(203):
        add(store, f"Person {number}")
    undone = 0
    while store.undo():
        undone += 1
    assert undone == 200
    assert len(ask(store.path, "SELECT id FROM person")) == 3
    store.close()


def typed(number: int, characters: int = 10) -> Edit:
    """A step of typing into the note of a check-in, which held so many characters."""
    entry = Entry("check_in", number, "changed", (number, "x" * characters, None))
    return Edit("Edit check-in", Changes(), merge=str(number), entries=(entry,))


def test_typing_has_room_for_so_many_characters_and_the_other_steps_stay() -> None:
    history, million = History(), 1024 * 1024
    history.push(Edit("Add person", Changes()))
    for number in range(8):
        history.push(typed(number, million))
    assert len(history.done) == 9
    for number in range(20, 40):  # one burst, whose first step says what was there before
        history.push(replace(typed(7, million), at=float(number - 20)))
    assert len(history.done) == 9
    history.turn(history.done, history.undone, Edit("Edit check-in", Changes()))
    history.push(typed(8, million))
    assert len(history.done) == 9
    history.push(typed(9, million))
    assert [step.merge for step in history.done] == ["1", "2", "3", "4", "5", "6", "8", "9"]


def test_to_keep_a_step_takes_no_longer_after_a_day_of_typing() -> None:
    morning, evening = History(), History()
    for number in range(3):
        morning.push(typed(number))
    for number in range(1_000):
        evening.push(typed(number))
    step = typed(2_000)
    assert calls(lambda: evening.push(step)) == calls(lambda: morning.push(step))


def test_a_step_knows_whose_record_it_changed(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    people.add(store, "Ana Ruiz")
    ben, at = people.add(store, "Ben Okri"), datetime(2026, 11, 20, 10, tzinfo=UTC)
    check_in = planning.plan(store, ben.id, at, at)
    checkins.write(store, check_in.id, shared_notes="He said.")  # keeps an earlier version first
    assert store.last_edit is not None and store.last_edit.person_id == ben.id
    with store.edit("Edit template", person_id=Whose.CHANGED) as tx:
        template = tx.add(Template(kind=TemplateKind.PLAN, name="One"))
        tx.change(Template, template.id, name="Two")
    assert store.last_edit.person_id is None  # whose it is says no column of it
    with pytest.raises(NotFound):
        checkins.write(store, check_in.id + 1, shared_notes="Nobody said.")
    assert store.undo_name == "Edit template"
    store.close()


def test_changes_name_what_was_touched_and_by_whom(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    heard = []
    stop = store.subscribe(heard.append)
    person = add(store, "Ana", origin="panel")
    with store.edit("Remove", person_id=person, place="people") as tx:
        gone = tx.add(Person(given_name="Short lived"))
        tx.remove(Person, gone.id)
        tx.remove(Person, person)
    step = store.undo()
    stop()
    add(store, "Unheard")
    assert [changes.origin for changes in heard] == ["panel", None, None]
    assert heard[0].added == {(Person, person)}
    assert heard[1].all == heard[1].removed == {(Person, person)}
    assert step is not None
    assert (step.person_id, step.place) == (person, "people")
    assert step.changes.added == {(Person, person)}
    store.close()


def test_no_key_is_used_twice(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    first = add(store, "Ana")
    with store.edit("Remove") as tx:
        tx.remove(Person, first)
    assert add(store, "Ben") > first
    store.close()


def test_the_log_of_a_merge_keeps_what_was_there_first() -> None:
    entry = Entry
    older = (entry("person", 1, "changed", ("old",)),)
    newer = (entry("person", 1, "changed", ("new",)), entry("person", 2, "changed", ("two",)))
    assert [found.old for found in merged(older, newer)] == [("old",), ("two",)]


def test_it_is_told_of_which_records_nothing_but_texts_changed(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "one.db")
    heard: list[Changes] = []
    person, at = people.add(store, "Nia Okoro"), datetime(2026, 11, 20, 10, tzinfo=UTC)
    check_in = planning.plan(store, person.id, at, at)
    store.subscribe(heard.append)
    checkins.write(store, check_in.id, shared_notes="So we said.")
    checkins.write(store, check_in.id, shared_notes="So we said.", minutes=30)
    checkins.write(store, check_in.id, private_notes="Not so.", minutes=45)
    store.undo()
    checkins.write(store, check_in.id, shared_notes="")
    store.undo()
    assert [changes.touches_more_than_texts(CheckIn) for changes in heard] == [
        False, True, True, True, False, False,
    ]  # fmt: skip
    assert all(changes.touches(CheckIn) for changes in heard)
    store.close()
