"""The share sheet as a document.

It is made from a `ShareSheet`, which holds nothing private; `services.reviews.sheet` decides what
goes into it. `ui.reviews.sharing.sheet_paper` shows the same on the page.
"""

from __future__ import annotations

from datetime import date

from careerdesk.documents.model import Callout, Document, Note, Section
from careerdesk.documents.prose import listed, prose
from careerdesk.documents.reviews.words import cycle_line, source_word, who_line
from careerdesk.documents.words import Words
from careerdesk.domain.reviews.sheet import ShareSheet
from careerdesk.i18n import tr


def sheet_document(sheet: ShareSheet, today: date, words: Words, paper: str = "") -> Document:
    """The review for its person, as of *today*; a draft says so at the top and on each page.

    One that says what was read names the day on which it was in its place.
    """
    whose = sheet.whose
    kicker = cycle_line(whose, words)
    name = tr("Draft: {name}", name=whose.name) if sheet.is_draft else whose.name
    return Document(
        language=words.language,
        kicker=tr("Draft: {what}", what=kicker) if sheet.is_draft else kicker,
        title=whose.name,
        line=_line(sheet, words),
        callout=_rating(sheet),
        sections=tuple(_sections(sheet, words)),
        empty=tr("There's nothing to read yet.") if sheet.is_empty else "",
        footer_name=name,
        footer_date=_as_of(sheet, today, words),
        page_words=tr("Page {n} of {count}"),
        paper=paper,
        room="review",
    )


def _as_of(sheet: ShareSheet, today: date, words: Words) -> str:
    on = sheet.shared_on
    if on is None or not sheet.is_as_read:
        return tr("As of {day}", day=words.day(today))
    if sheet.first_shared_on:
        return tr("Corrected on {day}", day=words.day(on))
    return tr("Shared on {day}", day=words.day(on))


def _line(sheet: ShareSheet, words: Words) -> str:
    who = who_line(sheet.whose)
    return " ".join(part for part in (f"{who}." if who else "", _shared(sheet, words)) if part)


def _shared(sheet: ShareSheet, words: Words) -> str:
    """*Shared on 3 December 2026.*, and of a correction when it was first shared."""
    on, first = sheet.shared_on, sheet.first_shared_on
    if on is None:
        return ""
    if first is None:
        return tr("Shared on {day}.", day=words.day(on))
    return tr(
        "Corrected on {day}, first shared on {first}.", day=words.day(on), first=words.day(first)
    )


def _rating(sheet: ShareSheet) -> Callout | None:
    if not sheet.rating:
        return None
    meaning = " ".join(sheet.rating_meaning.split())
    return Callout(tr("Rating"), ": ".join(filter(None, (sheet.rating, meaning))))


def _sections(sheet: ShareSheet, words: Words) -> list[Section]:
    strengths = tuple(
        Note(one.title, f"{source_word(one.source)}, {words.day(one.on)}")
        for one in sheet.strengths
    )
    name = sheet.whose.short_name
    found = [
        Section(tr("Looking back"), paragraphs=prose(sheet.narrative)),
        Section(tr("Based on"), notes=strengths),
        Section(tr("Towards the next level"), notes=listed(sheet.gaps)),
        Section(
            tr("Goals from this review"),
            notes=tuple(Note(goal, point=True) for goal in sheet.goals),
        ),
        Section(tr("Closing remarks"), paragraphs=prose(sheet.closing)),
        Section(tr("{name}'s response", name=name), paragraphs=_response(sheet, words)),
    ]
    return [one for one in found if one.notes or one.paragraphs]


def _response(sheet: ShareSheet, words: Words) -> tuple[str, ...]:
    said = prose(sheet.response)
    if said and sheet.response_on:
        return (*said, tr("Received on {day}.", day=words.day(sheet.response_on)))
    return said
