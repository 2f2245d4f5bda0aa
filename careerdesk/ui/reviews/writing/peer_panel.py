"""What came back from one of those who were asked: who, when, and their words."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.reviews.records import PeerFeedback, PeerRelation, Voice
from careerdesk.i18n import tr
from careerdesk.services.reviews import reviews
from careerdesk.services.versions import TextRef
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.saved_field import SavedField
from careerdesk.ui.base.unstored import HalfTyped
from careerdesk.ui.reviews.parts.content_tab import relation_word
from careerdesk.ui.widgets.buttons import OutlinedButton, TextButton
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.labels import SmallLabel
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.past_day import DayUntilToday

LINES = (4, 24)
MOST = 200


class PeerPanel(QFrame):
    """Everything saves itself; `removed` asks to delete, `left` to close."""

    removed = Signal(int)
    left = Signal()

    def __init__(self, ctx: Context, voice: Voice, parent: QWidget | None = None) -> None:
        """Start empty; the voice begins the handles."""
        super().__init__(parent)
        self._ctx, self._voice = ctx, voice
        self._shown: PeerFeedback | None = None
        name = voice.value
        theme, today = ctx.theme, ctx.clock.today
        self.setProperty("kind", "card")
        self.setObjectName(f"{name}Panel")
        self.whom = QLineEdit()
        self.whom.setObjectName(f"{name}Name")
        self.whom.setAccessibleName(tr("From"))
        self.whom.setMaxLength(MOST)
        self.relation = DropDown(
            theme, [(one, relation_word(one)) for one in PeerRelation],
            tr("How they work together"), name=f"{name}Relation",
        )  # fmt: skip
        self.asked = DayUntilToday(today, tr("Asked on"), name=f"{name}AskedOn")
        self.received = DayUntilToday(today, tr("Received on"), name=f"{name}ReceivedOn")
        self.text = NoteEditor(
            theme, tr("Their feedback"), name=f"{name}Text",
            placeholder=tr("Paste or type their feedback"),
        )  # fmt: skip
        self.done = OutlinedButton(theme, tr("Done"), name=f"{name}Done", compact=True)
        self.remove = TextButton(theme, tr("Delete"), name=f"{name}Remove", compact=True)
        self._savers = (
            SavedField(ctx, self.whom, f"peer-{name}-name", self._write_name, must=True),
            SavedField(ctx, self.text, f"peer-{name}-text", self._write_text),
        )
        self._halves = [
            HalfTyped(ctx, field.objectName(), field) for field in (self.asked, self.received)
        ]
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.text.grow(*LINES)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        fields = (self.whom, self.relation, self.asked, self.received)
        for number, field in enumerate(fields):
            row, place = number // 2 * 2, number % 2
            grid.addWidget(_label(field.accessibleName(), row), row, place)
            grid.addWidget(field, row + 1, place)
            grid.setColumnStretch(place, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.done)
        foot.addStretch(1)
        foot.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(6)
        column.addLayout(grid)
        column.addWidget(SmallLabel(self.text.accessibleName()))
        column.addWidget(self.text)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.relation.picked.connect(self._relate)
        self.asked.picked.connect(self._ask)
        self.received.picked.connect(self._receive)
        self.text.refused.connect(self._ctx.notices.toast)
        self.done.clicked.connect(self.left)
        self.remove.clicked.connect(self._remove)

    def show_peer(self, one: PeerFeedback, *, free: bool) -> None:
        """Show what came back from someone; what is being typed stays."""
        self._shown = one
        whom = TextRef(PeerFeedback, one.id, "from_whom")
        self._savers[0].show_text(one.id, one.from_whom, whom)
        self._savers[1].show_text(one.id, one.text, TextRef(PeerFeedback, one.id, "text"))
        self.relation.set_value(one.relation)
        for half in self._halves:
            half.belong_to(half.shown, PeerFeedback, one.id)
        self.asked.set_day(one.asked_on)
        self.received.set_day(one.received_on)
        self.text.setReadOnly(not free)
        self.whom.setReadOnly(not free)
        for widget in (self.relation, self.asked, self.received):
            widget.setEnabled(free)
        self.remove.setVisible(free)

    def usual(self) -> PeerRelation:
        """How those who are added next work with the person, until something else is said."""
        return PeerRelation.REPORT if self._voice is Voice.UPWARD else PeerRelation.TEAM

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.whom, self.relation, self.asked, self.received, self.text, self.done,
                self.remove]  # fmt: skip

    def focus_first(self) -> None:
        """Where the words of the answer go."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot(object)
    def _relate(self, relation: object) -> None:
        self._write(relation=relation)

    @Slot(object)
    def _ask(self, day: object) -> None:
        self._write(asked_on=day)

    @Slot(object)
    def _receive(self, day: object) -> None:
        self._write(received_on=day)

    @Slot()
    def _remove(self) -> None:
        if self._shown is not None:
            self.removed.emit(self._shown.id)

    def _write(self, **values: object) -> None:
        if self._shown is None:
            return
        try_action(
            self._ctx,
            reviews.write_peer,
            self._ctx.store,
            self._shown.id,
            self._ctx.clock.today(),
            **values,  # type: ignore[arg-type]  # fields of feedback alone
        ).ignored_because("a banner says why; the next reading shows what is stored")

    def _write_name(self, peer_id: int, text: str, merge: str, origin: QObject) -> None:
        today = self._ctx.clock.today()
        reviews.write_peer(
            self._ctx.store, peer_id, today, merge=merge, origin=origin, from_whom=text
        )

    def _write_text(self, peer_id: int, text: str, merge: str, origin: QObject) -> None:
        today = self._ctx.clock.today()
        reviews.write_peer(self._ctx.store, peer_id, today, merge=merge, origin=origin, text=text)


def _label(words: str, row: int) -> SmallLabel:
    label = SmallLabel(words)
    label.setContentsMargins(0, 6 if row else 0, 0, 0)
    return label
