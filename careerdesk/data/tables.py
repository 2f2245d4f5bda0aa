"""The schema, as SQLAlchemy writes it; `domain.records` says what the columns mean.

Tables of SQLAlchemy's core: its ORM would only repeat the records, and costs memory at start.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Double, ForeignKey, Index, Integer, MetaData, String, Table

from careerdesk.data.mapping import table_name
from careerdesk.domain.feedback import Feedback
from careerdesk.domain.loop import (
    Action,
    Aspiration,
    NoteMotivator,
    Objective,
    PlanSnapshot,
    Reading,
    Template,
    TextVersion,
    Trashed,
)
from careerdesk.domain.records import (
    AgendaItem,
    CheckIn,
    DiscoveryNote,
    ItemMotivator,
    KeyResult,
    Motivator,
    Person,
    Plan,
    PlanItem,
    Promise,
    Question,
    Record,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def table_of(kind: type[Record]) -> Table:
    """The table that holds records of *kind*."""
    return METADATA.tables[table_name(kind)]


def _table(kind: type[Record], *parts: Column[Any] | Index) -> None:
    """A table with a key that is never used twice and an id that is unique everywhere."""
    Table(
        table_name(kind),
        METADATA,
        Column("id", Integer, primary_key=True, autoincrement=True),
        Column("uid", String, nullable=False, unique=True),
        *parts,
        sqlite_autoincrement=True,
    )


def _text(name: str, *, empty: bool = False) -> Column[str]:
    return Column(name, String, nullable=empty)


def _whole(name: str, *, empty: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=empty)


def _real(name: str, *, empty: bool = False) -> Column[float]:
    return Column(name, Double, nullable=empty)


def _parent(name: str, kind: type[Record], *, keep: bool = False) -> Column[int]:
    """A reference that goes with its target, or with *keep* is emptied."""
    target = ForeignKey(f"{table_name(kind)}.id", ondelete="SET NULL" if keep else "CASCADE")
    return Column(name, Integer, target, nullable=keep)


_table(
    Person,
    _text("external_id"),
    _text("given_name"),
    _text("family_name"),
    _text("preferred_name"),
    _text("pronouns"),
    _text("email"),
    _text("title"),
    _text("level"),
    _text("team"),
    _text("place"),
    _text("time_zone"),
    _text("start_date", empty=True),
    _text("last_promotion", empty=True),
    _whole("cadence_days"),
    _whole("longest_gap_days"),
    _text("recognition"),
    _text("feedback_style"),
    _text("status"),
    _text("leave_until", empty=True),
    _text("relation"),
    _whole("rank"),
    _text("archived_on", empty=True),
)
_table(
    Question,
    _text("key"),
    _text("lens"),
    _text("text"),
    _text("question_set"),
    _whole("retired"),
    _whole("rank"),
)
_table(
    DiscoveryNote,
    _parent("person_id", Person),
    _parent("question_id", Question, keep=True),
    _text("asked_on"),
    _text("their_words"),
    _text("my_reading"),
    Index(None, "person_id", "asked_on", "id"),
    Index(None, "question_id"),
)
_table(
    Motivator,
    _parent("person_id", Person),
    _text("name"),
    _text("drive"),
    _whole("rank"),
    Index(None, "person_id", "rank"),
)
_table(
    Plan,
    _parent("person_id", Person),
    _text("title"),
    _text("starts_on"),
    _text("ends_on"),
    _text("state"),
    _text("agreed_on", empty=True),
    _text("closed_on", empty=True),
    _text("summary"),
    Index(None, "person_id", "state", "starts_on"),
)
_table(
    PlanItem,
    _parent("plan_id", Plan),
    _text("horizon"),
    _text("title"),
    _text("state"),
    _text("due_on", empty=True),
    _whole("committed"),
    _text("for_person"),
    _text("for_business"),
    _parent("aspiration_id", Aspiration, keep=True),
    _parent("objective_id", Objective, keep=True),
    _text("private_note"),
    _real("score", empty=True),
    _text("score_words"),
    _parent("carried_from", PlanItem, keep=True),
    _text("touched_on"),
    _whole("rank"),
    Index(None, "plan_id", "horizon", "rank"),
    Index(None, "carried_from"),
    Index(None, "aspiration_id"),
    Index(None, "objective_id"),
)
_table(
    ItemMotivator,
    _parent("item_id", PlanItem),
    _parent("motivator_id", Motivator),
    Index(None, "item_id", "motivator_id", unique=True),
    Index(None, "motivator_id"),
)
_table(
    KeyResult,
    _parent("item_id", PlanItem),
    _text("name"),
    _text("measure"),
    _real("baseline"),
    _real("target"),
    _real("current", empty=True),
    _text("unit"),
    _whole("rank"),
    Index(None, "item_id", "rank"),
)
_table(
    CheckIn,
    _parent("person_id", Person),
    _text("kind"),
    _text("state"),
    _text("starts_at"),
    _whole("minutes", empty=True),
    _whole("forward_minutes", empty=True),
    _text("forward_since", empty=True),
    _text("shared_notes"),
    _text("private_notes"),
    _whole("said", empty=True),
    _whole("sensed", empty=True),
    _text("temperature_words"),
    Index(None, "person_id", "starts_at", "id"),
    Index(None, "person_id", "state", "starts_at"),
)
_table(
    AgendaItem,
    _parent("person_id", Person),
    _text("text"),
    _text("owner"),
    _whole("private"),
    _whole("repeating"),
    _whole("carried"),
    _text("covered_on", empty=True),
    _parent("covered_in", CheckIn, keep=True),
    _whole("rank"),
    Index(None, "person_id", "covered_on", "rank"),
    Index(None, "covered_in"),
)
_table(
    Promise,
    _parent("person_id", Person),
    _text("text"),
    _text("owner"),
    _text("due_on", empty=True),
    _text("done_on", empty=True),
    _parent("made_in", CheckIn, keep=True),
    Index(None, "person_id", "done_on", "due_on"),
    Index(None, "made_in"),
)
_table(
    Aspiration,
    _parent("person_id", Person),
    _text("reach"),
    _text("statement"),
    _text("state"),
    _text("valid_from"),
    _text("valid_to", empty=True),
    _parent("follows", Aspiration, keep=True),
    _whole("rank"),
    Index(None, "person_id", "rank"),
    Index(None, "follows"),
)
_table(
    NoteMotivator,
    _parent("note_id", DiscoveryNote),
    _parent("motivator_id", Motivator),
    Index(None, "note_id", "motivator_id", unique=True),
    Index(None, "motivator_id"),
)
_table(
    Objective,
    _text("title"),
    _text("measure"),
    _text("starts_on", empty=True),
    _text("ends_on", empty=True),
    _whole("retired"),
    _whole("rank"),
)
_table(
    Reading,
    _parent("result_id", KeyResult),
    _text("read_on"),
    _real("value"),
    _whole("confidence", empty=True),
    _text("note"),
    _parent("made_in", CheckIn, keep=True),
    Index(None, "result_id", "read_on", "id"),
    Index(None, "made_in"),
)
_table(
    Action,
    _parent("item_id", PlanItem),
    _text("text"),
    _text("owner"),
    _text("due_on", empty=True),
    _text("done_on", empty=True),
    _whole("rank"),
    Index(None, "item_id", "rank"),
)
_table(
    Feedback,
    _parent("person_id", Person),
    _text("way"),
    _text("tone"),
    _text("given_on", empty=True),
    _text("from_whom"),
    _text("situation"),
    _text("behaviour"),
    _text("impact"),
    _parent("made_in", CheckIn, keep=True),
    Index(None, "person_id", "given_on", "id"),
    Index(None, "made_in"),
)
_table(
    Template,
    _text("kind"),
    _text("name"),
    _text("body"),
)
_table(
    PlanSnapshot,
    _parent("plan_id", Plan),
    _text("before"),
    _text("body"),
    Index(None, "plan_id", "before", unique=True),
)
_table(
    TextVersion,
    _text("kind"),
    _whole("record_id"),
    _text("field"),
    _text("replaced_at"),
    _text("text"),
    Index(None, "kind", "record_id", "field", "replaced_at"),
)
_table(
    Trashed,
    _text("kind"),
    _whole("record_id"),
    _parent("person_id", Person, keep=True),
    _text("deleted_at"),
    _text("body"),
    Index(None, "deleted_at"),
    Index(None, "person_id"),
)
