"""One row of a table, understood: who it is, since when, and whether they are still there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.names import NAME_LIMIT, clean_name, folded
from careerdesk.domain.remarks import NOTHING, Remark
from careerdesk.domain.roster_cells import filled, is_aside, is_footer, may_be_name, said, word_set
from careerdesk.domain.roster_dates import read_date
from careerdesk.domain.roster_ids import read_id
from careerdesk.domain.roster_names import MarkedName, given_and_family, preferred, unmarked
from careerdesk.domain.roster_standing import (
    Standing,
    read_active,
    read_gone,
    read_status,
    says_kind,
    says_yes,
)
from careerdesk.domain.text import LINE_LIMIT
from careerdesk.i18n import N_

_DAY = re.compile(r"\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b")
_WEIGHTY = (Standing.NOTICE, Standing.LEFT, Standing.LEAVE, Standing.HERE)
_OPEN_END = 1901  # programs write a day of 1900 or before it where there is no end
_OPEN_WORDS = word_set(
    "open present current ongoing indefinite permanent unlimited active none offen unbefristet "
    "laufend indetermine indefinido en-cours onbepaald heute aujourd'hui"
)


class RosterEntry(NamedTuple):  # made in a sixth of the time of a frozen dataclass
    """One row, understood; `problem` says in a sentence why it is not, `notes` what was doubtful.

    `lone` rows have one cell alone: a total or a heading, unless they name somebody known.
    `strange` is a status that says nothing of whether they are here.
    """

    line: int
    name: str
    given_name: str = ""
    family_name: str = ""
    preferred_name: str = ""
    pronouns: str = ""
    external_id: str = ""
    email: str = ""
    title: str = ""
    team: str = ""
    start_date: date | None = None
    manager: str = ""
    standing: Standing = Standing.UNSAID
    left_on: date | None = None
    lone: bool = False
    marks: tuple[str, ...] = ()
    strange: str = ""
    notes: tuple[Remark, ...] = ()
    problem: Remark = NOTHING

    def has_left(self, today: date) -> bool:
        """Whether they are gone: an end decides if there is one, else the status."""
        if self.left_on is not None:
            return self.left_on <= today
        return self.standing is Standing.LEFT


def lone_rows(rows: Sequence[Sequence[str]]) -> frozenset[int]:
    """Which rows stand for nobody, since they have one cell alone where others have more.

    A table of which half the rows are names without anything else is a list of names.
    """
    alone = [number for number, row in enumerate(rows) if filled(row) == 1]
    if len(alone) == len(rows):
        return frozenset(n for n in alone if is_footer(_only(rows[n])))
    often = Counter(_only(rows[number]) for number in alone)  # a heading is there for each group
    names = {n for n in alone if may_be_name(_only(rows[n])) and often[_only(rows[n])] == 1}
    if len(names) * 2 >= len(rows):
        return frozenset(alone) - names
    return frozenset(alone)


def _only(row: Sequence[str]) -> str:
    return next(cell for cell in row if cell.strip())


def read_row(line: int, cell: Mapping[str, str], day_first: Mapping[str, bool]) -> RosterEntry:
    """Understand the cells of a row by their fields; never raises."""
    cell = {key: said(text) for key, text in cell.items()}
    manager = cell.get("manager", "")
    found = _marked(cell)
    given, family = _names(cell, found)
    whole = f"{given} {family}".strip()
    try:
        name = clean_name(whole)
    except InvalidInput as error:
        shown = cell.get("name", "")[:NAME_LIMIT]
        why = Remark.from_error(error) if whole else _nameless(cell)
        return RosterEntry(line, shown, manager=manager, problem=why)
    if problem := _no_name(name):
        return RosterEntry(line, name, manager=manager, problem=problem)
    return _with_rest((line, name, given, family), cell, found, day_first)


def _nameless(cell: Mapping[str, str]) -> Remark:
    """Why a row without a name is nobody: it counts the others, or the name was left out."""
    total = next((text for text in cell.values() if is_footer(text)), "")
    return _counts(total[:NAME_LIMIT]) if total else Remark.of(N_("This row has no name."))


def _counts(text: str) -> Remark:
    return Remark.of(N_("{name} is a summary row, not a person."), name=text)


def _no_name(name: str) -> Remark:
    """Why these words are nobody's name, or nothing."""
    if not any(map(str.isalpha, name)):
        return Remark.of(
            N_("{name} doesn't contain any letters, so it can't be a name."), name=name
        )
    if is_footer(name):
        return _counts(name)
    if is_aside(name):
        return Remark.of(N_("{name} looks like a note about the table, not a person."), name=name)
    return NOTHING


def _with_rest(
    who: tuple[int, str, str, str],
    cell: Mapping[str, str],
    found: MarkedName,
    day_first: Mapping[str, bool],
) -> RosterEntry:
    """The row of somebody; what is doubtful besides the name refuses nobody, but is noted."""
    line, name, given, family = who
    notes: list[Remark] = []
    started = _start(cell.get("start_date", ""), notes, day_first=day_first["start_date"])
    standing = _standing(cell, found, notes)
    called = preferred(cell.get("preferred_name", ""), given, family)
    return RosterEntry(
        line,
        name,
        given,
        family,
        preferred_name=_cut(called, notes),
        pronouns=_cut(cell.get("pronouns", ""), notes) or found.pronouns,
        external_id=_id(cell.get("external_id", ""), found, notes),
        email=_cut(cell.get("email", ""), notes),
        title=_cut(cell.get("title", ""), notes),
        team=_cut(cell.get("team", ""), notes),
        start_date=started,
        manager=cell.get("manager", ""),
        standing=standing,
        left_on=_last_day(cell, started, notes, day_first=day_first["left_on"]),
        marks=found.marks,
        strange=_strange(cell, standing),
        notes=tuple(notes),
    )  # `notes` is filled by the others, and read last


def _in_halves(cell: Mapping[str, str]) -> bool:
    """Whether given and family name stand apart; that is surer than a whole name beside them."""
    if "given_name" not in cell or "family_name" not in cell:
        return False
    return bool(cell["given_name"] or cell["family_name"])


def _marked(cell: Mapping[str, str]) -> MarkedName:
    """What the marks behind the name say, wherever the name stands."""
    name = cell.get("name", "")
    if not _in_halves(cell):
        return unmarked(name)
    half = unmarked(cell["family_name"] or cell["given_name"])
    if not name:
        return half
    whole = unmarked(name)
    return MarkedName(
        half.name,
        half.external_id or whole.external_id,
        _together((half.standing, whole.standing)),
        half.pronouns or whole.pronouns,
        half.marks or whole.marks,
    )


def _names(cell: Mapping[str, str], found: MarkedName) -> tuple[str, str]:
    if not _in_halves(cell):
        return given_and_family(found.name)
    return (cell["given_name"], found.name) if cell["family_name"] else (found.name, "")


def _id(text: str, found: MarkedName, notes: list[Remark]) -> str:
    read, note = read_id(_cut(text, notes))
    if note:
        notes.append(note)
    return read or ("" if text else found.external_id)


def _cut(text: str, notes: list[Remark]) -> str:
    """The text, or as much as fits of it, which is said."""
    if len(text) > LINE_LIMIT:
        notes.append(
            Remark.of(
                N_("“{words}…” was shortened to {n} characters."), words=text[:20], n=LINE_LIMIT
            )
        )
    return text[:LINE_LIMIT]


def _start(text: str, notes: list[Remark], *, day_first: bool) -> date | None:
    try:
        return read_date(text, day_first=day_first)
    except InvalidInput:
        notes.append(Remark.of(N_("no start date: “{text}” isn't a valid date"), text=text[:40]))
        return None


def _last_day(
    cell: Mapping[str, str], started: date | None, notes: list[Remark], *, day_first: bool
) -> date | None:
    """The last of the days that mean an end: *Termination date* may be when notice was given."""
    said_by = [*_all(cell, "left_on"), *_days_in(_all(cell, "status"))]
    ends = [_end(text, started, notes, day_first=day_first) for text in said_by]
    return max((day for day in ends if day), default=None)


def _days_in(statuses: Sequence[str]) -> list[str]:
    """The days in statuses of who leaves: *Terminated, effective 2027-01-31*."""
    gone = [text for text in statuses if read_status(text) is Standing.LEFT]
    return [day for text in gone for day in _DAY.findall(text)]


def _end(text: str, started: date | None, notes: list[Remark], *, day_first: bool) -> date | None:
    """The last day, or None where there is none yet."""
    if not text or folded(text).replace(" ", "-") in _OPEN_WORDS:
        return None
    try:
        day = read_date(text, day_first=day_first)
    except InvalidInput:
        notes.append(Remark.of(N_("no last day: “{text}” isn't a valid date"), text=text[:40]))
        return None
    if day is None or day.year <= _OPEN_END or (started is not None and day < started):
        return None  # before the start: the end of an earlier time with the company
    return day


def _standing(cell: Mapping[str, str], found: MarkedName, notes: list[Remark]) -> Standing:
    """What the statuses and a mark behind the name say together, else columns of yes and no."""
    standing = _together([*map(read_status, _all(cell, "status")), found.standing])
    if standing is Standing.NOTICE:
        words = next((text for text in _all(cell, "status") if text), found.name)
        notes.append(
            Remark.of(N_("“{status}” was taken to mean “still employed”."), status=words[:40])
        )
    if standing in {Standing.LEFT, Standing.NOTICE}:
        return standing
    if standing is Standing.LEAVE or says_yes(cell.get("on_leave", "")):
        return Standing.LEAVE
    if standing is not Standing.UNSAID:
        return standing
    return _together([read_active(cell.get("active", "")), read_gone(cell.get("gone", ""))])


def _together(said_by: Sequence[Standing]) -> Standing:
    """What several places say: who has left by one of them has left."""
    for one in _WEIGHTY:
        if one in said_by:
            return one
    return Standing.UNSAID


def _strange(cell: Mapping[str, str], standing: Standing) -> str:
    """A status that does not say whether somebody is here, where nothing else does."""
    if standing is not Standing.UNSAID:
        return ""
    words = [text for text in _all(cell, "status") if text and not says_kind(text)]
    return words[0][:40] if words else ""


def _all(cell: Mapping[str, str], key: str) -> list[str]:
    """The cells of all columns of a field."""
    found: list[str] = []
    while (text := cell.get(f"{key} {len(found)}")) is not None:
        found.append(text)
    return found
