"""Reading what a person said, for themselves: what is guessed, ended or struck is not read."""

from __future__ import annotations

import sqlite3
from datetime import date

from careerdesk.data.queries.aspirations import HOLDS, NEAR_FIRST
from careerdesk.domain.errors import NotFound
from careerdesk.domain.loop import Reach
from careerdesk.domain.own_words import OwnAspiration, OwnMotivator, OwnWords
from careerdesk.domain.records import Drive
from careerdesk.i18n import N_

WHO = """
SELECT p.given_name, p.family_name, p.preferred_name, coalesce((SELECT w.title FROM past_role w
    WHERE w.person_id = p.id AND w.until > ?2 ORDER BY w.until LIMIT 1), p.title),
    p.team, p.pronouns
FROM person p WHERE p.id = ?1
"""
SAID = """
SELECT drive, uid, name, quote, coalesce(confirmed_on, said_on) FROM motivator
WHERE person_id = ?1 AND standing IN ('said', 'confirmed') AND struck_on IS NULL
    AND (until IS NULL OR until > ?2) AND coalesce(said_on, '') <= ?3 ORDER BY rank, id
"""
WANTED = f"""
SELECT id, uid, reach, statement FROM aspiration
WHERE person_id = ?1 AND {HOLDS} AND valid_from <= ?2 ORDER BY {NEAR_FIRST}
"""


def own_words(
    connection: sqlite3.Connection, person_id: int, today: date, by: date | None = None
) -> OwnWords:
    """What a person said that holds *today*, only what was said *by* a day; raises `NotFound`."""
    until = (by or today).isoformat()
    who = connection.execute(WHO, (person_id, today.isoformat())).fetchone()
    if who is None:
        raise NotFound(N_("This person no longer exists."))
    given, family, preferred, title, team, pronouns = who
    called = preferred or given
    said = connection.execute(SAID, (person_id, today.isoformat(), until)).fetchall()
    drives, values, drains = (
        tuple(_motivator(row) for row in said if row[0] == drive)
        for drive in (Drive.DRIVES, Drive.VALUE, Drive.DRAINS)
    )
    wanted = tuple(
        OwnAspiration(uid, Reach(reach), statement)
        for _, uid, reach, statement in connection.execute(WANTED, (person_id, until))
    )
    name = f"{called} {family}" if family else called
    return OwnWords(name, called, title, team, pronouns, drives, values, drains, wanted)


def _motivator(row: tuple[str, str, str, str, str | None]) -> OwnMotivator:
    _, uid, name, quote, day = row
    return OwnMotivator(uid, name, quote, date.fromisoformat(day) if day else None)


def wanted_ids(connection: sqlite3.Connection, person_id: int, by: date) -> list[int]:
    """The aspirations that `own_words` holds, in its order."""
    return [int(row[0]) for row in connection.execute(WANTED, (person_id, by.isoformat()))]
