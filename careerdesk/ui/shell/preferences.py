"""What the user may choose about the program itself."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain import reminders
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.page import PlainPage
from careerdesk.ui.base.texts import tr
from careerdesk.ui.shell.reminders import SETTING
from careerdesk.ui.theme.theme import set_room
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.labels import Body, Caption, Muted, Title
from careerdesk.ui.widgets.look_chooser import LookChooser


class ReminderChooser(DropDown):
    """How long before a 1:1 the desktop says so; it holds at once."""

    def __init__(self, ctx: Context) -> None:
        options = [(minutes, _before(minutes)) for minutes in reminders.CHOICES]
        super().__init__(ctx.theme, options, tr("Remind before a 1:1"), name="reminderChooser")
        self._ctx = ctx
        stored = ctx.settings.value(SETTING, reminders.DEFAULT)
        self.set_value(reminders.minutes_of(stored))
        self.picked.connect(self._choose)

    @Slot(object)
    def _choose(self, minutes: int) -> None:
        self._ctx.settings.setValue(SETTING, minutes)


def _before(minutes: int) -> str:
    return tr("{n} minutes before").format(n=minutes) if minutes else tr("Never")


class Preferences(PlainPage):
    """A plain page of choices, and where things are kept."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preferencesPage")
        set_room(self, "growth")
        self.looks = LookChooser(ctx, "lookChooser")
        self.looks.setMaximumWidth(ctx.theme.look.measure(260))
        self.reminders = ReminderChooser(ctx)
        self.reminders.setMaximumWidth(ctx.theme.look.measure(260))
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 16, 28, 28)
        column.setSpacing(16)
        column.addWidget(Title(tr("Preferences")))
        form = QFormLayout()
        form.setHorizontalSpacing(28)
        form.setVerticalSpacing(12)
        form.addRow(Body(tr("Look")), self.looks)
        form.addRow(Body(tr("Remind before a 1:1")), self.reminders)
        about = tr("A message without any name; none while the screen is shared.")
        form.addRow("", Caption(about, wrap=True))
        place = Muted(str(ctx.store.path), wrap=True)
        form.addRow(Body(tr("Your file")), place)
        column.addLayout(form)
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

    @override
    def focus_first(self) -> None:
        """Put the focus on the first choice."""
        self.looks.setFocus()
