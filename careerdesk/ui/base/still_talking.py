"""Whether a long check-in has ended: the question, and that it goes on, as the user said then."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QSettings

from careerdesk.domain.forgotten import may_have_ended
from careerdesk.domain.records import CheckIn, Person
from careerdesk.i18n import tr
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.texts import Dates

STILL = "checkins/stillTalking"  # setting: the check-ins that go on, and when that was said
BETWEEN = ";"
MOST = 8  # so few go on at once


def still_said_at(settings: QSettings, check_in: CheckIn) -> datetime | None:
    """When the user said last that a check-in goes on."""
    moment = _said(settings).get(str(check_in.id), "")
    try:
        return datetime.fromisoformat(moment)
    except ValueError:
        return None


def say_still(settings: QSettings, check_in_id: int, at: datetime) -> None:
    """Remember that the user said of a check-in that it goes on; what was said of others stays."""
    others = [(key, moment) for key, moment in _said(settings).items() if key != str(check_in_id)]
    kept = [*others, (str(check_in_id), at.isoformat())][-MOST:]
    settings.setValue(STILL, BETWEEN.join(f"{key} {moment}" for key, moment in kept))


def _said(settings: QSettings) -> dict[str, str]:
    parts = str(settings.value(STILL, "")).split(BETWEEN)
    return {key: moment for key, _, moment in (part.partition(" ") for part in parts) if moment}


def is_in_question(ctx: Context, check_in: CheckIn) -> datetime | None:
    """When a running check-in may have ended that is past twice its length; else None."""
    still = still_said_at(ctx.settings, check_in)
    return may_have_ended(check_in, ctx.clock.now(), still_at=still)


def finish_question(person: Person, ended: datetime, today: date) -> str:
    """Whether it ended then, by the clock of *ended*; the day is named where that is another."""
    name, at, day = person.short_name, Dates.time(ended.time()), ended.date()
    if day == today:
        return tr("Mark {name}'s check-in as finished at {time}?", name=name, time=at)
    return tr(
        "Mark {name}'s check-in from {day} as finished at {time}?",
        name=name,
        day=Dates.week_day(day),
        time=at,
    )
