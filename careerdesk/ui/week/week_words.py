"""The close of a week in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale

from careerdesk.domain.days import days_since
from careerdesk.domain.feedback import Feedback, in_one
from careerdesk.domain.moments import local
from careerdesk.domain.plain import beginning
from careerdesk.domain.records import CheckIn, CheckInKind, Promise
from careerdesk.domain.week import Notice, WeekRow, YearAgo
from careerdesk.i18n import fill, tr, trn
from careerdesk.ui.base.texts import Dates, kind_word

EXCERPT = 200  # characters


def notice_words() -> dict[Notice, str]:
    """What becomes of what was noticed, as a choice."""
    return {
        Notice.PRAISE: tr("Praise to give"),
        Notice.RAISE: tr("Something to raise"),
        Notice.RESULT: tr("Result"),
    }


def stored_words(what: Notice, name: str) -> str:
    """Where it went."""
    return fill(
        {
            Notice.PRAISE: tr("Praise for {name} saved"),
            Notice.RAISE: tr("Added to {name}'s agenda as private"),
            Notice.RESULT: tr("Result for {name} saved in Reviews"),
        }[what],
        name=name,
    )


def asked(row: WeekRow) -> str:
    """What the field of a row is for."""
    return tr("What did you notice about {name}?", name=row.person.short_name)


def quiet_words(row: WeekRow, today: date) -> str:
    """That nothing was noted for some time; empty while that need not be said."""
    if not row.is_quiet(today):
        return ""
    name = row.person.short_name
    if row.noted_on is None:
        return tr("No notes about {name} yet", name=name)
    day = Dates.short_date(row.noted_on, today)
    return tr("No notes about {name} since {day}", name=name, day=day)


def check_ins_words(check_ins: Sequence[CheckIn]) -> str:
    """`Tue 14:00`, since the week is known; of more than one, all of them."""
    return ", ".join(map(_check_in, check_ins))


def _check_in(check_in: CheckIn) -> str:
    at = local(check_in)
    day = QLocale().dayName(at.isoweekday(), QLocale.FormatType.ShortFormat)
    when = f"{day} {Dates.time(at)}"
    if check_in.kind is CheckInKind.ONE_ON_ONE:
        return when
    return tr("{when}, {kind}", when=when, kind=kind_word(check_in.kind))


def promises_words(promises: Sequence[Promise], today: date) -> str:
    """How many there are, and the next one with its day: what is cut is at the end."""
    if not promises:
        return ""
    first = _promise(promises[0], today)
    return trn("{first}", "{n} promises · {first}", len(promises), first=first)


def _promise(promise: Promise, today: date) -> str:
    if promise.due_on is None:
        return promise.text
    if is_late(promise, today):
        late = Dates.days(days_since(promise.due_on, today))
        return tr("{late} late: {text}", text=promise.text, late=late)
    day = Dates.short_day(promise.due_on, today)
    return tr("{day}: {text}", text=promise.text, day=day)


def is_late(promise: Promise, today: date) -> bool:
    """Whether its day is over."""
    return promise.due_on is not None and promise.due_on < today


def untold_words(untold: Sequence[Feedback]) -> str:
    """The praise that waits, and how much there is beside it."""
    if not untold:
        return ""
    first = untold[0]
    words = beginning(in_one(first.situation, first.behaviour, first.impact), EXCERPT)
    return trn(
        "Praise to pass on: {words}",
        "Praise to pass on ({n}): {words}",
        len(untold),
        words=words,
    )


def year_ago_words(found: YearAgo | None) -> str:
    """What somebody said about a year ago."""
    if found is None:
        return ""
    words = beginning(found.note.their_words, EXCERPT)
    name = found.person.short_name
    return tr("A year ago {name} said: \u201c{words}\u201d", name=name, words=words)
