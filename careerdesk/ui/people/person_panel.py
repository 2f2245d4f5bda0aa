"""What is noted about a person, edited in place; each field saves itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from careerdesk.domain.records import PastRole, Person, PersonStatus, Relation
from careerdesk.domain.standing import standing
from careerdesk.i18n import tr
from careerdesk.services import leave, people
from careerdesk.services.store import Changes
from careerdesk.services.versions import TextRef
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.navigation import Destination
from careerdesk.ui.base.new_people import usual_rhythm
from careerdesk.ui.base.saved_field import SavedField, TextField
from careerdesk.ui.base.texts import status_word
from careerdesk.ui.base.unstored import HalfTyped
from careerdesk.ui.base.work_week import my_week
from careerdesk.ui.people import person_fields
from careerdesk.ui.people.person_fields import LEAVE, CheckedDay, RhythmField
from careerdesk.ui.people.role_history import ADD_ROLE, RoleHistory
from careerdesk.ui.people.since_offer import SinceOffer
from careerdesk.ui.widgets.buttons import LinkButton
from careerdesk.ui.widgets.date_edit import DateField, PastDateField
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.labels import Caption, SmallLabel
from careerdesk.ui.widgets.landing import land_in_field
from careerdesk.ui.widgets.side_panel import SidePanel
from careerdesk.ui.widgets.weekdays import Weekdays


class PersonPanel(SidePanel):
    """The side panel of a person: five fields and those that are filled, *More* for the rest.

    A field that was shown stays as long as the panel does, also when it is emptied.
    """

    def __init__(self, ctx: Context, person_id: int, parent: QWidget | None = None) -> None:
        super().__init__(ctx.theme, tr("Person"), parent, name=names.PERSON_PANEL)
        self._ctx = ctx
        self.person_id = person_id
        self._person = Person()
        self._usual = usual_rhythm(ctx.settings)
        self.close_button.setObjectName(names.PERSON_PANEL_CLOSE)
        self._filling = False
        self._make_fields()
        fields: dict[str, TextField] = {**self.lines, **self.texts}
        self._saved = {
            key: SavedField(ctx, field, f"person-{key}", partial(self._write_text, key))
            for key, field in fields.items()
        }
        self._halves = [
            HalfTyped(ctx, f"person-{key}", field)
            for key, field in {**self.dates, **self.numbers}.items()
        ]
        self._rows: dict[str, QWidget] = {}
        self._prepare()
        self._place_fields()
        self._connect()
        self.fill()

    def _make_fields(self) -> None:
        ctx = self._ctx
        self.lines = {key: QLineEdit() for key in person_fields.line_words()}
        self.texts = {key: QPlainTextEdit() for key in person_fields.text_words()}
        words = person_fields.date_words()
        self.dates = {key: self._day_field(key, label) for key, label in words.items()}
        words = person_fields.rhythm_words()
        self.numbers = {key: RhythmField(key, label) for key, label in words.items()}
        statuses = [(status, status_word(status)) for status in PersonStatus]
        self.status = DropDown(ctx.theme, statuses, tr("Status"), name="person.status")
        relations = [(relation, relation_word(relation)) for relation in Relation]
        self.relation = DropDown(ctx.theme, relations, tr("Relationship"), name="person.relation")
        self.work_days = Weekdays(tr("Working days"), name="person.work_days")
        self.as_mine = Caption()
        self.since = SinceOffer(ctx, self.person_id)
        self.roles = RoleHistory(ctx, self.person_id, self)  # else it shows as a window
        self.more = LinkButton(ctx.theme, tr("More"), "chevron-down", name=names.PERSON_MORE)

    def _day_field(self, key: str, label: str) -> DateField:
        today, name = self._ctx.clock.today, f"person.{key}"
        if key not in LEAVE:
            made = PastDateField if key == "last_promotion" else DateField
            return made(today, label, name=name)
        return CheckedDay(today, label, partial(self._check_leave, key), name=name)

    def _check_leave(self, key: str, day: date | None) -> None:
        """Raise `InvalidInput` where the leave that is set would end before it begins."""
        if self._person.status is PersonStatus.ON_LEAVE:
            days = {other: self.dates[other].day() for other in LEAVE} | {key: day}
            leave.check(days["leave_from"], days["leave_until"])

    def _prepare(self) -> None:
        fields: dict[str, QWidget] = {**self.lines, **self.texts}
        labels = person_fields.line_words() | person_fields.text_words()
        for key, field in fields.items():
            field.setObjectName(f"person.{key}")
            field.setAccessibleName(labels[key])
        for text in self.texts.values():
            text.setTabChangesFocus(True)
            text.setFixedHeight(self._ctx.theme.look.measure(72))
        for number in self.numbers.values():
            number.setAlignment(Qt.AlignmentFlag.AlignLeading)

    def _place_fields(self) -> None:
        days = QWidget()
        column = QVBoxLayout(days)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.work_days, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.as_mine)
        fields: Mapping[str, QWidget] = {
            **self.lines, **self.dates, **self.numbers, **self.texts,
            "status": self.status, "relation": self.relation, "work_days": days,
        }  # fmt: skip
        labels = {
            **person_fields.line_words(), **person_fields.date_words(),
            **person_fields.rhythm_words(), **person_fields.text_words(),
            "status": tr("Status"), "relation": tr("Relationship"), "work_days": tr("Working days"),
        }  # fmt: skip
        self.body.setSpacing(4)
        for key in person_fields.order():
            row = self._rows[key] = _labelled(labels[key], fields[key])
            row.hide()
            self.body.addWidget(row)
            if key == "level":
                self.body.addWidget(self.since)
                self.body.addWidget(self.roles)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addStretch(1)

    def _connect(self) -> None:
        for line in self.lines.values():
            line.editingFinished.connect(self._ctx.autosaver.flush)
        for key, day in self.dates.items():
            day.picked.connect(partial(self._set, key))
        for key, number in self.numbers.items():
            number.entered.connect(partial(self._set, key))
        self.status.picked.connect(self._choose_status)
        self.relation.picked.connect(partial(self._set, "relation"))
        self.work_days.picked.connect(self._choose_days)
        self.more.clicked.connect(self._show_all)
        self._ctx.bridge.changed.connect(self._heard)
        self._ctx.day.changed.connect(self._show_status)

    def fill(self, *, typed: bool = False) -> None:
        """Show the person as stored; what is being typed stays.

        *typed* says that what changed since was typed into this panel.
        """
        person = self._person = people.get(self._ctx.store, self.person_id)
        self._filling = True
        for key, saved in self._saved.items():
            saved.show_text(person.id, getattr(person, key), TextRef(Person, person.id, key))
        for half in self._halves:
            half.belong_to(person.id)
        for key, day in self.dates.items():
            day.set_day(getattr(person, key))
        for key, number in self.numbers.items():
            number.set_number(getattr(person, key))
        self._show_status()
        self.relation.set_value(person.relation)
        self.work_days.set_days(person.work_days or my_week(self._ctx.settings).days)
        self.as_mine.setText("" if person.work_days else tr("Same as mine"))
        self.since.show_person(person, typed=typed)
        self._filling = False
        self._fit()

    @Slot()
    def _show_status(self) -> None:
        """Anyone who was to start later is at work from the first day on."""
        status = self._person.status
        if status is PersonStatus.FUTURE:
            status = standing(self._person, self._ctx.clock.today())
        self.status.set_value(status)

    def _fit(self) -> None:
        """Show what is needed by now, or holds words that could not be stored yet."""
        written = {key for key, line in {**self.lines, **self.dates}.items() if line.text()}
        for key, row in self._rows.items():
            needed = key in written or person_fields.is_needed(self._person, key, self._usual)
            if needed and row.isHidden():
                row.show()
        self.more.setVisible(bool(self._rest()) or self.roles.isHidden())

    def _rest(self) -> list[str]:
        """The fields that more would show; the days of a leave come with the status."""
        return [key for key, row in self._rows.items() if row.isHidden() and key not in LEAVE]

    @Slot()
    def _show_all(self) -> None:
        """Show the rest, and go on at the first field of it."""
        rest = self._rest()
        self.more.hide()
        for key in rest:
            self._rows[key].show()
        self.roles.offer_adding()
        name = f"person.{rest[0]}" if rest else ADD_ROLE
        first = self.findChild(QWidget, name)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def arrive(self, to: Destination) -> bool:
        """Go to a field, or to an earlier title and level; tells whether it is there."""
        past_id = to.id_of(PastRole)
        if past_id:
            return self.roles.go_to(past_id)
        row = self._rows.get(to.field)
        if row is not None:
            row.show()
        return land_in_field(self, Person, self.person_id, to.field)

    def _write_text(self, key: str, person_id: int, text: str, merge: str, by: QObject) -> None:
        fields: dict[str, Any] = {key: text}
        people.change(self._ctx.store, person_id, merge=merge, origin=by, **fields)

    def _set(self, key: str, value: object) -> None:
        if self._filling:
            return
        fields = {key: int(value) if isinstance(value, float) else value}
        if self._begins_leave(key, value):
            fields["status"] = PersonStatus.ON_LEAVE
        elif self._starts_later(key, value):
            fields["status"] = PersonStatus.FUTURE
        self._write_now(f"person-{self.person_id}-{key}", **fields)

    def _begins_leave(self, key: str, value: object) -> bool:
        """Whether a day of a leave is that of a new one."""
        ahead = isinstance(value, date) and value >= self._ctx.clock.today()
        return key in LEAVE and ahead and self._person.status is PersonStatus.ACTIVE

    def _starts_later(self, key: str, value: object) -> bool:
        """Whether a first day is to come of somebody who counted as at work."""
        ahead = isinstance(value, date) and value > self._ctx.clock.today()
        return key == "start_date" and ahead and self._person.status is PersonStatus.ACTIVE

    @Slot(object)
    def _choose_status(self, status: PersonStatus) -> None:
        was, today = self._person.status, self._ctx.clock.today()
        if was is PersonStatus.ON_LEAVE and status is PersonStatus.ACTIVE:
            back = partial(leave.back, origin=self)
            try_action(self._ctx, back, self._ctx.store, self.person_id, today).ignored_because(
                "a banner says why; the panel shows what is stored"
            )
            self.fill()
        else:
            self._write_now("", status=status)

    @Slot(int)
    def _choose_days(self, days: int) -> None:
        """My own days, or none at all, are stored as mine: they follow when mine change."""
        mine = my_week(self._ctx.settings).days
        self._write_now(f"person-{self.person_id}-work_days", work_days=0 if days == mine else days)

    def _write_now(self, merge: str, **fields: object) -> None:
        today = self._ctx.clock.today()
        change = partial(people.change, today=today, merge=merge, origin=self)
        done = try_action(self._ctx, change, self._ctx.store, self.person_id, **fields)
        if not done or not fields.keys().isdisjoint({"status", "work_days"}):
            self.fill()  # other fields follow
        else:
            self._person = people.get(self._ctx.store, self.person_id)

    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        key = (Person, self.person_id)
        if key in changes.removed:
            self.closed.emit()
            return
        if changes.touches(Person) and changes.origin is not self:
            self.fill(typed=changes.origin in self._saved.values())
        if changes.touches(PastRole):
            self.roles.read()


def relation_word(relation: Relation) -> str:
    """How a person stands to the manager, in words."""
    return {
        Relation.DIRECT: tr("Direct report"),
        Relation.SKIP_LEVEL: tr("Skip-level report"),
        Relation.OTHER: tr("Other"),
    }[relation]


def _labelled(label: str, field: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 2, 0, 2)
    column.setSpacing(2)
    name = SmallLabel(label)
    name.setBuddy(field)
    column.addWidget(name)
    column.addWidget(field)
    return holder
