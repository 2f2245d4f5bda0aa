"""The summary of a check-in as its person reads it, made from `CheckInSummary` alone.

Anyone who sends it is *I* in it: it goes into a mail or a chat of theirs, without a greeting.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from careerdesk.documents.checkins import measured
from careerdesk.documents.model import Document, Note, Section
from careerdesk.documents.prose import noted
from careerdesk.documents.words import Words
from careerdesk.domain.goal_changes import in_words
from careerdesk.domain.records import CheckInKind, Owner
from careerdesk.domain.shared import SharedPromise
from careerdesk.domain.summary import CheckInSummary
from careerdesk.i18n import fill, tr


def checkin_summary_document(summary: CheckInSummary, today: date, words: Words) -> Document:
    """What was said, promised and changed in the plan, and the day of the next one."""
    return Document(
        language=words.language,
        kicker=summary.person_name,
        title=_title(summary, today, words),
        line="",
        callout=None,
        sections=tuple(one for one in _sections(summary, today, words) if one.notes),
        empty=tr("Nothing was noted.") if summary.is_empty else "",
        footer_name=summary.person_name,
        footer_date=tr("As of {day}", day=words.day(today)),
        page_words=tr("Page {n} of {count}"),
    )


def _title(summary: CheckInSummary, today: date, words: Words) -> str:
    template = {
        CheckInKind.ONE_ON_ONE: tr("Our 1:1 on {day}"),
        CheckInKind.CAREER: tr("Our career conversation on {day}"),
    }.get(summary.kind, tr("Our check-in on {day}"))
    return fill(template, day=_day(summary.on, today, words))


def _day(day: date, today: date, words: Words) -> str:
    return words.week_day(day) if day.year == today.year else words.day(day)


def _sections(summary: CheckInSummary, today: date, words: Words) -> Iterator[Section]:
    yield Section(tr("What we talked about"), notes=tuple(noted(summary.notes)), key="notes")
    for owner, title in ((Owner.THEM, tr("You promised")), (Owner.ME, tr("I promised"))):
        theirs = (one for one in summary.promises if one.owner is owner)
        yield Section(title, notes=tuple(_promises(theirs, today, words)), key=f"promises_{owner}")
    yield Section(tr("Changes to your plan"), notes=tuple(_plan(summary, words)), key="plan")
    yield Section(tr("Next check-in"), notes=tuple(_next(summary, today, words)), key="next")


def _promises(found: Iterable[SharedPromise], today: date, words: Words) -> Iterator[Note]:
    for one in found:
        aside = ""
        if one.done_on:
            aside = tr("done on {day}", day=_day(one.done_on, today, words))
        elif one.due_on:
            aside = tr("by {day}", day=_day(one.due_on, today, words))
        yield Note(one.text, aside, point=True)


def _plan(summary: CheckInSummary, words: Words) -> Iterator[Note]:
    for goal in summary.changes:
        yield Note(in_words([goal], words.listed_day), point=True)
    for reading in summary.readings:
        value = tr("{name}: {value}", name=reading.name, value=measured(reading, words))
        yield Note(value, point=True)


def _next(summary: CheckInSummary, today: date, words: Words) -> Iterator[Note]:
    if summary.next_at is not None:
        day = _day(summary.next_at.date(), today, words)
        yield Note(tr("{day}, {time}", day=day, time=words.time(summary.next_at)))
