"""What is said of a check-in that is being planned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from PySide6.QtCore import QLocale

from careerdesk.domain.moments import local
from careerdesk.domain.records import CheckIn, CheckInKind, Person, Repeat
from careerdesk.i18n import fill, tr, trn
from careerdesk.ui.base.sharing import Sharing
from careerdesk.ui.base.texts import Dates, kind_word

KINDS = (CheckInKind.ONE_ON_ONE, CheckInKind.CAREER, CheckInKind.OTHER)  # review: old rows alone
AS_NOW, ONCE = -1, 0  # choices beside the weeks of a repeat
WEEKS = (1, 2, 3, 4, 6, 8, 12)


def kind_options() -> list[tuple[object, str]]:
    """The kinds one can choose from."""
    words = {CheckInKind.OTHER: tr("Other")}
    return [(kind, words.get(kind) or kind_word(kind)) for kind in KINDS]


def moment_words(at: datetime) -> str:
    """`Tue 1 Dec, 14:00`, by the clock here."""
    there = at.astimezone()
    return tr("{day}, {time}", day=Dates.week_day(there.date()), time=Dates.time(there))


def ahead_words(day: date, today: date) -> str:
    """`Tuesday, 1 December 2026, in 14 days`."""
    days = (day - today).days
    words = {0: tr("{weekday}, {day}, today"), 1: tr("{weekday}, {day}, tomorrow")}
    template = words.get(days, tr("{weekday}, {day}, in {days}"))
    if days < 0:
        template = tr("{weekday}, {day}, in the past")
    return fill(
        template, weekday=Dates.day_name(day), day=Dates.long_day(day), days=Dates.days(days)
    )


def there_words(person: Person, at: datetime) -> str:
    """The time at the person's place, where that is another one."""
    if not person.time_zone:
        return ""
    try:
        there = at.astimezone(ZoneInfo(person.time_zone))
    except (KeyError, ValueError, OSError):
        return ""
    here = at.astimezone()
    if there.utcoffset() == here.utcoffset():
        return ""
    clock = Dates.time(time(there.hour, there.minute))
    if there.date() == here.date():
        return tr("{time} for {name}", time=clock, name=person.short_name)
    return tr(
        "{day}, {time} for {name}",
        day=Dates.week_day(there.date()),
        time=clock,
        name=person.short_name,
    )


def clash_words(clashes: Iterable[tuple[Person, CheckIn]], sharing: Sharing) -> Iterator[str]:
    """Who else is to be talked with at that hour; nobody is named while they see the screen."""
    for person, check_in in clashes:
        if sharing.shows(person.id):
            yield tr(
                "Clashes with another meeting: {kind} with {name} at {time}.",
                kind=kind_word(check_in.kind),
                name=person.name,
                time=Dates.time(local(check_in)),
            )
        else:
            yield tr("Clashes with another check-in at {time}.", time=Dates.time(local(check_in)))


def weeks_words(weeks: int) -> str:
    """`Every week`, `Every 2 weeks`."""
    return trn("Every week", "Every {n} weeks", weeks)


def weeks_within(weeks: int) -> str:
    """The same within a sentence: `every 2 weeks`."""
    return trn("every week", "every {n} weeks", weeks)


def repeat_options(repeat: Repeat | None) -> list[tuple[object, str]]:
    """How a 1:1 may repeat; a repeat that is there can be left as it is."""
    weeks = [(count, weeks_words(count)) for count in WEEKS]
    if repeat is None:
        return [(ONCE, tr("Does not repeat")), *weeks]
    kept = tr(
        "Current schedule: {weeks}, {day} {time}",
        weeks=weeks_within(repeat.weeks),
        day=QLocale().dayName(repeat.weekday + 1, QLocale.FormatType.ShortFormat),
        time=Dates.time(repeat.at),
    )
    return [(AS_NOW, kept), *weeks, (ONCE, tr("No longer repeats"))]


def planned_words(
    check_in: CheckIn, person: Person, weeks: int, *, moved: bool, stops: bool
) -> str:
    """What was done, for a toast."""
    fields = {
        "kind": kind_word(check_in.kind),
        "name": person.short_name,
        "moment": moment_words(check_in.starts_at),
    }
    if weeks > 0:
        return trn(
            "{kind} with {name}: {moment}, then every week",
            "{kind} with {name}: {moment}, then every {n} weeks",
            weeks,
            **fields,
        )
    if stops:
        return tr("{kind} with {name}: {moment}, no longer repeating", **fields)
    if moved:
        return tr("{kind} with {name} moved to {moment}", **fields)
    return tr("{kind} with {name} planned for {moment}", **fields)  # fmt: skip
