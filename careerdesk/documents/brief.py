"""A brief as a document of one page."""

from __future__ import annotations

from datetime import date

from careerdesk.documents.model import Document, Note, Section
from careerdesk.documents.words import Words
from careerdesk.domain.brief_groups import groups
from careerdesk.domain.brief_lines import STATES, Group, Line, LineKind, Part, Said
from careerdesk.domain.note_lines import NoteLine
from careerdesk.domain.records import CheckInKind
from careerdesk.domain.views import Brief
from careerdesk.i18n import N_, tr, translated

KINDS = {
    CheckInKind.ONE_ON_ONE: N_("Next 1:1"),
    CheckInKind.CAREER: N_("Next career conversation"),
    CheckInKind.REVIEW: N_("Next check-in"),
    CheckInKind.OTHER: N_("Next check-in"),
}
MISSED = {
    CheckInKind.ONE_ON_ONE: N_("Missed 1:1"),
    CheckInKind.CAREER: N_("Missed career conversation"),
    CheckInKind.REVIEW: N_("Missed check-in"),
    CheckInKind.OTHER: N_("Missed check-in"),
}
MOST_DRIVES = 8
KEYS = {  # of the data form, which others read
    Part.SINCE: "Since last time", Part.PROMISES: "Promises due", Part.GOALS: "Goals to look at",
    Part.NEXT_ACTION: "Next step", Part.AGENDA: "Open agenda", Part.QUESTION: "A question",
    Part.WISHES: "Aspirations", Part.DRIVES: "What drives them", Part.FEEDBACK: "Feedback",
    Part.TEMPERATURE: "Temperature",
}  # fmt: skip
RIGHT = (Part.QUESTION, Part.DRIVES, Part.TEMPERATURE, Part.FEEDBACK)


def brief_document(brief: Brief, words: Words, *, private: bool, paper: str = "") -> Document:
    """The brief; without *private* nothing that is for the manager alone. *paper*: as in pdf."""
    person = brief.person
    kicker = (
        tr("Brief for the career conversation") if brief.is_career else tr("Brief for the next 1:1")
    )
    parts = (person.title, person.team, when_words(brief, words))
    return Document(
        language=words.language,
        kicker=kicker,
        title=person.name,
        line=", ".join(part for part in parts if part),
        callout=None,
        sections=tuple(
            _section(group, words)
            for group in groups(brief, private=private)
            if group.part is not Part.IDEAS  # they are in no document
        ),
        empty="",
        footer_name=person.name,
        footer_date=tr("As of {day}", day=words.day(brief.today)),
        page_words=tr("Page {n} of {count}"),
        paper=paper,
        one_page=True,
        more_words=tr("and {n} more"),
        room_for_notes=tr("Notes"),
    )


def when_words(brief: Brief, words: Words) -> str:
    """*Next 1:1: 26 November 2026, 14:00*, *Missed 1:1: …*, or the day when one is due."""
    if brief.next_on is None:
        return ""
    if brief.next_at is None:
        return tr("Next check-in due: {day}", day=words.day(brief.next_on))
    kinds = MISSED if brief.next_on < brief.today else KINDS
    kind = translated(kinds[brief.kind])
    return f"{kind}: {words.day(brief.next_on)}, {words.time(brief.next_at.astimezone())}"


def _section(group: Group, words: Words) -> Section:
    first, last = group.shown(group.most)
    notes = [note for line in first for note in _notes(line, words)]
    rest = len(group.lines) - len(first) - len(last)
    if rest:
        notes.append(Note(tr("and {n} more", n=rest), quiet=True))
    notes += [note for line in last for note in _notes(line, words)]
    drives = [line for line in group.lines if line.kind is LineKind.DRIVES]
    if drives:
        names = [_driving(place, line, words) for place, line in enumerate(drives, 1)]
        more = len(names) - MOST_DRIVES
        rest_words = [tr("and {n} more", n=more)] if more > 0 else []
        notes.append(Note(", ".join([*names[:MOST_DRIVES], *rest_words])))
    if group.remark or not notes:
        notes.insert(0, Note(translated(group.remark or group.nothing), quiet=True))
    return Section(
        _say(group.title, words), notes=tuple(notes), beside=group.part in RIGHT,
        boxed=group.part is Part.QUESTION, key=KEYS.get(group.part, ""),
    )  # fmt: skip


def _driving(place: int, line: Line, words: Words) -> str:
    name = f"{place} {_say(line.text, words)}"
    return tr("{name} (private, your guess)", name=name) if line.private else name


def _say(said: Said | str | None, words: Words) -> str:
    if said is None or isinstance(said, str):
        return said or ""
    return said.said(words.day, words.number)


def _notes(line: Line, words: Words) -> list[Note]:
    """A line, and below it what it unfolds to; what drives somebody is put together elsewhere."""
    if line.kind is LineKind.DRIVES:
        return []
    mark = tr("Private") if line.private else ""
    text, below, aside = (_say(one, words) for one in (line.text, line.below, line.aside))
    if line.kind is LineKind.NOTE:
        text = last_note_words(line)
    if line.state is not None:
        aside = ", ".join(filter(None, (translated(STATES[line.state]), aside)))
    whole = f"{text} ({below})" if below else text
    if line.kind is LineKind.FEEDBACK:
        whole = f"{text.rstrip('.')}. {below}" if below else text
    return [Note(whole, aside, mark, tick=line.ticked), *map(_note_line, line.body)]


def last_note_words(line: Line) -> str:
    """What stands over the words of a last note."""
    return tr("Last private note") if line.private else tr("Last note")


def _note_line(line: NoteLine) -> Note:
    return Note(f"{line.before}{line.words}", heading=line.heading, inset=True)


def iso_day(day: date) -> str:
    """A day as commands write it; of a moment its day."""
    return day.isoformat()[:10]
