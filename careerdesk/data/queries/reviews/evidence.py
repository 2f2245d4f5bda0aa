"""Reading what may be cited in a review: nothing private has a column here.

What a career conversation said is no evidence, whoever asks: neither its notes nor what was noted
down while it went on. Of goals, only those that may be cited have a row here.
"""

from __future__ import annotations

import sqlite3
from datetime import date

from careerdesk.data.mapping import instant
from careerdesk.dataclass import dataclass
from careerdesk.domain.moments import local_of

MOST = 2_000  # characters of a note; one more tells that there are more

CHECK_INS = f"""
SELECT id, starts_at, noted_on, kind, substr(shared_notes, 1, {MOST + 1}), utc_offset FROM check_in
WHERE person_id = ?1 AND state = 'held' AND kind <> 'career'
    AND starts_at >= date(?2, '-2 days') AND starts_at < date(?3, '+2 days')
    AND shared_notes <> ''
"""
_NOT_IN_CAREER = """NOT {of}.of_career AND NOT EXISTS (
    SELECT 1 FROM check_in c WHERE c.id = {of}.made_in AND c.kind = 'career')"""
FEEDBACK = f"""
SELECT f.id, f.given_on, f.noted_on, f.tone, f.way, f.from_whom, f.situation, f.behaviour, f.impact
FROM feedback f
WHERE f.person_id = ?1 AND f.given_on >= ?2 AND f.given_on < ?3
    AND {_NOT_IN_CAREER.format(of="f")}
"""
ACCOMPLISHMENTS = """
SELECT id, done_on, what, context, impact FROM accomplishment
WHERE person_id = ?1 AND done_on >= ?2 AND done_on < ?3
"""
# A goal that was carried over is one goal: what is settled on its newest form counts for all of it.
_MAY_BE_CITED = """
WITH RECURSIVE citable(id) AS (
    SELECT i.id FROM plan p JOIN plan_item i ON i.plan_id = p.id
    WHERE p.person_id = ?1 AND i.may_be_cited AND NOT i.personal
        AND NOT EXISTS (SELECT 1 FROM plan_item n WHERE n.carried_from = i.id)
    UNION SELECT i.carried_from FROM citable m JOIN plan_item i ON i.id = m.id
    WHERE i.carried_from IS NOT NULL
)
"""
GOALS = f"""
{_MAY_BE_CITED}
SELECT i.id, i.reached_on, i.title, i.for_business, i.score FROM citable m
JOIN plan_item i ON i.id = m.id
WHERE i.state = 'done' AND i.reached_on >= ?2 AND i.reached_on < ?3 AND NOT i.personal
"""
# By the plus the index on what was copied is left alone: nearly every reading is in it as null.
VALUES_READ = f"""
{_MAY_BE_CITED}
SELECT r.id, r.read_on, i.title, k.name, k.measure, r.value, coalesce(r.target, k.target), k.unit
FROM citable m
JOIN plan_item i ON i.id = m.id AND NOT i.personal JOIN key_result k ON k.item_id = i.id
JOIN reading r ON r.result_id = k.id
WHERE r.read_on >= ?2 AND r.read_on < ?3 AND +r.copied_from IS NULL
    AND {_NOT_IN_CAREER.format(of="r")}
"""
IS_CITABLE = f"""
{_MAY_BE_CITED}
SELECT EXISTS (SELECT 1 FROM citable m JOIN plan_item i ON i.id = m.id
    WHERE m.id = ?2 AND NOT i.personal)
"""
IS_CITED = """
SELECT EXISTS (SELECT 1 FROM review r JOIN evidence e ON e.review_id = r.id
    WHERE r.person_id = ? AND e.source = ? AND e.source_id = ?)
"""


@dataclass(frozen=True, slots=True)
class CheckInFound:
    """A check-in that was held, with the beginning of its shared notes."""

    id: int
    on: date
    noted: date | None
    kind: str
    notes: str


@dataclass(frozen=True, slots=True)
class FeedbackFound:
    """Feedback that was given or heard."""

    id: int
    on: date
    noted: date | None
    tone: str
    way: str
    from_whom: str
    situation: str
    behaviour: str
    impact: str


@dataclass(frozen=True, slots=True)
class AccomplishmentFound:
    """Something the person did."""

    id: int
    on: date
    what: str
    context: str
    impact: str


@dataclass(frozen=True, slots=True)
class GoalFound:
    """A goal that was reached and may be cited."""

    id: int
    on: date
    title: str
    for_business: str
    score: float | None


@dataclass(frozen=True, slots=True)
class ValueFound:
    """What a key result stood at."""

    id: int
    on: date
    goal: str
    name: str
    measure: str
    value: float
    target: float
    unit: str


Found = CheckInFound | FeedbackFound | AccomplishmentFound | GoalFound | ValueFound
_KINDS: tuple[tuple[str, type[Found]], ...] = (
    (CHECK_INS, CheckInFound), (FEEDBACK, FeedbackFound), (ACCOMPLISHMENTS, AccomplishmentFound),
    (GOALS, GoalFound), (VALUES_READ, ValueFound),
)  # fmt: skip


_NOTED = (CheckInFound, FeedbackFound)  # which may be written down on a later day


def found(connection: sqlite3.Connection, person_id: int, since: date, before: date) -> list[Found]:
    """All that happened from *since* on, before *before*; a check-in has the day of its place."""
    happened: list[Found] = []
    between = (person_id, since.isoformat(), before.isoformat())
    for sql, kind in _KINDS:
        for row in connection.execute(sql, between):
            values = list(row)
            offset = values.pop() if kind is CheckInFound else None
            values[1] = _day(values[1], offset)
            if kind in _NOTED and values[2] is not None:
                values[2] = date.fromisoformat(values[2])
            if since <= values[1] < before:
                happened.append(kind(*values))
    return happened


def is_citable(connection: sqlite3.Connection, person_id: int, item_id: int) -> bool:
    """Whether it was settled with a person that this goal of theirs may be cited."""
    return bool(connection.execute(IS_CITABLE, (person_id, item_id)).fetchone()[0])


def is_cited(connection: sqlite3.Connection, person_id: int, source: str, source_id: int) -> bool:
    """Whether any review of a person cites this."""
    return bool(connection.execute(IS_CITED, (person_id, source, source_id)).fetchone()[0])


def _day(text: str, offset: int | None) -> date:
    """A day, or that of an instant at its place."""
    return local_of(instant(text), offset).date() if "T" in text else date.fromisoformat(text)
