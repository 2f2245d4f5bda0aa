"""What each row of a pasted answer goes to, in words."""

from __future__ import annotations

from datetime import date

from careerdesk.domain.asking_before import Saying
from careerdesk.domain.pasted_answer import Row, RowKind
from careerdesk.domain.records import Person
from careerdesk.i18n import fill, tr
from careerdesk.ui.base.person_words import how_it_goes
from careerdesk.ui.base.texts import MIDDLE_DOT, Dates, remark_words


def _day_to_come(day: date, today: date) -> str:
    """`Thursday` within six days, beyond that `Thursday 10 December`."""
    name = Dates.day_name(day)
    if 0 <= (day - today).days <= 6:
        return name
    return tr("{weekday} {day}", weekday=name, day=Dates.day_month(day))


SAYING = Saying(_day_to_come)


def target_words(row: Row, person: Person, *, ticked: bool = False) -> str:
    """*Promise done: Send the draft*, *Not understood, line 7*; what is doubtful behind it.

    What was not understood becomes a point where it is *ticked* all the same.
    """
    unclear = row.kind is RowKind.NOT_UNDERSTOOD
    parts = [tr("Agenda item")] if unclear and ticked else []
    parts.append(_unclear(row) if unclear else _goes_to(row, person))
    if row.already:
        parts.append(tr("Already added"))
    elif row.note:
        parts.append(remark_words(row.note))
    return MIDDLE_DOT.join(parts)


def _goes_to(row: Row, person: Person) -> str:
    words = {
        RowKind.POINT: tr("Agenda item"),
        RowKind.HOW: how_it_goes(person),
        RowKind.PROMISE_DONE: tr("Promise kept: {about}"),
        RowKind.PROMISE_WORDS: tr("Point about a promise: {about}"),
        RowKind.ANSWER: tr("Answer to \u201c{about}\u201d"),
        RowKind.GOAL_WORDS: tr("Point about a goal: {about}"),
    }
    return fill(words[row.kind], about=row.about)


def _unclear(row: Row) -> str:
    if not row.lines:
        return tr("Not recognised")
    first, last = row.lines[0], row.lines[-1]
    words = tr("Line {first} not recognised") if first == last else tr(
        "Lines {first} to {last} not recognised")  # fmt: skip
    return fill(words, first=first, last=last)
