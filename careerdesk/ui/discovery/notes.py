"""The discovery notes of a person, as rows."""

from __future__ import annotations

from careerdesk.compat import override
from careerdesk.domain.text import excerpt
from careerdesk.domain.views import NoteView
from careerdesk.i18n import tr
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.widgets.past_day import noted_words
from careerdesk.ui.widgets.record_list import RecordListModel


def heading(view: NoteView) -> str:
    """What a note is about: its question, or that it is a free one."""
    return excerpt(view.question_text) or tr("Note")


def beginning(view: NoteView) -> str:
    """How the person's words begin."""
    if view.note.off_record:
        return tr("Off the record")
    return excerpt(view.note.their_words) or tr("No notes yet")


class NoteModel(RecordListModel[NoteView]):
    """Rows are `NoteView`s, the newest first; `discreet`: no word of private readings."""

    discreet = False

    def has_mark(self, row: NoteView) -> bool:
        """Whether a row is marked: all or a part of it is private, and it may say so."""
        return (row.note.private or bool(row.note.my_reading.strip())) and not self.discreet

    @override
    def text(self, row: NoteView) -> str:
        """The question, or that it is a free note."""
        return heading(row)

    @override
    def spoken(self, row: NoteView) -> str:
        """Question, day, how it begins, and whether there is a private reading."""
        day = Dates.long_day(row.note.asked_on)
        if row.note.in_writing:
            day = tr("in writing, {day}", day=day)
        if noted := noted_words(row.note.asked_on, row.note.noted_on):
            day = f"{day}, {noted}"
        words = tr(
            "{question} {day}: {beginning}",
            question=heading(row),
            day=day,
            beginning=beginning(row),
        )
        if row.note.private:
            return tr("Private. {note}", note=words)
        if self.has_mark(row):
            return tr("{note}. Includes a private interpretation.", note=words)
        return words
