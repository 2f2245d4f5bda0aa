"""Which rows stand on Today, in which groups, and how many of them at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from careerdesk.domain.attention import Weight
from careerdesk.domain.today import Today
from careerdesk.i18n import tr
from careerdesk.ui.base.texts import number
from careerdesk.ui.today.attention_words import attention_row, weight_word
from careerdesk.ui.today.check_in_words import missed_rows, next_rows, to_plan_rows
from careerdesk.ui.today.rows import Do, RowAction, RowKind, TodayRow, heading
from careerdesk.ui.today.today_words import deadline_row, more_words

MOST_ATTENTION = 7
MOST_NEXT = 6  # or all of today's
MOST_TO_PLAN = 5
STEP = 5  # how many more are shown at a time
MORE = -2_000_000_000
MORE_NEXT, MORE_TO_PLAN, MORE_ATTENTION, CLOSE_WEEK = MORE - 1, MORE - 2, MORE - 3, MORE - 4


def check_in_rows(page: Today, now: datetime, more: Mapping[int, int]) -> list[TodayRow]:
    """The next check-ins, then those that were missed, then those to plan.

    *more* says how many more than usual are shown, by the id of the row that asks for them.
    """
    most = max(page.check_ins, MOST_NEXT) + more.get(MORE_NEXT, 0)
    shown = page.next[:most]
    rows = [*next_rows(shown, now), *_more(MORE_NEXT, len(page.next) - len(shown))]
    if page.missed:
        rows.append(heading(1, tr("Missed"), number(len(page.missed))))
        rows += missed_rows(page.missed, page.on)
    if page.to_plan:
        rows.append(heading(2, tr("To plan"), number(len(page.to_plan))))
        most = MOST_TO_PLAN + more.get(MORE_TO_PLAN, 0)
        rows += to_plan_rows(page.to_plan[:most], page.on)
        rows += _more(MORE_TO_PLAN, len(page.to_plan) - most)
    return rows


def attention_rows(page: Today, more: Mapping[int, int]) -> list[TodayRow]:
    """What needs attention by its weight, the reviews last; seven rows at first.

    *more* is as in `check_in_rows`. Where the week ends, that it may be closed is one of them.
    """
    reviews = [deadline_row(one, page.on) for one in page.reviews]
    most = MOST_ATTENTION + more.get(MORE_ATTENTION, 0)
    kept = page.attention[: most - min(len(reviews), 1)]  # one of the reviews is always seen
    rows: list[TodayRow] = []
    for place, weight in enumerate(Weight):
        found = [attention_row(one, page.on) for one in kept if one.weight is weight]
        if weight is Weight.SOON and page.ends:
            found.append(_week_row())
        if found:
            token = "warning" if weight is Weight.LATE else ""
            rows += [heading(place, weight_word(weight), token=token), *found]
    shown = reviews[: most - len(kept)]
    if shown:
        rows += [heading(len(Weight), tr("Reviews")), *shown]
    left = len(page.attention) + len(reviews) - len(kept) - len(shown)
    return [*rows, *_more(MORE_ATTENTION, left)]


def _week_row() -> TodayRow:
    return TodayRow(
        CLOSE_WEEK,
        tr("Close the week"),
        tr("What did you notice?"),
        (RowAction(Do.CLOSE_WEEK, tr("Open")),),
        icon="calendar",
    )


def _more(row_id: int, left: int) -> list[TodayRow]:
    """A row that shows more, where something is left."""
    if left <= 0:
        return []
    words = more_words(left, STEP)
    action = RowAction(Do.MORE, words, row_id, shown=False)
    return [TodayRow(row_id, words, actions=(action,), kind=RowKind.SMALL, icon="chevron-down")]
