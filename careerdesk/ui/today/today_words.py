"""Today in words: a talk to come, and why a person needs the manager."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from careerdesk.domain.records import CheckInKind
from careerdesk.domain.reviews.deadlines import Deadline
from careerdesk.domain.reviews.stages import Column
from careerdesk.domain.today import CAREER_WEEKS, Call, Need, Today, Upcoming
from careerdesk.ui.base.texts import Dates, kind_word, signed, tr
from careerdesk.ui.widgets.links import LinkRow

ICONS = {
    Need.PROMISE_LATE: ("promise", "warning"),
    Need.TALK_LATE: ("clock", "warning"),
    Need.TEMPERATURE_FALLING: ("temperature", "text-muted"),
    Need.PLAN_DUSTY: ("plan", "text-muted"),
    Need.NO_CAREER_TALK: ("checkin", "text-muted"),
    Need.NO_TALK: ("checkin", "text-muted"),
    Need.NO_MOTIVATORS: ("motivator", "text-muted"),
    Need.NO_PLAN: ("plan", "text-muted"),
}
TABS = {
    Need.PROMISE_LATE: "prepare",
    Need.TALK_LATE: "check-ins",
    Need.TEMPERATURE_FALLING: "check-ins",
    Need.PLAN_DUSTY: "plan",
    Need.NO_CAREER_TALK: "check-ins",
    Need.NO_TALK: "check-ins",
    Need.NO_MOTIVATORS: "discovery",
    Need.NO_PLAN: "plan",
}


def upcoming_row(talk: Upcoming, now: datetime) -> LinkRow:
    """`14:00 Today`, the name, and what is known of the talk."""
    today = now.date()
    lead, below = _when(talk, now)
    return LinkRow(
        id=talk.id,
        title=talk.person.name,
        caption=_about(talk),
        action=tr("Open talk") if talk.running else tr("Open brief"),
        lead=lead,
        lead_note=below,
        person=talk.person,
        warned=talk.on < today,
    )


def _when(talk: Upcoming, now: datetime) -> tuple[str, str]:
    today = now.date()
    if talk.running:
        return tr("Now"), tr("running")
    day = Dates.short_day(talk.on, today)
    if talk.at is None:
        return day, tr("by cadence") if talk.on >= today else tr("due")
    minutes = int((talk.at - now).total_seconds() // 60)
    if 0 <= minutes < 60:
        return Dates.time(talk.at), tr("in {minutes} min").format(minutes=minutes)
    return Dates.time(talk.at), day


def _about(talk: Upcoming) -> str:
    since = tr("First talk")
    if talk.days_since is not None:
        since = tr("{days} since the last talk").format(days=Dates.days(talk.days_since))
    if talk.at is None and not talk.running:
        return tr("No talk planned, {since}").format(since=since[:1].lower() + since[1:])
    if talk.kind is CheckInKind.ONE_ON_ONE:
        return since
    return f"{kind_word(talk.kind)}, {since[:1].lower()}{since[1:]}"


def call_row(number: int, call: Call) -> LinkRow:
    """What it is, why, and what to do; *number* is the id of the row."""
    icon, token = ICONS[call.need]
    title, caption, action = _CALLS[call.need](call)
    private = call.need is Need.TEMPERATURE_FALLING
    return LinkRow(number, title, caption, action, icon=icon, token=token, private=private)


def _promise(call: Call) -> tuple[str, str, str]:
    text = call.promise.text if call.promise else ""
    late = tr("My promise to {name}, {days} late").format(
        name=call.person.short_name, days=Dates.days(call.days)
    )
    return text, late, tr("Mark done")


def _talk_late(call: Call) -> tuple[str, str, str]:
    since = tr("{days}, the longest gap is {gap}").format(
        days=Dates.days(call.days), gap=max(call.person.longest_gap_days, call.person.cadence_days)
    )
    title = tr("No talk with {name} for long").format(name=call.person.short_name)
    return title, since, tr("Plan one")


def _falling(call: Call) -> tuple[str, str, str]:
    felt = (one.said if one.sensed is None else one.sensed for one in call.temperature)
    values = ", ".join(signed(value) for value in felt if value is not None)
    caption = tr("{values} in the last three talks").format(values=values)
    title = tr("{name}: temperature is falling").format(name=call.person.short_name)
    return title, caption, tr("Open")


def _dusty(call: Call) -> tuple[str, str, str]:
    caption = tr("Not touched for {days}, talks every {cadence}").format(
        days=Dates.days(call.days), cadence=Dates.days(call.person.cadence_days)
    )
    title = tr("The plan of {name} gathers dust").format(name=call.person.short_name)
    return title, caption, tr("Open plan")


def _no_career(call: Call) -> tuple[str, str, str]:
    caption = tr("{weeks} weeks, at most {most} is good").format(
        weeks=call.days // 7, most=CAREER_WEEKS
    )
    title = tr("No career conversation with {name}").format(name=call.person.short_name)
    return title, caption, tr("Plan one")


def _no_talk(call: Call) -> tuple[str, str, str]:
    title = tr("No talk with {name} yet").format(name=call.person.short_name)
    return title, tr("The first one begins the loop"), tr("Plan one")


def _no_motivators(call: Call) -> tuple[str, str, str]:
    title = tr("Nothing known yet about what drives {name}").format(name=call.person.short_name)
    return title, tr("Ask a question in the next talk"), tr("Discover")


def _no_plan(call: Call) -> tuple[str, str, str]:
    title = tr("{name} has no plan").format(name=call.person.short_name)
    return title, tr("One goal is a beginning"), tr("Open plan")


_CALLS: dict[Need, Callable[[Call], tuple[str, str, str]]] = {
    Need.PROMISE_LATE: _promise,
    Need.TALK_LATE: _talk_late,
    Need.TEMPERATURE_FALLING: _falling,
    Need.PLAN_DUSTY: _dusty,
    Need.NO_CAREER_TALK: _no_career,
    Need.NO_TALK: _no_talk,
    Need.NO_MOTIVATORS: _no_motivators,
    Need.NO_PLAN: _no_plan,
}


def deadline_row(number: int, one: Deadline, today: date) -> LinkRow:
    """What of the reviews is due; nothing that stands in them."""
    late = one.late_days(today)
    day = Dates.short_day_within(one.due, today)
    when = tr("was due {day}") if late else tr("is due {day}")
    title = tr("Reviews: {what} {when}").format(
        what=due_word(one.column), when=when.format(day=day)
    )
    people = tr("1 person to go") if one.missing == 1 else tr("{n} people to go").format(
        n=one.missing
    )  # fmt: skip
    caption = f"{one.cycle.name}, {people}"
    return LinkRow(number, title, caption, tr("Open reviews"), icon="reviews",
                   token="warning" if late else "review", warned=bool(late))  # fmt: skip


def due_word(column: Column) -> str:
    """What is due, in words that may stand in both rooms."""
    return {
        Column.SELF: tr("self review"),
        Column.PEERS: tr("peer feedback"),
        Column.WRITING: tr("writing"),
        Column.SEALED: tr("sealing"),
        Column.CALIBRATED: tr("the meeting"),
        Column.SHARED: tr("sharing"),
    }[column]


def title(day: date) -> str:
    """`Tuesday 17 November`."""
    return tr("{weekday} {day}").format(weekday=Dates.day_name(day), day=Dates.day_month(day))


def summary(page: Today) -> str:
    """How much there is, in two short sentences."""
    talks = {0: tr("No talk today."), 1: tr("One talk today.")}.get(
        page.talks, tr("{n} talks today.").format(n=page.talks)
    )
    calls = {0: tr("Nothing waits for you."), 1: tr("One thing needs you.")}.get(
        page.waiting, tr("{n} things need you.").format(n=page.waiting)
    )
    return f"{talks} {calls}"
