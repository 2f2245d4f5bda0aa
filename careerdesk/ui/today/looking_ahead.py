"""The card *Looking ahead*: a few true sentences, each of which leads somewhere."""

from __future__ import annotations

from careerdesk.domain.balance import Balance, sentences
from careerdesk.domain.brief_lines import Sentence
from careerdesk.domain.records import Person
from careerdesk.domain.today import Today
from careerdesk.i18n import tr
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.today.rows import Do, RowAction, RowKind, TodayRow


def looking_ahead(balance: Balance, page: Today) -> list[TodayRow]:
    """What the quarter's sentences say, and where each leads."""
    leads = [
        lead
        for lead, said in (
            (_career(page.next_career or page.last_held), balance.people),
            (_last(page.last_held), balance.checkins),
            (RowAction(Do.REVIEWS, tr("Open reviews")), balance.meetings),
        )
        if said
    ]
    pairs = zip(sentences(balance), leads, strict=True)
    return [_row(number, said, lead) for number, (said, lead) in enumerate(pairs, 1)]


def _career(person: Person | None) -> RowAction | None:
    if person is None:
        return None
    words = tr("Next: {name}", name=person.short_name)
    return RowAction(Do.OPEN, words, person.id, "check-ins")


def _last(person: Person | None) -> RowAction | None:
    if person is None:
        return None
    words = tr("Last: {name}", name=person.short_name)
    return RowAction(Do.OPEN, words, person.id, "check-ins")


def _row(number: int, said: Sentence, lead: RowAction | None) -> TodayRow:
    return TodayRow(
        number,
        said.said(Dates.long_day),
        actions=(lead,) if lead else (),
        kind=RowKind.SMALL,
        person_id=lead.aim if lead else 0,
    )
