"""A talk that is going on: agenda and promises, notes, key results and temperature."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.ui.agenda.agenda import AgendaBox
from careerdesk.ui.agenda.promises import PromiseBox
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.texts import tr
from careerdesk.ui.checkins.readings import Readings
from careerdesk.ui.checkins.talk_bar import TalkBar
from careerdesk.ui.checkins.talk_columns import AGENDA, NOTES, READINGS, TalkColumns
from careerdesk.ui.checkins.talk_notes import TalkNotes
from careerdesk.ui.checkins.temperature import TemperatureBox
from careerdesk.ui.feedback.feedback_box import FeedbackBox
from careerdesk.ui.widgets.section import Section
from careerdesk.ui.widgets.typed_field import TypedField, take_all


class RunningTalk(QWidget):
    """The bar, and below it all parts of the talk in as many columns as there is room for."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start without a talk."""
        super().__init__(parent)
        theme = ctx.theme
        self.bar = TalkBar(ctx)
        self.agenda = AgendaBox(ctx, "talk", brief=True)
        self.promises = PromiseBox(ctx, "talk", grouped=True)
        self.notes = TalkNotes(ctx, names.CHECK_IN_SHARED, names.CHECK_IN_PRIVATE)
        self.readings = Readings(ctx)
        self.temperature = TemperatureBox(ctx)
        self.feedback = FeedbackBox(ctx, "talk")
        self.agenda_section = _section(Section(theme, tr("Agenda"), "prepare"), self.agenda)
        self.agenda_section.tools.addWidget(self.agenda.more)
        self.promise_section = _section(Section(theme, tr("Promises"), "promise"), self.promises)
        self.reading_section = _section(
            Section(theme, tr("Key results now"), "key-result", tr("enter in passing")),
            self.readings,
        )
        head = self.agenda.more.sizeHint().height()  # of the agenda's, so that both stand level
        self.reading_section.tools.addStrut(head)
        self.feeling_section = _section(
            Section(theme, tr("Temperature"), "temperature"), self.temperature
        )
        ctx.sharing.veil(self.feeling_section)
        self.feedback_section = _section(Section(theme, tr("Feedback"), "feedback"), self.feedback)
        self.columns = TalkColumns(
            theme,
            self.notes,
            (self.agenda_section, self.promise_section),
            (self.reading_section, self.feeling_section, self.feedback_section),
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.bar)
        outer.addWidget(self.columns, 1)
        self.agenda.changed.connect(self._tell_agenda)
        self.feedback.left.connect(self.focus_notes)

    def take_in(self) -> bool:
        """Add what is typed and not added yet; what cannot be read gets the cursor."""
        if not take_all(self.findChildren(TypedField)):
            return False
        rows = self.agenda.add, self.promises.add
        return all(row.take_in() for row in rows) and self.feedback.take_in()

    def focus_agenda(self) -> None:
        """Put the cursor where a point is typed."""
        self.columns.show_part(AGENDA)
        self.agenda.focus_add()

    def focus_feedback(self) -> None:
        """Put the cursor where feedback is typed."""
        self.columns.show_part(READINGS)
        self.feedback.open_form()

    def focus_notes(self) -> None:
        """Put the cursor where the shared notes go on."""
        if self.columns.columns == 1:
            self.columns.show_part(NOTES)
        self.notes.begin_typing()

    def _tell_agenda(self) -> None:
        rows = self.agenda.model.rows
        done = len(rows) - self.agenda.model.open_count()
        words = tr("{done} of {all}").format(done=done, all=len(rows)) if rows else ""
        self.agenda_section.set_caption(words)


def _section(section: Section, part: QWidget) -> Section:
    section.body.addWidget(part)
    return section
