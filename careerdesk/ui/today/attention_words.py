"""Why a person needs the manager, in words, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from careerdesk.domain.attention import Attention, AttentionItem, AttentionReason, Weight
from careerdesk.domain.records import Person
from careerdesk.i18n import fill, tr, trn
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.today.rows import Do, RowAction, TodayRow

ICONS = {
    AttentionReason.PROMISE_LATE: "promise",
    AttentionReason.ACTION_LATE: "action",
    AttentionReason.BACK: "on-leave",
    AttentionReason.PROMISE_DUE: "promise",
    AttentionReason.ACTION_DUE: "action",
    AttentionReason.PLAN_ENDED: "plan",
    AttentionReason.NO_CAREER_CONVERSATION: "checkin",
    AttentionReason.PLAN_STALE: "plan",
    AttentionReason.NO_MOTIVATORS: "motivator",
    AttentionReason.NO_PLAN: "plan",
}
TABS = {
    AttentionReason.PROMISE_LATE: "prepare",
    AttentionReason.ACTION_LATE: "plan",
    AttentionReason.BACK: "check-ins",
    AttentionReason.PROMISE_DUE: "prepare",
    AttentionReason.ACTION_DUE: "plan",
    AttentionReason.PLAN_ENDED: "plan",
    AttentionReason.NO_CAREER_CONVERSATION: "check-ins",
    AttentionReason.PLAN_STALE: "plan",
    AttentionReason.NO_MOTIVATORS: "discovery",
    AttentionReason.NO_PLAN: "plan",
}
Words = tuple[str, str]


def weight_word(weight: Weight) -> str:
    """The name of a group."""
    return {
        Weight.LATE: tr("Late"),
        Weight.SOON: tr("Soon"),
        Weight.SOMETIME: tr("When you have time"),
    }[weight]


def attention_row(item: AttentionItem, today: date) -> TodayRow:
    """One row for a person: the most pressing reason, and a second one below it."""
    person, first = item.person, item.reasons[0]
    title, caption = _WORDS[first.reason](item, first, today)
    second = item.reasons[1] if len(item.reasons) > 1 else None
    actions = list(_actions(person, first))
    if second is not None:
        actions += _beside(_actions(person, second))
    actions.append(_opening(item, first))
    return TodayRow(
        item.id,
        title,
        caption,
        tuple(_once(actions)),
        icon=ICONS[first.reason],
        token="warning" if first.weight is Weight.LATE else "text-muted",
        person_id=person.id,
        also=_also(item, second, today),
    )


def _also(item: AttentionItem, second: Attention | None, today: date) -> str:
    if second is None:
        return ""
    named = _WORDS[second.reason](item, second, today)[0]
    if second.promise or second.step:
        late, due = tr("{what}, {days} late"), tr("{what}, due {day}")
        named = _when(second, today, late=late, due=due, what=named)
    others = len(item.reasons) - 1
    return trn("Also: {what}", "{n} more: {what}", others, what=named)


def _beside(actions: Sequence[RowAction]) -> list[RowAction]:
    """Those of a second reason: only the first of them stands in the row."""
    return [
        RowAction(one.do, one.words, one.aim, one.tab, shown=number == 0, beside=True)
        for number, one in enumerate(actions)
    ]


def _once(actions: Sequence[RowAction]) -> list[RowAction]:
    """Each thing that can be done once."""
    found: dict[tuple[Do, int, str], RowAction] = {}
    for action in actions:
        found.setdefault((action.do, action.aim, action.tab), action)
    return list(found.values())


def _opening(item: AttentionItem, first: Attention) -> RowAction:
    words = tr("Open {name}", name=item.name)
    return RowAction(Do.OPEN, words, tab=TABS[first.reason], shown=False)


def _actions(person: Person, one: Attention) -> tuple[RowAction, ...]:
    """What can be done about a reason."""
    if one.promise is not None:
        return (RowAction(Do.KEEP, tr("Mark done"), one.promise.id),)
    if one.step is not None:
        return (RowAction(Do.TICK, tr("Mark done"), one.step.action.id),)
    if one.reason is AttentionReason.BACK:
        return (
            RowAction(Do.BACK, tr("Back"), person.id),
            RowAction(Do.STILL_AWAY, tr("Still away"), person.id),
        )
    if one.reason is AttentionReason.NO_CAREER_CONVERSATION:
        return (RowAction(Do.PLAN_CAREER, tr("Plan one"), person.id),)
    words = {
        AttentionReason.PLAN_ENDED: tr("Score and close the plan"),
        AttentionReason.NO_MOTIVATORS: tr("Open Discovery"),
    }.get(one.reason, tr("Open plan"))
    return (RowAction(Do.OPEN, words, tab=TABS[one.reason]),)


def _promise(item: AttentionItem, one: Attention, today: date) -> Words:
    text = one.promise.text if one.promise else ""
    late, due = tr("My promise to {name}, {days} late"), tr("My promise to {name}, due {day}")
    return text, _when(one, today, late=late, due=due, name=item.name)


def _step(item: AttentionItem, one: Attention, today: date) -> Words:
    text = one.step.action.text if one.step else ""
    late = tr("My next step in {name}'s plan, {days} late")
    due = tr("My next step in {name}'s plan, due {day}")
    return text, _when(one, today, late=late, due=due, name=item.name)


def _when(one: Attention, today: date, *, late: str, due: str, **values: str) -> str:
    if one.weight is Weight.LATE:
        return fill(late, days=Dates.days(one.days), **values)
    return fill(due, day=Dates.short_day_within(one.on or today, today), **values)


def _back(item: AttentionItem, one: Attention, today: date) -> Words:
    day = Dates.short_day_within(one.on or today, today)
    title = tr("Is {name} back?", name=item.name)
    return title, tr("Expected back {day}", day=day)


def _ended(item: AttentionItem, one: Attention, today: date) -> Words:
    day = Dates.short_date(one.on or today, today)
    return (
        tr("{name}'s plan has ended", name=item.name),
        tr("Ended {day}", day=day),
    )


def _no_career(item: AttentionItem, one: Attention, _today: date) -> Words:
    title = tr("No recent career conversation with {name}", name=item.name)
    caption = trn(
        "1 week without one (target: {most})",
        "{n} weeks without one (target: {most})",
        one.days // 7,
        most=max(item.person.career_weeks, 1),
    )
    return title, caption


def _stale(item: AttentionItem, one: Attention, _today: date) -> Words:
    return (
        tr("{name}'s plan hasn't been updated", name=item.name),
        tr("Not updated for {days}", days=Dates.days(one.days)),
    )


def _no_motivators(item: AttentionItem, _one: Attention, _today: date) -> Words:
    title = tr("No motivators noted for {name} yet", name=item.name)
    return title, tr("Ask a question in the next check-in")


def _no_plan(item: AttentionItem, _one: Attention, _today: date) -> Words:
    return tr("{name} has no plan", name=item.name), tr("Start with one goal")


_WORDS: dict[AttentionReason, Callable[[AttentionItem, Attention, date], Words]] = {
    AttentionReason.PROMISE_LATE: _promise,
    AttentionReason.ACTION_LATE: _step,
    AttentionReason.BACK: _back,
    AttentionReason.PROMISE_DUE: _promise,
    AttentionReason.ACTION_DUE: _step,
    AttentionReason.PLAN_ENDED: _ended,
    AttentionReason.NO_CAREER_CONVERSATION: _no_career,
    AttentionReason.PLAN_STALE: _stale,
    AttentionReason.NO_MOTIVATORS: _no_motivators,
    AttentionReason.NO_PLAN: _no_plan,
}
