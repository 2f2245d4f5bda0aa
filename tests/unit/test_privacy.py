"""F51: whatever is private stays: no form of a plan holds a word of it."""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import UTC, date, datetime
from enum import Enum
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from careerdesk.data.transaction import Transaction
from careerdesk.documents.export import plan_as
from careerdesk.domain import feedback, loop, records
from careerdesk.domain.catalogue import CATALOGUE
from careerdesk.domain.drafts import Draft
from careerdesk.domain.feedback import Feedback
from careerdesk.domain.loop import (
    Action,
    Aspiration,
    GoalChange,
    HandedOver,
    Idea,
    KeyResultValue,
    NoteMotivator,
    Objective,
    PlanSnapshot,
    SameMeaning,
    Strike,
    Template,
    TextVersion,
    Trashed,
)
from careerdesk.domain.records import (
    RECORDS,
    AgendaItem,
    CheckIn,
    DiscoveryNote,
    Drive,
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
from careerdesk.domain.records import MotivatorStanding as Standing
from careerdesk.services.exporting import plan_for_sharing
from careerdesk.services.store import Store
from tests.stores import blank_store

TODAY = date(2026, 11, 17)
NOW = datetime(2026, 11, 17, 9, tzinfo=UTC)
SHARED = {
    Person: {"given_name", "family_name", "preferred_name", "pronouns", "title", "team"},
    Plan: {"title"},
    PlanItem: {"title", "for_person", "for_business"},
    Motivator: {"name"},
    KeyResult: {"name", "unit"},
    Objective: {"title"},
    Action: {"text"},
}
PRIVATE = "qzprivatezq"
CHOICES = vars(records) | vars(loop) | vars(feedback)
DAYS = {
    "asked_on": TODAY, "starts_on": TODAY, "ends_on": TODAY, "touched_on": TODAY,
    "valid_from": TODAY, "read_on": TODAY, "before": TODAY, "replaced_at": NOW, "deleted_at": NOW,
    "changed_on": TODAY, "noted_on": TODAY, "handed_on": TODAY,
}  # fmt: skip


def texts(kind: type[Record]) -> list[str]:
    """The fields of *kind* that hold words."""
    return [f.name for f in fields(kind) if f.type == "str" and f.name != "uid"]


class Marker:
    """Makes records whose private words are all marked, and whose choices are drawn."""

    def __init__(self, draw: Callable[[st.SearchStrategy[object]], object]) -> None:
        self.draw = draw
        self.count = 0

    def make(self, kind: type[Record], **given_values: object) -> Record:
        """A record of *kind* with a word in each of its texts."""
        values: dict[str, object] = {}
        for field in fields(kind):
            choice = CHOICES.get(str(field.type))
            if field.name in DAYS:
                values[field.name] = DAYS[field.name]
            elif isinstance(choice, type) and issubclass(choice, Enum):
                values[field.name] = self.draw(st.sampled_from(choice))
        for name in texts(kind):
            self.count += 1
            shared = name in SHARED.get(kind, set())
            values[name] = f"open{self.count}" if shared else f"{PRIVATE}{kind.__name__}{name}"
        return kind(**(values | given_values))  # type: ignore[arg-type]

    def fill(self, tx: Transaction) -> int:
        """One of everything; returns the plan."""
        person = tx.add(self.make(Person)).id
        question = tx.add(self.make(Question)).id
        note = tx.add(self.make(DiscoveryNote, person_id=person, question_id=question)).id
        drive = tx.add(
            self.make(Motivator, person_id=person, drive=Drive.DRIVES, standing=Standing.SAID)
        ).id
        guessed = tx.add(
            self.make(Motivator, person_id=person, drive=Drive.DRIVES, standing=Standing.GUESSED,
                      name=f"{PRIVATE}guessed")
        ).id  # fmt: skip
        ended = tx.add(
            self.make(Motivator, person_id=person, drive=Drive.DRIVES, standing=Standing.SAID,
                      name=f"{PRIVATE}ended", until=TODAY)
        ).id  # fmt: skip
        drain = tx.add(
            self.make(Motivator, person_id=person, drive=Drive.DRAINS, name=f"{PRIVATE}drain")
        ).id
        old = tx.add(self.make(Plan, person_id=person, title=f"{PRIVATE}oldplan")).id
        plan = tx.add(self.make(Plan, person_id=person)).id
        hidden = dict.fromkeys(texts(PlanItem), f"{PRIVATE}olditem")
        gone = tx.add(self.make(PlanItem, plan_id=old, **hidden)).id
        tx.add(NoteMotivator(note_id=note, motivator_id=drive))
        wish = tx.add(self.make(Aspiration, person_id=person)).id
        tx.add(self.make(Idea, person_id=person))
        tx.add(self.make(PastRole, person_id=person, until=TODAY))
        given = tx.add(self.make(HandedOver, person_id=person, plan_id=plan)).id
        tx.add(self.make(SameMeaning, handed_over_id=given))
        tx.add(self.make(Strike, person_id=person, struck_on=TODAY))
        served = {"objective_id": tx.add(self.make(Objective)).id, "aspiration_id": wish}
        repeat = tx.add(self.make(Repeat, person_id=person)).id
        check_in = tx.add(self.make(CheckIn, person_id=person, starts_at=NOW, repeat_id=repeat)).id
        for _ in range(2):
            goal = tx.add(
                self.make(PlanItem, plan_id=plan, carried_from=gone, score=0.123, **served)
            ).id
            tx.add(ItemMotivator(item_id=goal, motivator_id=drive))
            for unseen in (drain, guessed, ended):
                tx.add(ItemMotivator(item_id=goal, motivator_id=unseen))
            result = tx.add(self.make(KeyResult, item_id=goal)).id
            tx.add(self.make(KeyResultValue, result_id=result, value=0.123, made_in=check_in))
            tx.add(self.make(Action, item_id=goal))
            tx.add(self.make(GoalChange, item_id=goal, made_in=check_in))
        for kind, link in ((AgendaItem, "covered_in"), (Promise, "made_in"), (Feedback, "made_in")):
            tx.add(self.make(kind, person_id=person, **{link: check_in}))
        tx.add(self.make(PlanSnapshot, plan_id=plan))
        tx.add(self.make(TextVersion, record_id=goal))
        tx.add(self.make(Template))
        tx.add(self.make(Trashed, record_id=goal))
        return plan


@contextmanager
def a_store() -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as folder:
        store = blank_store(Path(folder) / "store.db")
        yield store
        store.close()


def everything_in(content: bytes, form: str) -> str:
    """All that somebody can get out of a file, its properties too."""
    if form != "pdf":
        return content.decode()
    reader = PdfReader(io.BytesIO(content))
    words = [page.extract_text() for page in reader.pages]
    return "".join([*words, str(reader.metadata), str(reader.xmp_metadata)]).replace("\t", "")


@settings(max_examples=12, deadline=None)
@given(st.data())
def test_no_private_word_reaches_any_form_of_a_plan(
    qapp: QApplication, data: st.DataObject
) -> None:
    marker = Marker(data.draw)
    with a_store() as store:
        with store.edit("Fill") as tx:
            plan = marker.fill(tx)
        shared = plan_for_sharing(store, plan)
    for form in ("html", "md", "json", "pdf"):
        text = everything_in(plan_as(shared, form, TODAY), form)
        assert "open" in text
        assert PRIVATE not in text
        assert not re.search(r"(?<![\w.])0\.123", text)  # but for a fraction of a second


def test_every_kind_of_record_is_marked_above() -> None:
    marked = {
        Person, Question, DiscoveryNote, Motivator, Plan, PlanItem, ItemMotivator, KeyResult,
        CheckIn, AgendaItem, Promise, Aspiration, NoteMotivator, Objective, KeyResultValue, Action,
        GoalChange, Repeat, Feedback, Template, PlanSnapshot, TextVersion, Trashed, Draft,
        Idea, HandedOver, SameMeaning, Strike, PastRole,
    }  # fmt: skip
    assert marked == {*RECORDS, *loop.RECORDS}
    for kind, names in SHARED.items():
        assert names <= set(texts(kind)) - CATALOGUE[kind].private
    private = {(kind.__name__, name) for kind in RECORDS for name in texts(kind)}
    assert {
        ("DiscoveryNote", "my_reading"),
        ("PlanItem", "private_note"),
        ("CheckIn", "private_notes"),
        ("CheckIn", "temperature_words"),
        ("AgendaItem", "text"),
        ("Person", "recognition"),
        ("Plan", "summary"),
    } <= private
