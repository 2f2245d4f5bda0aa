"""The check-ins with a person as a document; what is private comes apart, if at all."""

from __future__ import annotations

from collections.abc import Iterator

from careerdesk.documents.model import Document, Note, Section
from careerdesk.documents.prose import lines, noted
from careerdesk.documents.words import Words
from careerdesk.domain.goal_changes import in_words
from careerdesk.domain.parts import Parts, mapped, through
from careerdesk.domain.records import CheckInKind, CheckInState, Measure, Owner
from careerdesk.domain.shared import SharedCheckIn, SharedPromise, SharedValue
from careerdesk.domain.summaries import PrivateSide, Summary
from careerdesk.i18n import tr

AT_A_TIME = 10  # check-ins: their notes are read as Markdown


def summary_document(summary: Summary, words: Words) -> Document:
    """All check-ins, the newest first."""
    return through(composing_summary(summary, words))


def composing_summary(summary: Summary, words: Words) -> Parts[Document]:
    """The same in parts."""
    sections = yield from mapped(
        lambda check_in: _section(check_in, summary, words), summary.check_ins, AT_A_TIME
    )
    return _document(summary, tuple(sections), words)


def _document(summary: Summary, sections: tuple[Section, ...], words: Words) -> Document:
    return Document(
        language=words.language,
        kicker=tr("Check-ins"),
        title=summary.person_name,
        line=", ".join(part for part in (summary.person_title, summary.person_team) if part),
        callout=None,
        sections=sections,
        empty="" if summary.check_ins else tr("No check-ins yet."),
        footer_name=summary.person_name,
        footer_date=tr("As of {day}", day=words.day(summary.on)),
        page_words=tr("Page {n} of {count}"),
        dated=True,
    )


def _section(check_in: SharedCheckIn, summary: Summary, words: Words) -> Section:
    notes = list(_shared(check_in, summary.person_short_name, words))
    notes += _private(summary.private.get(check_in.id, PrivateSide()))
    if check_in.state is not CheckInState.HELD:
        notes.insert(0, Note(tr("Did not take place."), quiet=True))
    shown = tuple(notes or [_nothing()])
    return Section(words.listed_day(check_in.on), notes=shown, aside=_aside(check_in, words))


def _nothing() -> Note:
    return Note(tr("Nothing was noted."), quiet=True)


def _aside(check_in: SharedCheckIn, words: Words) -> str:
    """Its kind, how long it took, and when it was written down if that was another day."""
    parts = [kind_name(check_in.kind)]
    if check_in.minutes and check_in.state is CheckInState.HELD:
        parts.append(tr("{n} min", n=check_in.minutes))
    if check_in.noted_on and check_in.noted_on != check_in.on:
        parts.append(tr("noted on {day}", day=words.listed_day(check_in.noted_on)))
    return ", ".join(parts)


def kind_name(kind: CheckInKind) -> str:
    """What a check-in was for."""
    return {
        CheckInKind.ONE_ON_ONE: tr("1:1"),
        CheckInKind.CAREER: tr("Career"),
        CheckInKind.REVIEW: tr("Review"),
        CheckInKind.OTHER: tr("Other"),
    }[kind]


def _shared(check_in: SharedCheckIn, name: str, words: Words) -> Iterator[Note]:
    yield from noted(check_in.notes)
    for point in check_in.points:
        yield Note(point, mark=tr("Discussed"))
    for reading in check_in.readings:
        yield Note(reading.name, mark=tr("Measured"), value=measured(reading, words))
    if check_in.changes:
        changed = in_words(check_in.changes, words.listed_day)
        yield Note(changed, mark=tr("Changed in this check-in"))
    for promise in check_in.promises:
        yield Note(promise.text, _promised(promise, name, words), tr("Promise"))
    for told in check_in.feedback:
        yield Note(told, mark=tr("Feedback"))


def _private(side: PrivateSide) -> Iterator[Note]:
    mark = tr("Private")
    felt = _felt(side)
    for text in (*lines(side.notes), *side.points, *felt, *lines(side.temperature_words)):
        yield Note(text, mark=mark)
    for heard in side.heard:
        yield Note(heard, tr("from others"), mark)


def _felt(side: PrivateSide) -> list[str]:
    values = {
        name: f"{value:+d}".replace("-", "−").replace("+0", "0")
        for name, value in (("said", side.said), ("sensed", side.sensed))
        if value is not None
    }
    if not values:
        return []
    if "sensed" not in values:
        return [tr("Temperature: said {said}", **values)]
    if "said" not in values:
        return [tr("Temperature: sensed {sensed}", **values)]
    return [tr("Temperature: said {said}, sensed {sensed}", **values)]


def measured(reading: SharedValue, words: Words) -> str:
    """What a key result stood at: its value with its unit, or whether it is reached."""
    if reading.measure is Measure.MILESTONE:
        return tr("reached") if reading.value >= 1 else tr("not yet")
    unit = "\u202f%" if reading.measure is Measure.PERCENT else f"\u00a0{reading.unit.strip()}"
    return f"{words.number(reading.value)}{unit}".rstrip()


def _promised(promise: SharedPromise, name: str, words: Words) -> str:
    who = name if promise.owner is Owner.THEM else tr("manager")
    if promise.done_on:
        return tr("{who}, done on {day}", who=who, day=words.day(promise.done_on))
    if promise.due_on:
        return tr("{who}, by {day}", who=who, day=words.day(promise.due_on))
    return tr("{who}, open", who=who)
