"""What the user may choose about the program itself."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain import reminders
from careerdesk.i18n import tr, trn
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_read
from careerdesk.ui.base.holders import Finding
from careerdesk.ui.base.new_people import keep_rhythm, usual_rhythm
from careerdesk.ui.base.page import StandalonePage
from careerdesk.ui.base.sensed import SENSED, sensed_on
from careerdesk.ui.base.work_week import keep_working_days, working_days
from careerdesk.ui.people.person_fields import RhythmField
from careerdesk.ui.shell.days_off import DaysOff
from careerdesk.ui.shell.reminders import SETTING
from careerdesk.ui.theme.theme import set_area
from careerdesk.ui.widgets.buttons import TickBox
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.empty_state import Scrolled
from careerdesk.ui.widgets.labels import Body, Caption, Muted, Title
from careerdesk.ui.widgets.look_chooser import LookChooser
from careerdesk.ui.widgets.weekdays import Weekdays

WIDEST = 680
ANY_HEIGHT = 16_777_215  # what Qt takes for no limit


class ReminderChooser(DropDown):
    """How long before a 1:1 the desktop says so; it holds at once."""

    def __init__(self, ctx: Context) -> None:
        options = [(minutes, _before(minutes)) for minutes in reminders.CHOICES]
        super().__init__(
            ctx.theme, options, tr("Remind me before a check-in"), name="reminderChooser"
        )
        self._ctx = ctx
        stored = ctx.settings.value(SETTING, reminders.DEFAULT)
        self.set_value(reminders.minutes_of(stored))
        self.picked.connect(self._choose)

    @Slot(object)
    def _choose(self, minutes: int) -> None:
        self._ctx.settings.setValue(SETTING, minutes)


def _before(minutes: int) -> str:
    return trn("1 minute before", "{n} minutes before", minutes) if minutes else tr("Never")


class WorkDays(Weekdays):
    """The days I work; one at least stays ticked."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(tr("My working days"), name="workDays")
        self._settings = ctx.settings
        self.set_days(working_days(ctx.settings))
        self.picked.connect(self._choose)

    @Slot(int)
    def _choose(self, days: int) -> None:
        if days:
            keep_working_days(self._settings, days)
        else:
            self.set_days(working_days(self._settings))


class UsualRhythm(RhythmField):
    """How often there are check-ins with anyone who is added from now on."""

    def __init__(self, ctx: Context, key: str, label: str) -> None:
        super().__init__(key, label)
        self._settings, self._key = ctx.settings, key
        self.setObjectName(f"new.{key}")
        self._held = Finding(self)
        self.set_number(getattr(usual_rhythm(ctx.settings), key))
        self.fit_to("0000")
        self.entered.connect(self._keep)

    @Slot(object)
    def _keep(self, number: float) -> None:
        rhythm = replace(usual_rhythm(self._settings), **{self._key: int(number)})
        keep_rhythm(self._settings, rhythm)


class SensedBox(TickBox):
    """Whether a number is kept for what the manager sensed."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(
            ctx.theme, tr("Also record my own impression as a number"), name="sensedBox"
        )
        self._settings = ctx.settings
        self.setChecked(bool(try_read(ctx, sensed_on, ctx)))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._keep)

    @Slot(bool)
    def _keep(self, on: bool) -> None:  # of a signal
        self._settings.setValue(SENSED, on)


def _beside(field: QWidget, words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(field)
    row.addWidget(Body(words))
    row.addStretch(1)
    return row


class _Name(Body):
    """The name of a field, level with it however much there is below that."""

    def __init__(self, words: str, field: QWidget) -> None:
        super().__init__(words)
        self._field = field

    def stand(self, *, above: bool) -> None:
        """Stand above the field, or beside it."""
        self.setContentsMargins(0, 8 if above else 0, 0, 0)
        self.setMaximumHeight(ANY_HEIGHT if above else self._field.sizeHint().height())


def _above(field: QWidget, about: Caption) -> QVBoxLayout:
    """A field, and below it what there is to know of it."""
    about.setWordWrap(True)
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(field)
    column.addWidget(about)
    return column


class Preferences(StandalonePage):
    """A plain page of choices, and where things are kept."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preferencesPage")
        set_area(self, "growth")
        self.looks = LookChooser(ctx, "lookChooser")
        self.looks.setMaximumWidth(ctx.theme.look.measure(260))
        self.reminders = ReminderChooser(ctx)
        self.reminders.setMaximumWidth(ctx.theme.look.measure(260))
        self.work_days = WorkDays(ctx)
        self.days_off = DaysOff(ctx)
        self.cadence = UsualRhythm(ctx, "cadence_days", tr("Days between 1:1s with new people"))
        self.career = UsualRhythm(
            ctx, "career_weeks", tr("Weeks between career conversations with new people")
        )
        self.sensed = SensedBox(ctx)
        self._form = self._make_form(ctx)
        self._beside = 0  # how wide it has to be for the names to stand beside their fields
        self._arrange(ctx)

    def _arrange(self, ctx: Context) -> None:
        self._inner = inner = QWidget()
        inner.setMaximumWidth(ctx.theme.look.measure(WIDEST))
        column = QVBoxLayout(inner)
        column.setContentsMargins(28, 16, 28, 28)
        column.setSpacing(16)
        column.addWidget(Title(tr("Preferences")))
        column.addLayout(self._form)
        column.addWidget(
            Caption(
                tr(
                    "Everything is in this one file. Copy it only while CareerDesk is closed. "
                    "Nothing is ever sent anywhere."
                ),
                wrap=True,
            )
        )
        column.addStretch(1)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inner, 1)
        row.addStretch(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scrolled(middle))

    def _make_form(self, ctx: Context) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(28)
        form.setVerticalSpacing(12)
        form.addRow(_Name(tr("Appearance"), self.looks), self.looks)
        about = Caption(tr("Reminders don't show names and are paused in share-safe mode."))
        remind = _Name(tr("Remind me before a check-in"), self.reminders)
        form.addRow(remind, _above(self.reminders, about))
        form.addRow(_Name(tr("My working days"), self.work_days), self.work_days)
        form.addRow(_Name(tr("My days off"), self.days_off.edit), self.days_off)
        form.addRow(
            _Name(tr("New people"), self.cadence), _beside(self.cadence, tr("days between 1:1s"))
        )
        form.addRow("", _beside(self.career, tr("weeks between career conversations")))
        felt = _Name(tr("Temperature"), self.sensed)
        about_felt = Caption(tr("When this is off, only the number the person gave is recorded."))
        form.addRow(felt, _above(self.sensed, about_felt))
        for private in (felt, self.sensed, about_felt):
            ctx.sharing.hide_while_sharing(private)
        path = Muted(str(ctx.store.path), wrap=True)
        form.addRow(_Name(tr("Your file"), path), path)
        return form

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the names above their fields where there is no room beside them."""
        super().resizeEvent(event)
        if not self._names_above:
            self._beside = self._inner.minimumSizeHint().width()
        self._put_names(above=self.width() < self._beside)

    @property
    def _names_above(self) -> bool:
        return self._form.rowWrapPolicy() is QFormLayout.RowWrapPolicy.WrapAllRows

    def _put_names(self, *, above: bool) -> None:
        wraps = QFormLayout.RowWrapPolicy
        self._form.setRowWrapPolicy(wraps.WrapAllRows if above else wraps.DontWrapRows)
        self._form.setVerticalSpacing(4 if above else 12)
        for name in self.findChildren(_Name):
            name.stand(above=above)

    @override
    def focus_first(self) -> None:
        """Put the focus on the first choice."""
        self.looks.setFocus()
