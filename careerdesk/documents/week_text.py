"""What closes a week as plain text, to read in a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from careerdesk.documents.words import kind_within
from careerdesk.domain.feedback import in_one
from careerdesk.domain.moments import local
from careerdesk.domain.plain import beginning
from careerdesk.domain.pronouns import trg
from careerdesk.domain.records import CheckIn, Promise
from careerdesk.domain.week import Week, WeekRow
from careerdesk.i18n import tr

EXCERPT = 200  # characters


def week_text(week: Week, *, private: bool) -> str:
    """A name a person, and below it what there is to say; without *private* nothing that is."""
    return "\n".join(_lines(week, private=private)) or tr("No one is at work.")


def _lines(week: Week, *, private: bool) -> Iterator[str]:
    for row in week.rows:
        yield row.person.name
        yield from (f"  {line}" for line in _row(row, week.on, private=private))
    if private and week.year_ago is not None:
        words = beginning(week.year_ago.note.their_words, EXCERPT)
        yield trg(week.year_ago.person, "A year ago {name} said: {words}", words=words)


def _row(row: WeekRow, today: date, *, private: bool) -> Iterator[str]:
    yield from (tr("next week: {check_in}", check_in=_check_in(one)) for one in row.check_ins)
    yield from (tr("promised: {words}", words=_promise(one, today)) for one in row.promises)
    if private:
        for one in row.untold:
            words = beginning(in_one(one.situation, one.behaviour, one.impact), EXCERPT)
            yield tr("praise to pass on: {words}", words=words)
    if row.is_quiet(today):
        if row.noted_on is None:
            yield tr("no notes yet")
        else:
            yield tr("no notes since {day}", day=row.noted_on.isoformat())


def _check_in(check_in: CheckIn) -> str:
    return f"{local(check_in):%Y-%m-%d %H:%M}, {kind_within(check_in.kind)}"


def _promise(promise: Promise, today: date) -> str:
    if promise.due_on is None:
        return promise.text
    day = promise.due_on.isoformat()
    if promise.due_on < today:
        return tr("{words} (due {day}, overdue)", words=promise.text, day=day)
    return f"{promise.text} ({day})"
