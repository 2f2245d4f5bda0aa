"""A plan as a document. It is made from a `SharedPlan`, which holds nothing private."""

from __future__ import annotations

from datetime import date

from careerdesk.documents.model import Callout, Document, Item, Row, Section
from careerdesk.documents.words import Words
from careerdesk.domain.records import Horizon, ItemState, Measure
from careerdesk.domain.shared import SharedItem, SharedKeyResult, SharedPlan


def plan_document(plan: SharedPlan, today: date, words: Words) -> Document:
    """The plan for its person, as of *today*."""
    tr = words.tr
    period = words.period(plan.starts_on, plan.ends_on)
    return Document(
        language=words.language,
        kicker=f"{tr('Action plan')}, {plan.title or period}",
        title=plan.person_name,
        line=_line(plan, words),
        callout=_callout(plan, words),
        sections=_sections(plan, words),
        empty="" if plan.items else tr("There are no goals in this plan yet."),
        footer_name=plan.person_name,
        footer_date=tr("As of {day}").format(day=words.day(today)),
        page_words=tr("Page {n} of {count}"),
    )


def _line(plan: SharedPlan, words: Words) -> str:
    who = ", ".join(part for part in (plan.person_title, plan.person_team) if part)
    agreed = ""
    if plan.agreed_on:
        agreed = words.tr("Agreed on {day}.").format(day=words.day(plan.agreed_on))
    return " ".join(part for part in (f"{who}." if who else "", agreed) if part)


def _callout(plan: SharedPlan, words: Words) -> Callout | None:
    if not plan.drivers:
        return None
    return Callout(words.tr("What drives me"), ", ".join(plan.drivers))


def _sections(plan: SharedPlan, words: Words) -> tuple[Section, ...]:
    titles = {
        Horizon.SHORT: words.tr("Short term"),
        Horizon.LONGER: words.tr("Longer term"),
    }
    numbered = list(enumerate(plan.items, 1))
    sections = []
    for horizon, title in titles.items():
        items = [_item(n, item, plan, words) for n, item in numbered if item.horizon is horizon]
        if items:
            sections.append(Section(title, tuple(items)))
    return tuple(sections)


def _item(number: int, item: SharedItem, plan: SharedPlan, words: Words) -> Item:
    due = words.tr("by {day}").format(day=words.day(item.due_on)) if item.due_on else ""
    progress = item.progress
    said = words.percent(progress) if progress is not None else words.tr("no measure")
    return Item(
        number, item.title, item.state.value, state_name(item.state, words), progress, said, due,
        _rows(item, plan, words),
    )  # fmt: skip


def _rows(item: SharedItem, plan: SharedPlan, words: Words) -> tuple[Row, ...]:
    tr = words.tr
    drivers = ", ".join(item.motivators)
    for_person = ([f"{drivers}."] if drivers else []) + _lines(item.for_person)
    for_business = ([f"{item.objective}."] if item.objective else []) + _lines(item.for_business)
    measured = [_measured(result, words) for result in item.key_results]
    rows = (
        (tr("For {name}").format(name=plan.person_short_name), for_person),
        (tr("For the business"), for_business),
        (tr("We measure"), measured),
    )
    return tuple(Row(label, tuple(lines)) for label, lines in rows if lines)


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip().split("\n")] if text.strip() else []


def _measured(result: SharedKeyResult, words: Words) -> str:
    if result.measure is Measure.MILESTONE:
        reached = result.current is not None and result.current >= result.target
        return f"{result.name}: {words.tr('reached') if reached else words.tr('not yet')}"
    unit = f"\u00a0{result.unit}" if result.unit else ""
    if result.measure is Measure.PERCENT and not result.unit:
        unit = "\u202f%"
    way = words.tr("{name}: from {start} to {target}{unit}").format(
        name=result.name,
        start=words.number(result.baseline),
        target=words.number(result.target),
        unit=unit,
    )
    if result.current is None:
        return way
    now = words.tr("now {value}{unit}").format(value=words.number(result.current), unit=unit)
    return f"{way}, {now}"


def state_name(state: ItemState, words: Words) -> str:
    """How a goal is going, in words."""
    return {
        ItemState.NOT_STARTED: words.tr("Not started"),
        ItemState.ON_TRACK: words.tr("On track"),
        ItemState.AT_RISK: words.tr("At risk"),
        ItemState.BLOCKED: words.tr("Blocked"),
        ItemState.DONE: words.tr("Done"),
        ItemState.DROPPED: words.tr("Dropped"),
    }[state]
