"""One row of the page of first 1:1s: a person, a day, a time, and how it repeats."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.offers import USUAL_TIME
from careerdesk.domain.records import Person
from careerdesk.i18n import fill, tr
from careerdesk.services import planning
from careerdesk.services.planning import NEAR, Wish
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import sentence
from careerdesk.ui.base.field_note import accept, is_refused, refuse
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.base.work_week import my_week
from careerdesk.ui.theme.look import Look
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.flow import FlowLayout
from careerdesk.ui.widgets.labels import Body, Caption
from careerdesk.ui.widgets.moment_field import MomentField
from careerdesk.ui.widgets.planning_words import WEEKS, clash_words, repeat_options
from careerdesk.ui.widgets.time_field import TimeField
from careerdesk.ui.widgets.typed_field import take_all

NAME_WIDE, GAP, TIGHT = 190, 8, 4
LATEST = 17  # the hour after which no other one is offered


class FirstOneOnOneRow(QWidget):
    """`changed` tells of a day or time that was taken, `typed` of every letter before.

    Nothing is planned by the row itself.
    """

    changed = Signal()
    typed = Signal()

    def __init__(self, ctx: Context, person: Person) -> None:
        super().__init__()
        self._ctx = ctx
        self.person = person
        self._own_time = False  # whether the time was entered, and not offered
        key, look = str(person.id), ctx.theme.look
        template = tr("{field} for the next 1:1 with {name}")
        self.day = MomentField(
            ctx.clock.today, fill(template, field=tr("Date"), name=person.name),
            name=f"firstTalkDay{key}",
        )  # fmt: skip
        self.time = TimeField(
            fill(template, field=tr("Time"), name=person.name), name=f"firstTalkTime{key}"
        )
        self.time.start_over(USUAL_TIME)
        self.repeat = DropDown(
            ctx.theme, repeat_options(None),
            tr("How often the 1:1 with {name} repeats", name=person.name),
            name=f"firstTalkRepeat{key}",
        )  # fmt: skip
        self.repeat.set_value(usual_weeks(person.cadence_days))
        self.weekday = Caption()
        self.said = Caption(wrap=True)
        self.said.hide()
        self._name_wide = look.measure(NAME_WIDE) + GAP
        self._fields = QWidget()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        look = self._ctx.theme.look
        name = Body(self.person.name, wrap=True)
        name.setContentsMargins(0, 0, GAP - TIGHT, 0)
        name.setFixedWidth(self._name_wide - TIGHT)
        self.day.fit()
        self.time.fit()
        self.day.setPlaceholderText("")
        self.weekday.setFixedWidth(_weekday_width(look))
        fields = QHBoxLayout(self._fields)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(GAP)
        for field in (self.day, self.weekday, self.time, self.repeat):
            fields.addWidget(field)
        line = FlowLayout(gap=TIGHT)
        line.addWidget(name)
        line.addWidget(self._fields)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self.said)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the fields have no room beside the name, they stand below it."""
        super().resizeEvent(event)
        beside = self.width() >= self._name_wide + self._fields.sizeHint().width()
        self.said.setIndent(self._name_wide if beside else 0)
        self.setContentsMargins(0, 0 if beside else GAP, 0, 0)

    def _connect(self) -> None:
        self.day.timed.connect(self._take_time)
        self.day.picked.connect(self._check)
        self.time.picked.connect(self._take_time)
        self.day.words_edited.connect(self.typed)

    def fields(self) -> Mapping[str, QWidget]:
        """The fields by the names under which their words are kept."""
        key = self.person.id
        return {f"day{key}": self.day, f"time{key}": self.time, f"repeat{key}": self.repeat}

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.day, self.time, self.repeat]

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is in this row."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    @property
    def is_half(self) -> bool:
        """Whether something stands in the day that was not taken yet."""
        return bool(self.day.half_typed().strip())

    def focus_first(self) -> None:
        """Put the cursor in the day."""
        self.day.setFocus(Qt.FocusReason.TabFocusReason)

    def take(self) -> bool:
        """Take what is typed; what cannot be is said below the day, and tells False."""
        if not take_all((self.time, self.day)):
            return False
        self._check()
        return not self._refusal()

    def wish(self) -> Wish | None:
        """What is to be planned; None while there is no day, or one on which that cannot be."""
        at = None if is_refused(self.day) else self.moment()
        return None if at is None else Wish(self.person.id, at, int(str(self.repeat.value())))

    def moment(self) -> datetime | None:
        """Day and time as they were taken."""
        day = self.day.day()
        return None if day is None else datetime.combine(day, self.time.moment()).astimezone()

    @Slot(object)
    def _take_time(self, at: time) -> None:
        self._own_time = True
        self.time.start_over(at)
        self._check()

    def keep_time(self) -> None:
        """Offer no other time instead of one that came back with its day: it was seen there."""
        self._own_time = self._own_time or self.moment() is not None

    @Slot()
    def _check(self) -> None:
        """Say below the day why nothing can be planned for then."""
        words = self._refusal()
        if words:
            refuse(self.day, words)
        elif not self.day.isModified():
            accept(self.day)
        self.changed.emit()

    def _refusal(self) -> str:
        at = self.moment()
        if at is None:
            return ""
        ctx = self._ctx
        try:
            planning.check_ahead(ctx.store, self.person, at, ctx.clock.now())
        except InvalidInput as error:
            return sentence(error)
        return ""

    def compare(self, others: Iterable[FirstOneOnOneRow]) -> None:
        """Say who else is at that hour, or that nobody works then.

        An offered time goes on to the next half hour that is free among *others*.
        """
        taken = [(row, at) for row in others if (at := row.moment()) is not None]
        at = self.moment()
        if at is not None and not self._own_time:
            while any(abs(at - other) < NEAR for _, other in taken) and at.hour < LATEST:
                at += NEAR
            self.time.set_time(at.time())
        self._name_weekday(at)
        words = self._said(at, taken) if at is not None else ""
        self.said.setText(words)
        self.said.setHidden(not words)

    def _name_weekday(self, at: datetime | None) -> None:
        """Say beside the day, and with it, which one of the week it is."""
        self.weekday.setText(Dates.short_day_name(at.date()) if at else "")
        if not is_refused(self.day):
            self.day.setAccessibleDescription(Dates.day_name(at.date()) if at else "")

    def _said(self, at: datetime, taken: list[tuple[FirstOneOnOneRow, datetime]]) -> str:
        ctx = self._ctx
        same = [row.person.name for row, other in taken if abs(at - other) < NEAR]
        parts = [tr("Same time as the 1:1 with {name}.", name=name) for name in same]
        parts += clash_words(planning.clashes(ctx.store, at), ctx.sharing)
        if my_week(ctx.settings).of_person(self.person.work_days).is_free(at.date()):
            parts.append(tr("Not a working day."))
        return " ".join(parts)


def _weekday_width(look: Look) -> int:
    """Room for each day of the week, so that what stands behind it stands in columns."""
    monday = date(2024, 1, 1)
    days = (Dates.short_day_name(monday + timedelta(days=n)) for n in range(7))
    return max(look.advance("caption", day) for day in days) + 2


def usual_weeks(cadence_days: int) -> int:
    """The repeat that comes nearest to a cadence."""
    return min(WEEKS, key=lambda weeks: abs(timedelta(weeks=weeks).days - cadence_days))
