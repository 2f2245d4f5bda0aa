"""A plan as a document. It is made from a `SharedPlan`, which holds nothing private."""

from __future__ import annotations

from datetime import date

from careerdesk.documents.model import Callout, Document, Item, Said, Section
from careerdesk.documents.plan_changes import changes_section
from careerdesk.documents.plan_rows import goal_rows
from careerdesk.documents.words import Words, quoted
from careerdesk.domain.agreement import Agreement, printed
from careerdesk.domain.loop import Reach
from careerdesk.domain.records import STATE_NAMES, Horizon, ItemState, PlanState
from careerdesk.domain.shared import SharedItem, SharedPlan
from careerdesk.i18n import tr, translated


def plan_document(
    plan: SharedPlan, today: date, words: Words, agreement: Agreement | None = None
) -> Document:
    """The plan for its person, as of *today*; a draft says nothing of an *agreement*.

    Without one, a plan that is agreed tells the day alone.
    """
    period = words.period(plan.starts_on, plan.ends_on)
    agreed = told_agreement(plan, agreement)
    return Document(
        language=words.language,
        kicker=tr("Action plan, {title}", title=plan.title or period),
        title=plan.person_name,
        line=_line(plan, agreed, words),
        callout=_callout(plan),
        sections=(*_goals(plan, words), *_changes(plan, agreed, words)),
        empty="" if plan.items else tr("There are no goals in this plan yet."),
        footer_name=plan.person_name,
        footer_date=tr("As of {day}", day=words.day(today)),
        page_words=tr("Page {n} of {count}"),
        squeezable=True,
    )


def told_agreement(plan: SharedPlan, known: Agreement | None) -> Agreement | None:
    """What a plan says of its agreement: nothing in a draft, the day alone if no more is known."""
    if plan.agreed_on is None or plan.state is PlanState.DRAFT:
        return None
    return known or Agreement(plan.agreed_on)


def _line(plan: SharedPlan, agreed: Agreement | None, words: Words) -> str:
    who = ", ".join(part for part in (plan.person_title, plan.person_team) if part)
    told = printed(agreed, words.day) if agreed else ""
    return " ".join(part for part in (f"{who}." if who else "", told) if part)


def _callout(plan: SharedPlan) -> Callout | None:
    """Where the person wants to go, in their words, and what drives them."""
    drivers = ", ".join(plan.drivers)
    said = tuple(_said(reach, plan) for reach in _titles())
    said = tuple(one for one in said if one.quotes)
    if said:
        return Callout(said=said, quiet=_driven(drivers) if drivers else "")
    return Callout(tr("What drives me"), drivers) if drivers else None


def _driven(drivers: str) -> str:
    return tr("What drives me: {motivators}", motivators=drivers)


def _said(reach: Reach, plan: SharedPlan) -> Said:
    found = (one.statement.strip() for one in plan.aspirations if one.reach is reach)
    return Said(_titles()[reach], tuple(quoted(text) for text in found))


def _titles() -> dict[Reach, str]:
    return {
        Reach.ONE_YEAR: tr("Where I want to be in 1 year"),
        Reach.TWO_TO_THREE: tr("Where I want to be in 2–3 years"),
        Reach.FIVE_PLUS: tr("Where I want to be in 5 years or more"),
    }


def _goals(plan: SharedPlan, words: Words) -> tuple[Section, ...]:
    titles = {
        Horizon.SHORT: tr("Short term"),
        Horizon.LONGER: tr("Longer term"),
    }
    numbered = list(enumerate(plan.items, 1))
    sections = []
    for horizon, title in titles.items():
        items = [_item(n, item, plan, words) for n, item in numbered if item.horizon is horizon]
        if items:
            sections.append(Section(title, tuple(items)))
    return tuple(sections)


def _changes(plan: SharedPlan, agreed: Agreement | None, words: Words) -> tuple[Section, ...]:
    return (changes_section(agreed, plan, words),) if agreed and agreed.changes else ()


def _item(number: int, item: SharedItem, plan: SharedPlan, words: Words) -> Item:
    return Item(
        number, item.title, item.state.value, translated(STATE_NAMES[item.state]), item.progress,
        _progress(item, words), _when(item, words), goal_rows(item, plan.person_short_name, words),
    )  # fmt: skip


def _progress(item: SharedItem, words: Words) -> str:
    """How far it is; that nothing measures it is no fault of a personal goal."""
    if item.progress is not None:
        return words.percent(item.progress)
    return "" if item.personal else tr("not measured")


def _when(item: SharedItem, words: Words) -> str:
    """Until when, or since when it is reached; that it is personal, or may be cited."""
    day = ""
    if item.state is ItemState.DONE and item.reached_on:
        day = tr("reached on {day}", day=words.day(item.reached_on))
    elif item.due_on:
        day = tr("by {day}", day=words.day(item.due_on))
    if item.may_be_cited:
        return (
            tr("{day}, may be cited in a review", day=day)
            if day
            else tr("may be cited in a review")
        )
    if not item.personal:
        return day
    return tr("personal, {day}", day=day) if day else tr("personal")
