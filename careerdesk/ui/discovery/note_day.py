"""When a discovery note was asked, put right in its place; and when it was noted, if later."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from careerdesk.domain.records import DiscoveryNote
from careerdesk.i18n import tr
from careerdesk.services import discovery
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.unstored import HalfTyped
from careerdesk.ui.theme.theme import set_kind
from careerdesk.ui.widgets.labels import Caption
from careerdesk.ui.widgets.past_day import PastDay, noted_words

NOTE_DAY = "noteDay"


class NoteDay(QWidget):
    """The day stands there as words; it can be typed over, and is stored at once.

    `moved` tells the day of a note that is not stored yet.
    """

    moved = Signal(object)

    def __init__(self, ctx: Context) -> None:
        """Start without a note."""
        super().__init__()
        self._ctx = ctx
        self._note: DiscoveryNote | None = None
        self.field = PastDay(ctx.clock.today, tr("Date asked"), name=NOTE_DAY)
        set_kind(self.field, "plain")
        self._half = HalfTyped(ctx, NOTE_DAY, self.field)
        self.noted = Caption()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field)
        row.addWidget(self.noted)
        self.field.picked.connect(self._store)

    def set_suffix(self, suffix: str) -> None:
        """Tell the handle of an older note from that of the first one."""
        self.field.setObjectName(NOTE_DAY + suffix)

    def show_note(self, note: DiscoveryNote) -> None:
        """Show its days; what is being typed stays."""
        self._note = note
        self._half.belong_to(note.person_id, DiscoveryNote, note.id)
        self.field.set_day(note.asked_on)
        self.noted.setText(_beside(note, self._ctx.clock.today()))

    @Slot()
    def _store(self) -> None:
        day, ctx = self.field.day(), self._ctx
        if self._note is None or day is None:
            return
        if not self._note.id:
            self.moved.emit(day)
        else:
            try_action(
                ctx, discovery.redate, ctx.store, self._note.id, day, ctx.clock.today()
            ).ignored_because("a banner says why; the next reading shows what is stored")


def _beside(note: DiscoveryNote, today: date) -> str:
    """What is said beside the day: that it came in writing, and when it was noted, if later."""
    parts = [tr("in writing") if note.in_writing else "", noted_words(note.asked_on, note.noted_on)]
    words = ", ".join(filter(None, parts))
    return words or (tr("today") if note.asked_on == today else "")
