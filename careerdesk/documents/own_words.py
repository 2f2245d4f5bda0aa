"""*In your own words* as a document. It is made from `OwnWords`, which hold no guess."""

from __future__ import annotations

from datetime import date

from careerdesk.documents.model import Document, Part, Section
from careerdesk.documents.words import Words, quoted
from careerdesk.domain.loop import Reach
from careerdesk.domain.own_words import OwnAspiration, OwnMotivator, OwnWords
from careerdesk.i18n import tr


def own_words_document(own: OwnWords, today: date, words: Words) -> Document:
    """What a person said that moves them, for them to read, as of *today*."""
    return Document(
        language=words.language,
        kicker=tr("In your own words"),
        title=own.person_name,
        line=_line(own),
        callout=None,
        sections=_sections(own, words),
        empty=tr("Nothing you've said has been written down yet.") if own.is_empty else "",
        footer_name=own.person_name,
        footer_date=tr("As of {day}", day=words.day(today)),
        page_words=tr("Page {n} of {count}"),
    )


def _line(own: OwnWords) -> str:
    who = ", ".join(part for part in (own.person_title, own.person_team) if part)
    what = tr("What you said, as it was written down.")
    return f"{who}. {what}" if who else what


def _sections(own: OwnWords, words: Words) -> tuple[Section, ...]:
    wanted = _wanted(own.aspirations)
    sections = (
        Section(tr("Where I want to go"), parts=wanted),
        Section(tr("What drives me"), parts=_said(own.drives, words)),
        Section(tr("What matters to me"), parts=_said(own.values, words)),
        Section(tr("What drains me"), parts=_said(own.drains, words)),
    )
    found = tuple(one for one in sections if one.parts)
    return (*found, _pen()) if found else ()


def _pen() -> Section:
    """What the reader may do with it."""
    said = tr(
        "Correct anything that isn't right. Cross out anything you don't "
        "want kept, and it will be deleted."
    )
    return Section(tr("Not quite right?"), paragraphs=(said,))


def _said(motivators: tuple[OwnMotivator, ...], words: Words) -> tuple[Part, ...]:
    return tuple(
        Part(
            one.name,
            (quoted(one.quote),) if one.quote else (),
            tr("said on {day}", day=words.day(one.said_on)) if one.said_on else "",
        )
        for one in motivators
    )


def _wanted(aspirations: tuple[OwnAspiration, ...]) -> tuple[Part, ...]:
    found = []
    for reach in Reach:
        said = tuple(quoted(one.statement) for one in aspirations if one.reach is reach)
        if said:
            found.append(Part(reach_name(reach), said))
    return tuple(found)


def reach_name(reach: Reach) -> str:
    """How far ahead an aspiration lies, in words."""
    return {
        Reach.ONE_YEAR: tr("In a year"),
        Reach.TWO_TO_THREE: tr("In two to three years"),
        Reach.FIVE_PLUS: tr("In five years or more"),
    }[reach]
