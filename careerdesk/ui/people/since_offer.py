"""Makes of a title or level that was typed over a step of the history, if it is one."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.records import Person
from careerdesk.domain.roles import Role
from careerdesk.i18n import tr
from careerdesk.services import roles
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.field_note import refuse
from careerdesk.ui.base.texts import plain_tip
from careerdesk.ui.base.unstored import HalfTyped
from careerdesk.ui.people.person_fields import CheckedDay
from careerdesk.ui.people.role_history import until_words
from careerdesk.ui.widgets.buttons import LinkButton
from careerdesk.ui.widgets.labels import SmallLabel

NEW_SINCE, SINCE_DAY = "person.newSince", "person.since"
_ELSEWHERE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class SinceDay(CheckedDay):
    """A day to be stepped to: it counts once Enter is pressed or the field is `left`."""

    left = Signal()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell it also where nothing was typed, only stepped; another window is no leaving."""
        super().focusOutEvent(event)
        if event.reason() not in _ELSEWHERE:
            self.left.emit()


class SinceOffer(QWidget):
    """What is typed over the title or the level corrects it, and nothing is asked.

    Beside it stands *New since …*, until it is used, typed back, or the panel is closed: with a
    day, what stood there when the panel was opened held until then.
    """

    def __init__(self, ctx: Context, person_id: int, parent: QWidget | None = None) -> None:
        """Offer nothing yet."""
        super().__init__(parent)
        self._ctx, self._person_id = ctx, person_id
        self._before: Role | None = None
        self._now = Role()
        self.link = LinkButton(
            ctx.theme, tr("In this role since …"), "", name=NEW_SINCE, compact=True
        )
        self.label = SmallLabel(tr("In this role since"))
        self.day = SinceDay(
            ctx.clock.today, tr("In this role since"), self._check, name=SINCE_DAY, over=True
        )
        self.label.setBuddy(self.day)
        self._half = HalfTyped(ctx, SINCE_DAY, self.day)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2)
        column.setSpacing(2)
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.label)
        column.addWidget(self.day)
        self.link.clicked.connect(self._begin)
        self.day.returnPressed.connect(self._keep)
        self.day.left.connect(self._keep)
        self._end()
        self.hide()

    def show_person(self, person: Person, *, typed: bool) -> None:
        """Offer it after a change that was *typed* here; any other one is what stands here now."""
        now = Role(title=person.title, level=person.level)
        if self._before is None or (now != self._now and not typed):
            self._before = now
        self._now = now
        before = self._before.words
        offered = bool(before) and now != self._before
        if offered:
            tip = tr("Keep {role} as the previous role", role=before)
            self.link.setToolTip(plain_tip(tip))
            self.link.setAccessibleDescription(tip)
        elif not self.day.isHidden():
            self._end()
        self.setVisible(offered)

    def _check(self, day: date | None) -> None:
        if day is not None:
            today = self._ctx.clock.today()
            roles.check_since(self._ctx.store, self._person_id, day, today)

    @Slot()
    def _begin(self) -> None:
        self._half.belong_to(self._person_id)
        self.link.hide()
        self.label.show()
        self.day.show()
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self) -> None:
        self._half.release()
        self.day.start_over()
        self.label.hide()
        self.day.hide()
        self.link.show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the day, and what was typed is a correction as before."""
        if event.key() == Qt.Key.Key_Escape and not self.day.isHidden():
            self._end()
            self.link.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _keep(self) -> None:
        """Take the day that stands there; one that cannot be is refused below it, as if typed."""
        before = self._before
        if before is None or self.day.isHidden() or not self.day.take():
            return
        day = self.day.day()
        if day is None:
            return
        if why := self.day.why_not(day.isoformat()):
            refuse(self.day, why)
            return
        kept = try_action(
            self._ctx, roles.keep_before, self._ctx.store, self._person_id, day,
            self._ctx.clock.today(), title=before.title, level=before.level,
        )  # fmt: skip
        if kept.say(tr("{role} {until}", role=before.words, until=until_words(day))):
            self._before = self._now
            self._end()
            self.hide()
