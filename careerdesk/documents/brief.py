"""A brief as a document of one page."""

from __future__ import annotations

from careerdesk.documents.model import Document, Note, Section
from careerdesk.documents.words import Words
from careerdesk.domain.brief_lines import Group, Line, Sentence, groups
from careerdesk.domain.views import Brief


def brief_document(brief: Brief, words: Words, *, private: bool, paper: str = "") -> Document:
    """The brief; without *private* nothing that is for the manager alone. *paper*: as in pdf."""
    tr, person = words.tr, brief.person
    when = tr("Next talk {day}").format(day=words.day(brief.next_on)) if brief.next_on else ""
    return Document(
        language=words.language,
        kicker=tr("Brief for the next talk"),
        title=person.name,
        line=", ".join(part for part in (person.title, person.team, when) if part),
        callout=None,
        sections=tuple(_section(group, words) for group in groups(brief, private=private)),
        empty="",
        footer_name=person.name,
        footer_date=tr("As of {day}").format(day=words.day(brief.today)),
        page_words=tr("Page {n} of {count}"),
        paper=paper,
        one_page=True,
        more_words=tr("and {n} more"),
    )


def _section(group: Group, words: Words) -> Section:
    notes = tuple(_note(line, words) for line in group.lines)
    nothing = Note(words.tr(group.nothing), quiet=True)
    return Section(words.tr(group.title), notes=notes or (nothing,))


def _note(line: Line, words: Words) -> Note:
    def say(sentence: Sentence) -> str:
        """In the words of the document."""
        return sentence.said(words.tr, words.day)

    text = line.text if isinstance(line.text, str) else say(line.text)
    mark = words.tr("Private") if line.private else ""
    return Note(text, say(line.aside) if line.aside else "", mark)
