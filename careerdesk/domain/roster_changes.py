"""What a row of a table would make of a person: a new one, one with changes, one who has left."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from careerdesk.dataclass import dataclass
from careerdesk.domain.days import check_days
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.names import folded
from careerdesk.domain.records import Person, PersonStatus
from careerdesk.domain.remarks import Remark
from careerdesk.domain.roster_ids import longer_id
from careerdesk.domain.roster_names import says_more
from careerdesk.domain.roster_rows import RosterEntry
from careerdesk.domain.roster_standing import Standing
from careerdesk.domain.standing import leave_ended

_PLAIN = ("email", "title", "team", "preferred_name")
_FIELDS = (
    "given_name", "family_name", "preferred_name", "pronouns", "external_id", "email", "title",
    "team", "start_date", "status", "leave_from", "leave_until",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A person as a row tells of them, which fields that changes, and what is to be said.

    `here_again` is true of somebody in the archive who is back by the words of the row.
    """

    person: Person
    changes: tuple[str, ...]
    notes: tuple[Remark, ...]
    here_again: bool = False


def fresh(entry: RosterEntry, today: date) -> tuple[Person, tuple[Remark, ...]]:
    """A new person of a row that can be stored, and what is to be said of it."""
    started, notes = _start(entry, today)
    status = PersonStatus.FUTURE if started and started > today else PersonStatus.ACTIVE
    if entry.standing is Standing.LEAVE:
        status = PersonStatus.ON_LEAVE
    person = Person(
        given_name=entry.given_name, family_name=entry.family_name, pronouns=entry.pronouns,
        external_id=entry.external_id, start_date=started, status=status,
        **{key: getattr(entry, key) for key in _PLAIN},
    )  # fmt: skip
    return person, notes


def told(person: Person, entry: RosterEntry, today: date) -> Told:
    """A known person with what the row says; what it leaves empty stays as it is."""
    started, notes = _start(entry, today)
    said: dict[str, Any] = {key: value for key in _PLAIN if (value := getattr(entry, key))}
    said |= _name(person, entry) | _status(person, entry, today)
    if entry.external_id:
        said["external_id"] = longer_id(person.external_id, entry.external_id)
    if entry.pronouns and not person.pronouns:
        said["pronouns"] = entry.pronouns
    if started is not None:
        said["start_date"] = started
        status = said.get("status", person.status)
        if started > today and started != person.start_date and status is PersonStatus.ACTIVE:
            said["status"] = PersonStatus.FUTURE  # as where the day is typed in their panel
    other = {key for key, value in said.items() if getattr(person, key) != value}
    new = replace(person, **said) if other else person
    changes = tuple(key for key in _FIELDS if key in other)
    return Told(new, changes, notes, here_again=_is_back(person, entry, started))


def stays_off(person: Person, entry: RosterEntry, today: date) -> tuple[Person, tuple[str, ...]]:
    """A person who has left, archived on their last day where the row says it."""
    last = _storable(entry.left_on, today) or today
    gone = replace(person, archived_on=last, status=PersonStatus.LEFT)
    changed = tuple(
        key for key in ("archived_on", "status") if getattr(gone, key) != getattr(person, key)
    )
    return gone, changed


def _start(entry: RosterEntry, today: date) -> tuple[date | None, tuple[Remark, ...]]:
    """The start that can be stored; of another one it is said why not."""
    if entry.start_date is None:
        return None, entry.notes
    try:
        check_days([entry.start_date], today)
    except InvalidInput as error:
        return None, (*entry.notes, Remark.from_error(error))
    return entry.start_date, entry.notes


def _storable(day: date | None, today: date) -> date | None:
    try:
        check_days([day], today)
    except InvalidInput:
        return None
    return day


def _name(person: Person, entry: RosterEntry) -> dict[str, str]:
    """Given and family name, where the row spells another name or this one better."""
    here = {person.full_name, person.name}
    if entry.name in here or not all(says_more(known, entry.name) for known in here):
        return {}
    if person.preferred_name and folded(entry.given_name) == folded(person.preferred_name):
        return {"family_name": entry.family_name}  # the row knows them by what they are called
    return {"given_name": entry.given_name, "family_name": entry.family_name}


def _status(person: Person, entry: RosterEntry, today: date) -> dict[str, Any]:
    """On leave as the row says it, or back from there; check-ins count from that return on."""
    was, left = person.status, person.status is PersonStatus.LEFT
    if entry.standing is Standing.LEAVE:
        if was is PersonStatus.ON_LEAVE:
            return {}
        return {"status": PersonStatus.ON_LEAVE, "leave_from": today, "leave_until": None}
    if was is PersonStatus.ON_LEAVE and entry.standing is Standing.HERE:
        first, last = leave_ended(person, today)
        return {"status": PersonStatus.ACTIVE, "leave_from": first, "leave_until": last}
    if left and (person.archived_on is not None or entry.standing is Standing.HERE):
        return {"status": PersonStatus.ACTIVE, "leave_from": None, "leave_until": None}
    return {}


def _is_back(person: Person, entry: RosterEntry, started: date | None) -> bool:
    """Whether a row says of somebody in the archive that they are there: by a word or a start."""
    if person.archived_on is None:
        return False
    later = started is not None and started > person.archived_on
    return later or entry.standing in {Standing.HERE, Standing.LEAVE}
