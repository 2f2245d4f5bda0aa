"""The schema, as SQLAlchemy writes it; `domain.records` says what the columns mean."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, MetaData, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from careerdesk.data.mapping import table_name
from careerdesk.domain.records import Record

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Row(DeclarativeBase):
    """A table: a key that is never used twice, and an id that is unique everywhere."""

    metadata = MetaData(naming_convention=NAMING)

    @declared_attr.directive
    def __tablename__(cls) -> str:  # noqa: N805
        """The table is named after its class."""
        return table_name(cls)  # type: ignore[arg-type]

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, sort_order=-2)
    uid: Mapped[str] = mapped_column(unique=True, sort_order=-1)


def _parent(target: str, *, keep: bool = False) -> ForeignKey:
    """A reference that goes with its target, or with *keep* is emptied."""
    return ForeignKey(f"{target}.id", ondelete="SET NULL" if keep else "CASCADE")


class Person(Row):
    """A person."""

    external_id: Mapped[str]
    given_name: Mapped[str]
    family_name: Mapped[str]
    preferred_name: Mapped[str]
    pronouns: Mapped[str]
    email: Mapped[str]
    title: Mapped[str]
    level: Mapped[str]
    team: Mapped[str]
    place: Mapped[str]
    time_zone: Mapped[str]
    start_date: Mapped[str | None]
    last_promotion: Mapped[str | None]
    cadence_days: Mapped[int]
    longest_gap_days: Mapped[int]
    recognition: Mapped[str]
    feedback_style: Mapped[str]
    status: Mapped[str]
    leave_until: Mapped[str | None]
    relation: Mapped[str]
    rank: Mapped[int]
    archived_on: Mapped[str | None]


class Question(Row):
    """A question of the bank."""

    key: Mapped[str]
    lens: Mapped[str]
    text: Mapped[str]
    retired: Mapped[int]
    rank: Mapped[int]


class DiscoveryNote(Row):
    """A discovery note."""

    person_id: Mapped[int] = mapped_column(_parent("person"))
    question_id: Mapped[int | None] = mapped_column(_parent("question", keep=True))
    asked_on: Mapped[str]
    their_words: Mapped[str]
    my_reading: Mapped[str]

    __table_args__ = (
        Index(None, "person_id", "asked_on", "id"),
        Index(None, "question_id"),
    )


class Motivator(Row):
    """A motivator or drainer."""

    person_id: Mapped[int] = mapped_column(_parent("person"))
    name: Mapped[str]
    drive: Mapped[str]
    rank: Mapped[int]

    __table_args__ = (Index(None, "person_id", "rank"),)


class Plan(Row):
    """A plan."""

    person_id: Mapped[int] = mapped_column(_parent("person"))
    title: Mapped[str]
    starts_on: Mapped[str]
    ends_on: Mapped[str]
    state: Mapped[str]
    agreed_on: Mapped[str | None]
    closed_on: Mapped[str | None]
    summary: Mapped[str]

    __table_args__ = (Index(None, "person_id", "state", "starts_on"),)


class PlanItem(Row):
    """A plan item."""

    plan_id: Mapped[int] = mapped_column(_parent("plan"))
    horizon: Mapped[str]
    title: Mapped[str]
    state: Mapped[str]
    due_on: Mapped[str | None]
    committed: Mapped[int]
    for_person: Mapped[str]
    for_business: Mapped[str]
    private_note: Mapped[str]
    score: Mapped[float | None]
    score_words: Mapped[str]
    carried_from: Mapped[int | None] = mapped_column(_parent("plan_item", keep=True))
    touched_on: Mapped[str]
    rank: Mapped[int]

    __table_args__ = (
        Index(None, "plan_id", "horizon", "rank"),
        Index(None, "carried_from"),
    )


class ItemMotivator(Row):
    """Which motivators a plan item feeds."""

    item_id: Mapped[int] = mapped_column(_parent("plan_item"))
    motivator_id: Mapped[int] = mapped_column(_parent("motivator"))

    __table_args__ = (
        Index(None, "item_id", "motivator_id", unique=True),
        Index(None, "motivator_id"),
    )


class KeyResult(Row):
    """A key result."""

    item_id: Mapped[int] = mapped_column(_parent("plan_item"))
    name: Mapped[str]
    measure: Mapped[str]
    baseline: Mapped[float]
    target: Mapped[float]
    current: Mapped[float | None]
    unit: Mapped[str]
    rank: Mapped[int]

    __table_args__ = (Index(None, "item_id", "rank"),)


class CheckIn(Row):
    """A talk."""

    person_id: Mapped[int] = mapped_column(_parent("person"))
    kind: Mapped[str]
    state: Mapped[str]
    starts_at: Mapped[str]
    minutes: Mapped[int | None]
    forward_minutes: Mapped[int | None]
    shared_notes: Mapped[str]
    private_notes: Mapped[str]
    said: Mapped[int | None]
    sensed: Mapped[int | None]
    temperature_words: Mapped[str]

    __table_args__ = (
        Index(None, "person_id", "starts_at", "id"),
        Index(None, "person_id", "state", "starts_at"),
    )


class AgendaItem(Row):
    """A talking point."""

    person_id: Mapped[int] = mapped_column(_parent("person"))
    text: Mapped[str]
    owner: Mapped[str]
    private: Mapped[int]
    repeating: Mapped[int]
    carried: Mapped[int]
    covered_on: Mapped[str | None]
    covered_in: Mapped[int | None] = mapped_column(_parent("check_in", keep=True))
    rank: Mapped[int]

    __table_args__ = (
        Index(None, "person_id", "covered_on", "rank"),
        Index(None, "covered_in"),
    )


class Promise(Row):
    """A promise."""

    person_id: Mapped[int] = mapped_column(_parent("person"))
    text: Mapped[str]
    owner: Mapped[str]
    due_on: Mapped[str | None]
    done_on: Mapped[str | None]
    made_in: Mapped[int | None] = mapped_column(_parent("check_in", keep=True))

    __table_args__ = (
        Index(None, "person_id", "done_on", "due_on"),
        Index(None, "made_in"),
    )


for _table in Row.metadata.tables.values():
    _table.dialect_options["sqlite"]["autoincrement"] = True  # no key is used twice


def table_of(kind: type[Record]) -> Table:
    """The table that holds records of *kind*."""
    return Row.metadata.tables[table_name(kind)]
