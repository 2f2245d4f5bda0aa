"""Reading check-ins, agendas and promises. Lists never read whole notes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from careerdesk.data.mapping import build, columns, field_names, instant, instant_text, table_name
from careerdesk.domain.feedback import Feedback
from careerdesk.domain.loop import KeyResultValue
from careerdesk.domain.moments import local_of
from careerdesk.domain.records import (
    AgendaItem,
    CheckIn,
    CheckInKind,
    CheckInState,
    LookedAhead,
    Person,
    Promise,
    Repeat,
)
from careerdesk.domain.views import CheckInLine, Temperature

if TYPE_CHECKING:
    from careerdesk.domain.charts import CheckInFact

_CHECK_IN = columns(CheckIn)
_WITH = len(field_names(Person))
_ROW = """
SELECT c.id, c.person_id, c.starts_at, c.kind, c.state, c.minutes, c.forward_minutes,
    substr(c.shared_notes, 1, 400), c.private_notes <> '' OR c.temperature_words <> '',
    c.said, c.sensed, (SELECT count(*) FROM promise r WHERE r.made_in = c.id),
    c.utc_offset, c.looked_ahead, c.noted_on, c.reason
FROM check_in c WHERE c.person_id = ?
"""

IN_STATE = f"""
SELECT {_CHECK_IN} FROM check_in WHERE person_id = ? AND state = ? ORDER BY starts_at, id
"""
LAST_HELD = f"""
SELECT {_CHECK_IN} FROM check_in WHERE person_id = ? AND state = 'held'
ORDER BY starts_at DESC, id DESC LIMIT 1
"""
NEWEST = (
    f"{_ROW} AND c.state IN ('held', 'skipped', 'cancelled') "
    "ORDER BY c.starts_at DESC, c.id DESC LIMIT ?"
)
OLDER = (
    f"{_ROW} AND (c.starts_at, c.id) < (?, ?) AND c.state IN ('held', 'skipped', 'cancelled') "
    "ORDER BY c.starts_at DESC, c.id DESC LIMIT ?"
)
TEMPERATURES = """
SELECT starts_at, utc_offset, said, sensed FROM check_in WHERE person_id = ? AND state = 'held'
ORDER BY starts_at DESC, id DESC LIMIT ?
"""
FACTS = """
SELECT starts_at, utc_offset, said, sensed, kind, looked_ahead, coalesce(forward_minutes, 0)
FROM check_in WHERE person_id = ? AND state = 'held' AND starts_at >= ? ORDER BY starts_at
"""
PLANNED = """
SELECT c.starts_at FROM person p CROSS JOIN check_in c
ON c.person_id = p.id AND c.state = 'planned' AND c.starts_at > ? AND c.starts_at <= ?
WHERE p.archived_on IS NULL
"""
REPEAT = f"SELECT {columns(Repeat)} FROM repeat WHERE person_id = ? ORDER BY id LIMIT 1"
LAST_MADE_FOR = "SELECT max(made_for) FROM check_in WHERE repeat_id = ?"
NEAR = f"""
SELECT {columns(Person, "p")}, {columns(CheckIn, "c")} FROM json_each(?) s
CROSS JOIN person p CROSS JOIN check_in c ON c.person_id = p.id AND c.state = 'planned'
AND c.starts_at BETWEEN json_extract(s.value, '$[0]') AND json_extract(s.value, '$[1]')
WHERE p.archived_on IS NULL
"""
RUNNING = f"""
SELECT {columns(CheckIn, "c")} FROM person p CROSS JOIN check_in c
ON c.person_id = p.id AND c.state = 'running' WHERE p.archived_on IS NULL
"""
SENSED = """
SELECT 1 FROM person p CROSS JOIN check_in c ON c.person_id = p.id AND c.state = 'held'
WHERE c.sensed IS NOT NULL LIMIT 1
"""
AGENDA = f"""
SELECT {columns(AgendaItem)} FROM agenda_item
WHERE person_id = ?1 AND (covered_on IS NULL OR covered_in = ?2) ORDER BY rank, id
"""
COVERED = f"SELECT {columns(AgendaItem)} FROM agenda_item WHERE covered_in = ? ORDER BY rank, id"
AGENDA_AT_END = f"""
SELECT {columns(AgendaItem)} FROM agenda_item
WHERE person_id = ?1 AND (covered_on IS NULL OR covered_in = ?2
OR (repeating AND covered_in IS NULL AND covered_on >= coalesce((
SELECT date(substr(max(starts_at), 1, 10), '-1 day') FROM check_in
WHERE person_id = ?1 AND state = 'held' AND kind <> 'career'), ''))) ORDER BY rank, id
"""
NOTED_IN = {
    kind: f"SELECT id FROM {table_name(kind)} WHERE made_in = ? AND NOT of_career ORDER BY id"
    for kind in (KeyResultValue, Feedback)
}
LAST_AGENDA_RANK = "SELECT max(rank) FROM agenda_item WHERE person_id = ?"
OPEN_PROMISES = f"""
SELECT {columns(Promise)} FROM promise WHERE person_id = ? AND done_on IS NULL
"""
PROMISES = f"SELECT {columns(Promise)} FROM promise WHERE person_id = ?"
MADE_IN = f"SELECT {columns(Promise)} FROM promise WHERE made_in = ? ORDER BY id"


def in_state(connection: sqlite3.Connection, person_id: int, state: CheckInState) -> list[CheckIn]:
    """A person's check-ins in one state, the earliest first."""
    return [build(CheckIn, row) for row in connection.execute(IN_STATE, (person_id, state))]


def repeat_of(connection: sqlite3.Connection, person_id: int) -> Repeat | None:
    """The repeat of a person."""
    row = connection.execute(REPEAT, (person_id,)).fetchone()
    return build(Repeat, row) if row else None


def last_made_for(connection: sqlite3.Connection, repeat_id: int) -> date | None:
    """The last day that a repeat wrote a check-in for, whatever became of it."""
    found: str | None = connection.execute(LAST_MADE_FOR, (repeat_id,)).fetchone()[0]
    return date.fromisoformat(found) if found else None


def near(
    connection: sqlite3.Connection, spans: Sequence[tuple[datetime, datetime]]
) -> list[tuple[Person, CheckIn]]:
    """The planned check-ins of all people who are there, with whom they are, the earliest first.

    Each lies in one of the spans between two moments, and is given once.
    """
    told = json.dumps([(instant_text(first), instant_text(last)) for first, last in spans])
    pairs = [
        (build(Person, row), build(CheckIn, row, _WITH))
        for row in {row[_WITH]: row for row in connection.execute(NEAR, (told,))}.values()
    ]
    return sorted(pairs, key=lambda pair: (pair[1].starts_at, pair[1].id))


def every_running(connection: sqlite3.Connection) -> list[CheckIn]:
    """The check-ins that are going on with people who are there, the earliest first."""
    found = [build(CheckIn, row) for row in connection.execute(RUNNING)]
    return sorted(found, key=lambda check_in: check_in.started_at or check_in.starts_at)


def ever_sensed(connection: sqlite3.Connection) -> bool:
    """Whether there is a check-in with a temperature that was sensed."""
    return connection.execute(SENSED).fetchone() is not None


def last_held(connection: sqlite3.Connection, person_id: int) -> CheckIn | None:
    """The last check-in that took place."""
    row = connection.execute(LAST_HELD, (person_id,)).fetchone()
    return build(CheckIn, row) if row else None


def history(
    connection: sqlite3.Connection, person_id: int, before: tuple[str, int] | None, limit: int
) -> list[CheckInLine]:
    """A page of the history, the newest first: what is older than *before*."""
    if before is None:
        rows = connection.execute(NEWEST, (person_id, limit))
    else:
        rows = connection.execute(OLDER, (person_id, *before, limit))
    return with_changes(connection, person_id, [check_in_row(row) for row in rows])


def with_changes(
    connection: sqlite3.Connection, person_id: int, rows: list[CheckInLine]
) -> list[CheckInLine]:
    """Lines of the history, the newest first, with what changed in the plan in each check-in."""
    if not rows:
        return rows
    from careerdesk.data.queries import goal_changes  # late: the first page shows no history

    changed = goal_changes.of_check_ins(
        connection, person_id, rows[-1].starts_at, rows[0].starts_at
    )
    return [replace(row, changed=changed[row.id]) if row.id in changed else row for row in rows]


def check_in_row(row: Sequence[Any]) -> CheckInLine:
    """A line of the history from the columns of `NEWEST`, which are its fields but the last."""
    return build(CheckInLine, (*row, ()))


def page_key(row: CheckInLine) -> tuple[str, int]:
    """Where the next page begins after *row*."""
    return instant_text(row.starts_at), row.id


def temperatures(
    connection: sqlite3.Connection, person_id: int, limit: int
) -> tuple[Temperature, ...]:
    """How the last check-ins felt, the oldest first."""
    rows = connection.execute(TEMPERATURES, (person_id, limit)).fetchall()
    return tuple(Temperature(day_of(row[0], row[1]), row[2], row[3]) for row in reversed(rows))


def facts(connection: sqlite3.Connection, person_id: int, since: datetime) -> list[CheckInFact]:
    """What the charts show of the check-ins held since a moment, the oldest first."""
    from careerdesk.domain.balance import Held  # late: few pages show charts
    from careerdesk.domain.charts import fact_of

    rows = connection.execute(FACTS, (person_id, instant_text(since)))
    return [
        fact_of(
            Held(
                person_id=person_id,
                kind=CheckInKind(kind),
                on=day_of(start, offset),
                looked_ahead=None if ahead is None else LookedAhead(ahead),
                forward_minutes=forward,
            ),
            said,
            sensed,
        )
        for start, offset, said, sensed, kind, ahead, forward in rows
    ]


def planned_between(
    connection: sqlite3.Connection, after: datetime, until: datetime
) -> list[datetime]:
    """When the planned check-ins of all people begin, after one moment and up to another."""
    rows = connection.execute(PLANNED, (instant_text(after), instant_text(until)))
    return sorted(instant(row[0]) for row in rows)


def agenda(
    connection: sqlite3.Connection, person_id: int, running_id: int | None
) -> list[AgendaItem]:
    """What is open, and what the running check-in has covered already, in its order."""
    rows = connection.execute(AGENDA, (person_id, running_id))
    return [build(AgendaItem, row) for row in rows]


def covered(connection: sqlite3.Connection, checkin_id: int) -> list[AgendaItem]:
    """What a check-in covered."""
    return [build(AgendaItem, row) for row in connection.execute(COVERED, (checkin_id,))]


def agenda_at_end(
    connection: sqlite3.Connection, person_id: int, running_id: int
) -> list[AgendaItem]:
    """The same, with what comes up every time and was ticked in no check-in since the last one.

    Of the last one with an agenda; its day is that of Greenwich, so the day before counts as well.
    """
    rows = connection.execute(AGENDA_AT_END, (person_id, running_id))
    return [build(AgendaItem, row) for row in rows]


def noted_in(
    connection: sqlite3.Connection, kind: type[KeyResultValue | Feedback], checkin_id: int
) -> list[int]:
    """What of a kind was noted down in a check-in and is not known as of a career conversation."""
    return [int(row[0]) for row in connection.execute(NOTED_IN[kind], (checkin_id,))]


def last_agenda_rank(connection: sqlite3.Connection, person_id: int) -> int | None:
    """The greatest rank of a person's agenda."""
    found: int | None = connection.execute(LAST_AGENDA_RANK, (person_id,)).fetchone()[0]
    return found


def promises(connection: sqlite3.Connection, person_id: int, *, open_only: bool) -> list[Promise]:
    """A person's promises, in no order."""
    sql = OPEN_PROMISES if open_only else PROMISES
    return [build(Promise, row) for row in connection.execute(sql, (person_id,))]


def made_in(connection: sqlite3.Connection, checkin_id: int) -> list[Promise]:
    """The promises that were made in a check-in."""
    return [build(Promise, row) for row in connection.execute(MADE_IN, (checkin_id,))]


def day_of(moment: str, offset: int | None = None) -> date:
    """The date of a stored moment where it was, so many minutes east of UTC; None is here."""
    return local_of(instant(moment), offset).date()
