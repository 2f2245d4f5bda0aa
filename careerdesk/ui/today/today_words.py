"""Today in words: the day, how much there is, and what of the reviews is due."""

from __future__ import annotations

from datetime import date

from careerdesk.domain.reviews.deadlines import Deadline
from careerdesk.domain.reviews.stages import Column
from careerdesk.domain.today import Today
from careerdesk.i18n import fill, tr, trn
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.today.rows import Do, RowAction, TodayRow

FIRST_DEADLINE = -1


def deadline_row(one: Deadline, today: date) -> TodayRow:
    """What of the reviews is due; nothing that stands in them."""
    late = one.late_days(today)
    day = Dates.short_day_within(one.due, today)
    due = tr("Reviews: {what} was due {day}") if late else tr("Reviews: {what} is due {day}")
    title = fill(due, what=due_word(one.column), day=day)
    people = trn("1 person remaining", "{n} people remaining", one.missing)
    number = one.cycle.id * len(Column) + list(Column).index(one.column)
    return TodayRow(
        FIRST_DEADLINE - number,
        title,
        f"{one.cycle.name}, {people}",
        (RowAction(Do.REVIEWS, tr("Open reviews")),),
        icon="reviews",
        token="warning" if late else "review",
        warned=bool(late),
    )


def due_word(column: Column) -> str:
    """What is due, in words that may stand in both places."""
    return {
        Column.SELF: tr("self-review"),
        Column.PEERS: tr("peer feedback"),
        Column.WRITING: tr("writing"),
        Column.SEALED: tr("sealing"),
        Column.CALIBRATED: tr("the meeting"),
        Column.SHARED: tr("sharing"),
    }[column]


def title(day: date) -> str:
    """`Tuesday 17 November`."""
    return tr("{weekday} {day}", weekday=Dates.day_name(day), day=Dates.day_month(day))


def summary(page: Today) -> str:
    """How much there is, in two short sentences; things are the rows that need attention."""
    check_ins = trn("One check-in today.", "{n} check-ins today.", page.check_ins)
    if not page.check_ins:
        check_ins = tr("No further check-ins today.") if page.held else tr("No check-ins today.")
    if page.all_done:
        return f"{check_ins} {caught_up()}"
    if not page.things:  # what was missed or is overdue has a heading with its own count
        return check_ins
    things = trn("One thing needs your attention.", "{n} things need your attention.", page.things)
    return f"{check_ins} {things}"


def caught_up() -> str:
    """What is said where nothing needs the manager."""
    return tr("You're all caught up.")


def more_words(left: int, step: int) -> str:
    """`Show 5 more`."""
    return tr("Show {n} more", n=min(left, step))
