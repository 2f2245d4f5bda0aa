"""All that is noted about a person, edited in place; each field saves itself."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from careerdesk.domain.records import Person, PersonStatus, Relation
from careerdesk.services import people
from careerdesk.services.store import Changes
from careerdesk.services.versions import TextRef
from careerdesk.ui.base import names
from careerdesk.ui.base.acting import succeeded
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.saved_field import SavedField, TextField
from careerdesk.ui.base.texts import status_word, tr
from careerdesk.ui.base.unstored import HalfTyped
from careerdesk.ui.widgets.date_edit import DateField
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.labels import SmallLabel
from careerdesk.ui.widgets.side_panel import SidePanel


def _lines() -> dict[str, str]:
    return {
        "given_name": tr("Given name"), "family_name": tr("Family name"),
        "preferred_name": tr("Preferred name"), "pronouns": tr("Pronouns, such as she/her"),
        "title": tr("Title"), "level": tr("Level"), "team": tr("Team"), "email": tr("Email"),
        "external_id": tr("Id in the HR system"), "place": tr("Place"),
        "time_zone": tr("Time zone, such as Europe/Lisbon"),
    }  # fmt: skip


def _texts() -> dict[str, str]:
    return {
        "recognition": tr("How they like recognition"),
        "feedback_style": tr("How they like feedback"),
    }


def _dates() -> dict[str, str]:
    return {
        "start_date": tr("Start date"), "last_promotion": tr("Last promotion"),
        "leave_until": tr("On leave until"),
    }  # fmt: skip


def _numbers() -> dict[str, str]:
    return {
        "cadence_days": tr("Days between two 1:1s"),
        "longest_gap_days": tr("Longest gap in days"),
    }


class PersonPanel(SidePanel):
    """The side panel of a person."""

    def __init__(self, ctx: Context, person_id: int, parent: QWidget | None = None) -> None:
        super().__init__(ctx.theme, tr("Person"), parent, name=names.PERSON_PANEL)
        self._ctx = ctx
        self.person_id = person_id
        self.close_button.setObjectName(names.PERSON_PANEL_CLOSE)
        self._filling = False
        self.lines = {key: QLineEdit() for key in _lines()}
        self.texts = {key: QPlainTextEdit() for key in _texts()}
        self.dates = {
            key: DateField(ctx.clock.today, label, name=f"person.{key}")
            for key, label in _dates().items()
        }
        self.numbers = {key: QSpinBox() for key in _numbers()}
        self.status = DropDown(
            ctx.theme,
            [(status, status_word(status)) for status in PersonStatus],
            tr("Status"),
            name="person.status",
        )
        self.relation = DropDown(
            ctx.theme,
            [(relation, relation_word(relation)) for relation in Relation],
            tr("Relation"),
            name="person.relation",
        )
        fields: dict[str, TextField] = {**self.lines, **self.texts}
        self._saved = {
            key: SavedField(ctx, field, f"person-{key}", partial(self._write_text, key))
            for key, field in fields.items()
        }
        self._halves = [HalfTyped(ctx, f"person-{key}", field) for key, field in self.dates.items()]
        self._prepare()
        self._place_fields()
        self._connect()
        self.fill()

    def _prepare(self) -> None:
        fields: dict[str, QWidget] = {**self.lines, **self.texts, **self.numbers}
        labels = {**_lines(), **_texts(), **_numbers()}
        for key, field in fields.items():
            field.setObjectName(f"person.{key}")
            field.setAccessibleName(labels[key])
        for text in self.texts.values():
            text.setTabChangesFocus(True)
            text.setFixedHeight(self._ctx.theme.look.measure(72))
        for number in self.numbers.values():
            number.setRange(1, 365)
            number.lineEdit().setTextMargins(8, 0, 8, 0)  # where the text of the other fields is

    def _place_fields(self) -> None:
        self.body.setSpacing(4)
        for fields, labels in (
            (self.lines, _lines()), (self.dates, _dates()), (self.numbers, _numbers()),
            ({"status": self.status, "relation": self.relation},
             {"status": tr("Status"), "relation": tr("Relation")}),
            (self.texts, _texts()),
        ):  # fmt: skip
            for key, field in fields.items():
                self.body.addWidget(_labelled(labels[key], field))
        self.body.addStretch(1)

    def _connect(self) -> None:
        for line in self.lines.values():
            line.editingFinished.connect(self._ctx.autosaver.flush)
        for key, field in self.dates.items():
            field.picked.connect(partial(self._set, key))
        for key, number in self.numbers.items():
            number.valueChanged.connect(partial(self._set, key))
        for box in (self.status, self.relation):
            box.picked.connect(self._chosen)
        self._ctx.bridge.changed.connect(self._heard)

    def fill(self) -> None:
        """Show the person as stored; what is being typed stays."""
        person = people.get(self._ctx.store, self.person_id)
        self._filling = True
        for key, saved in self._saved.items():
            saved.show_text(person.id, getattr(person, key), TextRef(Person, person.id, key))
        for half in self._halves:
            half.belong_to(person.id)
        for key, field in self.dates.items():
            field.set_day(getattr(person, key))
        for key, number in self.numbers.items():
            number.setValue(getattr(person, key))
        self.status.set_value(person.status)
        self.relation.set_value(person.relation)
        self._filling = False

    def _write_text(self, key: str, person_id: int, text: str, merge: str, by: QObject) -> None:
        people.change(self._ctx.store, person_id, merge=merge, origin=by, **{key: text})

    def _set(self, key: str, value: object) -> None:
        if not self._filling:
            merge = f"person-{self.person_id}-{key}"
            self._write_now(merge, **{key: value})

    @Slot()
    def _chosen(self) -> None:
        self._write_now("", status=self.status.value(), relation=self.relation.value())

    def _write_now(self, merge: str, **fields: object) -> None:
        change = partial(people.change, merge=merge, origin=self)
        if not succeeded(self._ctx, change, self._ctx.store, self.person_id, **fields):
            self.fill()

    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        key = (Person, self.person_id)
        if key in changes.removed:
            self.closed.emit()
        elif changes.touches(Person) and changes.origin is not self:
            self.fill()


def relation_word(relation: Relation) -> str:
    """How a person stands to the manager, in words."""
    return {
        Relation.DIRECT: tr("Direct report"),
        Relation.SKIP_LEVEL: tr("Skip level"),
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
