"""The meetings about a review: which day each was, and how long it took."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.records import Person
from careerdesk.domain.reviews.records import ReviewMeeting
from careerdesk.i18n import tr
from careerdesk.services.reviews import meetings
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.base.unstored import Unstored
from careerdesk.ui.widgets.buttons import OutlinedButton, TextButton
from careerdesk.ui.widgets.date_edit import PastDateField
from careerdesk.ui.widgets.days_shown import OffersToday
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.inline_form import InlineForm
from careerdesk.ui.widgets.labels import Caption, SmallLabel
from careerdesk.ui.widgets.link_row import LinkRowDelegate
from careerdesk.ui.widgets.links import LinkModel, LinkRow
from careerdesk.ui.widgets.number_field import NumberField
from careerdesk.ui.widgets.record_list import ID_ROLE
from careerdesk.ui.widgets.tab_order import holds_focus
from careerdesk.ui.widgets.typed_field import take_all

LOG_MEETING, MEETING_LIST, MEETING_FORM = "logMeeting", "meetingList", "meetingForm"
MEETING_DAY, MEETING_MINUTES, REMOVE_MEETING = "meetingDay", "meetingMinutes", "removeMeeting"
MOST = 3  # rows at once; the others scroll


class MeetingForm(InlineForm):
    """`saved` carries the day and the minutes (None: not known); `remove_wanted` deletes."""

    saved = Signal(object, object)
    remove_wanted = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start with today."""
        super().__init__(ctx.theme, "meeting", parent)
        self.setObjectName(MEETING_FORM)
        self._ctx = ctx
        self.day = PastDateField(ctx.clock.today, tr("Held on"), name=MEETING_DAY)
        self.minutes = NumberField(
            tr("Minutes"), name=MEETING_MINUTES, decimals=0, least=1, most=meetings.MOST_MINUTES
        )
        self.minutes.setPlaceholderText(tr("Unknown"))
        self.remove = TextButton(ctx.theme, tr("Delete"), name=REMOVE_MEETING, compact=True)
        for field in (self.day, self.minutes):
            self.column.addWidget(SmallLabel(field.accessibleName()))
            self.column.addWidget(field)
            field.returnPressed.connect(self.keep)
        self.end(self.remove)
        fields = {"day": self.day, "minutes": self.minutes}
        self.unstored = Unstored(ctx, MEETING_FORM, fields)
        self.remove.clicked.connect(self.remove_wanted)
        self._is_new = True
        self.unstored.offer("day")
        offers = OffersToday(self.day, ctx.day, lambda: self._is_new)
        offers.moved.connect(self.unstored.follow_offer)

    def fill(self, person_id: int, found: ReviewMeeting | None) -> None:
        """Let a meeting with a person be edited, or a new one be logged."""
        self._is_new = found is None
        key = (ReviewMeeting, found.id) if found else (Person, person_id)
        if self.unstored.belong_to(person_id, *key):
            self.day.start_over(found.held_on if found else self._ctx.clock.today())
            self.minutes.start_over(found.minutes if found else None)
            self.unstored.start_here()
        self.remove.setVisible(found is not None)
        self.show()

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.day, self.minutes, self.save, self.cancel, self.remove]

    @override
    def keep(self) -> None:
        """Tell day and minutes, unless one of them cannot be read."""
        if not take_all([self.day, self.minutes]):
            return
        minutes = self.minutes.number()
        day = self.day.day() or self._ctx.clock.today()
        self.saved.emit(day, None if minutes is None else round(minutes))


class MeetingsBox(QWidget):
    """Lists the meetings with a person, the last one first; Enter or a click edits one."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show nobody yet."""
        super().__init__(parent)
        self._ctx = ctx
        self._person_id = 0
        self._edited = 0  # 0: a new one
        self._found: dict[int, ReviewMeeting] = {}
        self.label = SmallLabel(tr("Review meetings"))
        self.model = LinkModel(self)
        self.list = FittedList(name=MEETING_LIST, label=tr("Review meetings"), most=MOST)
        self.list.doubleClicked.disconnect(self.list.opened)  # the first click has opened it
        self.rows = LinkRowDelegate(ctx.theme, self.list)
        self.list.setItemDelegate(self.rows)
        self.list.setModel(self.model)
        self.none = Caption(tr("None logged yet. Only the date and length are stored."), wrap=True)
        self.log = OutlinedButton(
            ctx.theme, tr("Log a review meeting"), "plus", name=LOG_MEETING, compact=True
        )
        self.form = MeetingForm(ctx)
        self.form.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.label, self.list, self.none, self.form):
            column.addWidget(widget)
        column.addWidget(self.log, 0, Qt.AlignmentFlag.AlignLeft)
        self._connect()

    def _connect(self) -> None:
        self.log.clicked.connect(self._begin)
        self.rows.followed.connect(self._edit)
        self.list.opened.connect(self._enter)
        self.list.remove_requested.connect(self._remove_row)
        self.form.saved.connect(self._keep)
        self.form.cancelled.connect(self._cancel)
        self.form.remove_wanted.connect(self._remove_edited)

    def show_person(self, person_id: int) -> None:
        """List the meetings with a person."""
        if person_id != self._person_id:
            self._person_id = person_id
            self._close()
        found = try_read(self._ctx, meetings.of, self._ctx.store, person_id) or []
        self._found = {one.id: one for one in found}
        today = self._ctx.clock.today()
        self.model.set_rows([_row(one, today) for one in found])
        self.list.setVisible(bool(found))
        self.none.setHidden(bool(found))
        if self._edited and self._edited not in self._found:  # it was deleted, or undone
            (self._leave_form if holds_focus(self.form) else self._close)()
        elif self.form.isHidden() and self.form.unstored.holds(person_id, Person, person_id):
            self._open(None)

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.list, *self.form.tab_stops(), self.log]

    @Slot()
    def _begin(self) -> None:
        self._open(None)
        self.form.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.day.selectAll()

    @Slot(QModelIndex)
    def _enter(self, index: QModelIndex) -> None:
        self._edit(index.data(ID_ROLE))

    @Slot(int, bool)
    def _edit(self, meeting_id: int, _on_action: bool = False) -> None:
        self._open(self._found[meeting_id])
        self.form.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.day.selectAll()

    def _open(self, found: ReviewMeeting | None) -> None:
        self._edited = found.id if found else 0
        self.form.fill(self._person_id, found)
        self.log.hide()
        self.form.come_into_view()

    def _close(self) -> None:
        self._edited = 0
        self.form.release()
        self.log.show()

    @Slot()
    def _cancel(self) -> None:
        if self.form.unstored.discard():
            self._leave_form()

    def _leave_form(self) -> None:
        self.log.show()
        self.log.setFocus(Qt.FocusReason.OtherFocusReason)
        self._close()

    @Slot(object, object)
    def _keep(self, day: date, minutes: int | None) -> None:
        with self.form.unstored.taking():
            kept = self._change(day, minutes) if self._edited else self._add(day, minutes)
        if kept:
            self._leave_form()
            self.show_person(self._person_id)

    def _add(self, day: date, minutes: int | None) -> bool:
        ctx = self._ctx
        done = try_action(
            ctx, meetings.add, ctx.store, self._person_id, day, minutes, ctx.clock.today()
        )
        return done.say(tr("Review meeting logged"))

    def _change(self, day: date, minutes: int | None) -> bool:
        ctx = self._ctx
        done = try_action(
            ctx, meetings.change, ctx.store, self._edited, day, minutes, ctx.clock.today()
        )
        return done.say(tr("Review meeting updated"))

    @Slot(QModelIndex)
    def _remove_row(self, index: QModelIndex) -> None:
        self._remove(index.data(ID_ROLE))

    @Slot()
    def _remove_edited(self) -> None:
        meeting_id = self._edited
        self._leave_form()
        self._remove(meeting_id)

    def _remove(self, meeting_id: int) -> None:
        done = try_action(self._ctx, meetings.remove, self._ctx.store, [meeting_id])
        if done.say(tr("Review meeting deleted")):
            self.show_person(self._person_id)


def _row(one: ReviewMeeting, today: date) -> LinkRow:
    """`Tue 3 Nov`, and how long it took."""
    near = abs((today - one.held_on).days) < 300
    day = Dates.week_day(one.held_on) if near else Dates.long_day(one.held_on)
    length = tr("length unknown") if one.minutes is None else Dates.minutes(one.minutes)
    return LinkRow(one.id, day, length, tr("Edit"), icon="calendar")
