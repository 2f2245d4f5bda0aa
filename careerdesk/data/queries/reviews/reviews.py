"""Reading cycles and the reviews in them."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any, TypeVar

from careerdesk.data.mapping import (
    build,
    columns,
    field_names,
    instant,
    instant_text,
    table_name,
)
from careerdesk.domain.records import Person, Record
from careerdesk.domain.reviews.records import (
    NO_DAY,
    NO_MOMENT,
    Accomplishment,
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
    Seal,
    SharedSheet,
)
from careerdesk.domain.reviews.stages import ReviewFacts

R = TypeVar("R", bound=Record)
B = TypeVar("B", Seal, Calibration)

MOMENTS = ("sealed_at", "opened_at")
LONG = timedelta(days=365 * 1900)

CYCLES = f"SELECT {columns(ReviewCycle)} FROM review_cycle"
STEPS = f"SELECT {columns(RatingLevel)} FROM rating_step WHERE cycle_id = ? ORDER BY rank, id"
CRITERIA = f"SELECT {columns(Criterion)} FROM criterion WHERE cycle_id = ? ORDER BY rank, id"
REVIEWS = f"SELECT {columns(Review)} FROM review WHERE cycle_id = ?"
FACTS_IN = f"""
SELECT {columns(Review, "r")}, (SELECT count(*) FROM evidence e WHERE e.review_id = r.id
    AND NOT EXISTS (SELECT 1 FROM evidence f WHERE f.review_id = r.id AND f.id < e.id
        AND f.source = e.source AND f.source_id = e.source_id))
FROM review r WHERE r.cycle_id = ?
"""
REVIEW_OF = f"SELECT {columns(Review)} FROM review WHERE cycle_id = ? AND person_id = ?"
OF_PERSON = f"SELECT {columns(Review)} FROM review WHERE person_id = ?"
PEOPLE_IN = f"""
SELECT {columns(Person, "p")} FROM review r JOIN person p ON p.id = r.person_id
WHERE r.cycle_id = ?
"""
SEALS_IN = f"""
SELECT {columns(Seal, "s")} FROM review r JOIN seal s ON s.review_id = r.id
WHERE r.cycle_id = ? AND s.opened_at IS NULL
"""
ROUNDS_IN = f"""
SELECT {columns(Calibration, "c")} FROM review r JOIN calibration c ON c.review_id = r.id
WHERE r.cycle_id = ?
"""
ANSWERS_IN = """
SELECT p.review_id, p.received_on FROM review r JOIN peer_feedback p ON p.review_id = r.id
WHERE r.cycle_id = ? AND p.voice = 'peer'
"""
CURRENT_SEAL = f"""
SELECT {columns(Seal)} FROM seal WHERE review_id = ? AND opened_at IS NULL ORDER BY id
"""
ANSWERS = """
SELECT review_id, received_on FROM peer_feedback WHERE review_id = ? AND voice = 'peer'
"""
SEALS = f"SELECT {columns(Seal)} FROM seal WHERE review_id = ? ORDER BY id"
SHEETS = f"SELECT {columns(SharedSheet)} FROM shared_sheet WHERE review_id = ? ORDER BY id"
ROUNDS = f"SELECT {columns(Calibration)} FROM calibration WHERE review_id = ? ORDER BY id"
PEERS = f"SELECT {columns(PeerFeedback)} FROM peer_feedback WHERE review_id = ? ORDER BY id"
CITED = f"SELECT {columns(Evidence)} FROM evidence WHERE review_id = ? ORDER BY id"
OUTCOME = f"SELECT {columns(Outcome)} FROM outcome WHERE review_id = ?"
POINTS = f"""
SELECT {columns(PromotionPoint)} FROM promotion_point WHERE outcome_id = ? ORDER BY rank, id
"""
ACCOMPLISHMENTS = f"""
SELECT {columns(Accomplishment)} FROM accomplishment
WHERE person_id = ? AND done_on BETWEEN ? AND ? ORDER BY done_on DESC, id DESC
"""
SPEAKS_FOR = """
SELECT l.accomplishment_id, l.criterion_id, l.id FROM criterion c
JOIN accomplishment_criterion l ON l.criterion_id = c.id WHERE c.cycle_id = ?
"""
# A goal is called as it went over: what became of its words since is of the other room. The first
# words of a text are always kept.
_AS_IT_WENT = """coalesce((SELECT v.text FROM text_version v
    WHERE v.kind = 'plan_item' AND v.record_id = i.id AND v.field = 'title'
    ORDER BY v.replaced_at, v.id LIMIT 1), i.title)"""
GONE_OVER = f"""
SELECT {_AS_IT_WENT} FROM crossing c JOIN plan_item i ON i.id = c.target_id
WHERE c.person_id = ? AND c.source_id = ? AND c.kind = 'gap' ORDER BY c.id
"""
WENT_AS = f"SELECT {_AS_IT_WENT} FROM plan_item i WHERE i.id = ?"
CROSSINGS = f"SELECT {columns(Crossing)} FROM crossing WHERE person_id = ? ORDER BY id DESC"
IN_USE = """
SELECT EXISTS (SELECT 1 FROM review WHERE self_step = ?1)
    OR EXISTS (SELECT 1 FROM review WHERE proposed_step = ?1)
    OR EXISTS (SELECT 1 FROM review WHERE final_step = ?1)
    OR EXISTS (SELECT 1 FROM calibration WHERE step_id = ?1)
"""
CAREER_CONVERSATION_SINCE = """
SELECT state, starts_at, utc_offset FROM check_in
WHERE person_id = ?1 AND state IN ('held', 'planned', 'running') AND kind = 'career'
    AND starts_at >= ?2 AND (state <> 'planned' OR starts_at >= ?3)
"""


def cycles(connection: sqlite3.Connection) -> list[ReviewCycle]:
    """Every cycle, the one that ends last first."""
    found = [build(ReviewCycle, row) for row in connection.execute(CYCLES)]
    return sorted(found, key=lambda one: (one.ends_on, one.id), reverse=True)


def steps(connection: sqlite3.Connection, cycle_id: int) -> list[RatingLevel]:
    """The scale of a cycle, the highest step first."""
    return _all(connection, RatingLevel, STEPS, cycle_id)


def criteria(connection: sqlite3.Connection, cycle_id: int) -> list[Criterion]:
    """What the scale of a cycle looks at."""
    return _all(connection, Criterion, CRITERIA, cycle_id)


def review_of(connection: sqlite3.Connection, cycle_id: int, person_id: int) -> Review | None:
    """The review of a person in a cycle."""
    row = connection.execute(REVIEW_OF, (cycle_id, person_id)).fetchone()
    return build(Review, row) if row else None


def of_person(connection: sqlite3.Connection, person_id: int) -> list[Review]:
    """A person's reviews in all cycles."""
    return _all(connection, Review, OF_PERSON, person_id)


def reviews(connection: sqlite3.Connection, cycle_id: int) -> list[Review]:
    """The reviews of a cycle, those who are left out too."""
    return _all(connection, Review, REVIEWS, cycle_id)


def seals(connection: sqlite3.Connection, review_id: int) -> list[Seal]:
    """The seals of a review, those that were opened again too, the oldest first."""
    return _seals(connection, SEALS, review_id)


def rounds(connection: sqlite3.Connection, review_id: int) -> list[Calibration]:
    """The rounds of calibration, the first one first."""
    return _all(connection, Calibration, ROUNDS, review_id)


def peers(connection: sqlite3.Connection, review_id: int) -> list[PeerFeedback]:
    """What others were asked for, in the order in which they were asked."""
    return _all(connection, PeerFeedback, PEERS, review_id)


def cited(connection: sqlite3.Connection, review_id: int) -> list[Evidence]:
    """What a review cites, in the order of its numbers; what is cited twice has one number.

    (That can be after an earlier citation came back from the trash.)
    """
    first: dict[tuple[str, int], Evidence] = {}
    for one in _all(connection, Evidence, CITED, review_id):
        first.setdefault((one.source, one.source_id), one)
    return list(first.values())


def twins(connection: sqlite3.Connection, evidence: Evidence) -> list[int]:
    """The citations of the same thing in the same review, this one too."""
    return [
        one.id
        for one in _all(connection, Evidence, CITED, evidence.review_id)
        if (one.source, one.source_id) == (evidence.source, evidence.source_id)
    ]


def outcome(connection: sqlite3.Connection, review_id: int) -> Outcome | None:
    """What a review leads to, if that was said."""
    row = connection.execute(OUTCOME, (review_id,)).fetchone()
    return build(Outcome, row) if row else None


def points(connection: sqlite3.Connection, outcome_id: int) -> list[PromotionPoint]:
    """The criteria of a promotion case."""
    return _all(connection, PromotionPoint, POINTS, outcome_id)


def accomplishments(
    connection: sqlite3.Connection, person_id: int, since: str, until: str
) -> list[Accomplishment]:
    """What a person did in a period, the newest first."""
    return _all(connection, Accomplishment, ACCOMPLISHMENTS, person_id, since, until)


def speaks_for(connection: sqlite3.Connection, cycle_id: int) -> dict[int, dict[int, int]]:
    """By accomplishment, the criteria of a cycle it speaks for, with the id of each link."""
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for accomplishment, criterion, link in connection.execute(SPEAKS_FOR, (cycle_id,)):
        found[accomplishment][criterion] = link
    return found


def crossings(connection: sqlite3.Connection, person_id: int) -> list[Crossing]:
    """What went from one room into the other, the last one first."""
    return _all(connection, Crossing, CROSSINGS, person_id)


def goals_gone_over(connection: sqlite3.Connection, review: Review) -> list[str]:
    """The gaps of a review that went into the plan and are still there, as they were then."""
    rows = connection.execute(GONE_OVER, (review.person_id, review.id))
    return [str(row[0]) for row in rows]


def went_as(connection: sqlite3.Connection, item_id: int) -> str:
    """What a goal was called when it was made of a gap; "" if it is not there any more."""
    row = connection.execute(WENT_AS, (item_id,)).fetchone()
    return str(row[0]) if row else ""


def sheets(connection: sqlite3.Connection, review_id: int) -> list[SharedSheet]:
    """What was shared of a review, in the order in which it was.

    Also such as were changed from outside: `NO_DAY` stands for what is no day.
    """
    return [build(SharedSheet, _with_day(row)) for row in connection.execute(SHEETS, (review_id,))]


def _with_day(row: Sequence[Any]) -> list[Any]:
    return [
        NO_DAY.isoformat() if name == "shared_on" and not _is_day(value) else value
        for name, value in zip(field_names(SharedSheet), row, strict=True)
    ]


def _is_day(text: object) -> bool:
    try:
        return bool(date.fromisoformat(str(text)))
    except ValueError:
        return False


def level_in_use(connection: sqlite3.Connection, step_id: int) -> bool:
    """Whether any rating stands on a step."""
    return bool(connection.execute(IN_USE, (step_id,)).fetchone()[0])


def career_conversation_since(
    connection: sqlite3.Connection, person_id: int, moment: str, today: str
) -> tuple[str, str, int | None] | None:
    """State, start and offset of the first career conversation since a moment, a held one first.

    One that was missed before *today* began does not count.
    """
    found: list[tuple[str, str, int | None]] = connection.execute(
        CAREER_CONVERSATION_SINCE, (person_id, moment, today)
    ).fetchall()
    return min(found, key=lambda check_in: (check_in[0] != "held", check_in[1]), default=None)


def facts(connection: sqlite3.Connection, review: Review) -> ReviewFacts:
    """All that decides where a review stands.

    `changed` is left to who knows the scale, and `cited` to who has read what is cited.
    """
    return _facts(
        review,
        _seals(connection, CURRENT_SEAL, review.id),
        rounds(connection, review.id),
        [day for _, day in connection.execute(ANSWERS, (review.id,))],
    )


def facts_in(connection: sqlite3.Connection, cycle_id: int) -> list[ReviewFacts]:
    """The same for all reviews of a cycle, by as many statements for forty people as for one."""
    fixed = _by_review(_seals(connection, SEALS_IN, cycle_id))
    held = _by_review(_all(connection, Calibration, ROUNDS_IN, cycle_id))
    answers: dict[int, list[str | None]] = defaultdict(list)
    for review_id, day in connection.execute(ANSWERS_IN, (cycle_id,)):
        answers[review_id].append(day)
    found = []
    for *row, cited in connection.execute(FACTS_IN, (cycle_id,)):
        one = build(Review, row)
        parts = (fixed.get(one.id, ()), held.get(one.id, ()), answers.get(one.id, ()))
        found.append(_facts(one, *parts, cited))
    return found


def people_in(connection: sqlite3.Connection, cycle_id: int) -> dict[int, Person]:
    """Everyone who has a review in a cycle, by id."""
    found = _all(connection, Person, PEOPLE_IN, cycle_id)
    return {person.id: person for person in found}


def _by_review(found: Iterable[B]) -> dict[int, list[B]]:
    sorted_out: dict[int, list[B]] = defaultdict(list)
    for one in sorted(found, key=lambda record: record.id):
        sorted_out[one.review_id].append(one)
    return sorted_out


def _facts(
    review: Review,
    current: Sequence[Seal],
    held: Sequence[Calibration],
    answers: Sequence[str | None],
    cited: int = 0,
) -> ReviewFacts:
    received = [date.fromisoformat(day) for day in answers if day]
    return ReviewFacts(
        review,
        current[-1] if current else None,
        tuple(held),
        len(answers),
        len(received),
        max(received, default=None),
        len(review.narrative.split()),
        cited,
    )


def _all(connection: sqlite3.Connection, kind: type[R], sql: str, *values: Any) -> list[R]:
    return [build(kind, row) for row in connection.execute(sql, values)]


def _seals(connection: sqlite3.Connection, sql: str, key: int) -> list[Seal]:
    """Seals, also such as were changed from outside, so that their review can say so."""
    return [build(Seal, _readable(row)) for row in connection.execute(sql, (key,))]


def _readable(row: Sequence[Any]) -> list[Any]:
    """A row of a seal with `NO_MOMENT` in place of what is no moment."""
    return [
        instant_text(NO_MOMENT) if name in MOMENTS and not _is_moment(value) else value
        for name, value in zip(field_names(Seal), row, strict=True)
    ]


def _is_moment(text: str | None) -> bool:
    """Whether a moment can be read, and shown by the clock of any place."""
    try:
        return text is None or abs(instant(text) - NO_MOMENT) < LONG
    except (ValueError, TypeError):
        return False


def last_rank(
    connection: sqlite3.Connection, kind: type[Record], owner: str, key: int
) -> int | None:
    """The greatest rank among the rows of *kind* whose column *owner* is *key*."""
    sql = f"SELECT max(rank) FROM {table_name(kind)} WHERE {owner} = ?"
    found: int | None = connection.execute(sql, (key,)).fetchone()[0]
    return found
