"""How a person felt in a check-in, through two lenses; private."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.domain.records import CheckIn, Person
from careerdesk.domain.views import Temperature
from careerdesk.i18n import tr
from careerdesk.services import checkins
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.person_words import what_was_said
from careerdesk.ui.base.sensed import sensed_on
from careerdesk.ui.base.texts import signed
from careerdesk.ui.checkins.saved_text import SavedText
from careerdesk.ui.theme.theme import Theme, set_kind
from careerdesk.ui.widgets.compact import CompactSegmented
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.labels import Caption, SmallLabel
from careerdesk.ui.widgets.private import PrivateBox, private_name

VALUES = (-2, -1, 0, 1, 2)


class TemperatureBox(QWidget):
    """What was said and what was sensed, each −2 to +2 or not asked, and a line of words."""

    written = Signal()

    def __init__(self, ctx: Context, prefix: str = "", parent: QWidget | None = None) -> None:
        """Start without a check-in; *prefix* sets the handles of a second box apart."""
        super().__init__(parent)
        self._ctx = ctx
        self._check_in_id = 0
        self.box = PrivateBox(ctx)
        self.said_label = SmallLabel()
        self.said = _lens(ctx.theme, tr("what was said"), _handle(prefix, names.TEMPERATURE_SAID))
        self.sensed_label = SmallLabel(tr("What I sensed"))
        self.sensed = _lens(
            ctx.theme, tr("what I sensed"), _handle(prefix, names.TEMPERATURE_SENSED),
            nothing=tr("Not recorded"),
        )  # fmt: skip
        self.words = GrowingText(
            private_name(tr("temperature note")),
            tr("In a few words"),
            name=_handle(prefix, names.TEMPERATURE_WORDS),
            one_line=True,
        )
        self.came = Caption(tr("Received in writing before the check-in"), wrap=True)
        self._saved = SavedText(ctx, self.words, "temperature_words")
        self._arrange()
        self._connect()

    def show_check_in(
        self, check_in: CheckIn, person: Person, before: Sequence[Temperature] = ()
    ) -> None:
        """Show a check-in's temperature; of those *before* it the last that was asked is named."""
        self._check_in_id = check_in.id
        self.said_label.setText(what_was_said(person))
        self.said.setAccessibleName(private_name(what_was_said(person)))
        self.said.set_value(check_in.said)
        self.sensed.set_value(check_in.sensed)
        wanted = sensed_on(self._ctx)
        for part in (self.sensed_label, self.sensed):
            part.setVisible(wanted or check_in.sensed is not None)
        self.box.caption.setText(last_words(before, sensed=wanted))
        self._saved.show_check_in(check_in)
        self.came.setVisible(check_in.in_writing and bool(check_in.temperature_words))

    def _arrange(self) -> None:
        body = self.box.body
        body.setSpacing(4)
        body.addWidget(self.said_label)
        body.addWidget(self.said)
        body.addSpacing(4)
        body.addWidget(self.sensed_label)
        body.addWidget(self.sensed)
        body.addSpacing(4)
        body.addWidget(self.words)
        body.addWidget(self.came)
        body.addWidget(Caption(tr("Don't record diagnoses or reasons for absence."), wrap=True))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 4, 0, 0)
        outer.addWidget(self.box)

    def _connect(self) -> None:
        self.said.picked.connect(self._set_said)
        self.sensed.picked.connect(self._set_sensed)

    def _set_said(self, value: int | None) -> None:
        self._write(said=value)

    def _set_sensed(self, value: int | None) -> None:
        self._write(sensed=value)

    def _write(self, **fields: Any) -> None:
        if self._check_in_id:
            try_action(
                self._ctx, checkins.write, self._ctx.store, self._check_in_id, **fields
            ).ignored_because("a banner says why; the next reading shows what is stored")
            self.written.emit()


def _lens(theme: Theme, label: str, name: str, nothing: str = "") -> CompactSegmented:
    options: list[tuple[object, str]] = [(value, signed(value)) for value in VALUES]
    options.append((None, nothing or tr("Not asked")))
    field = CompactSegmented(theme, options, private_name(label), name=name)
    set_kind(field.button(None), "true", "quiet")  # that nothing is known is no news
    return field


def _handle(prefix: str, name: str) -> str:
    return prefix + name[0].upper() + name[1:] if prefix else name


def last_words(before: Sequence[Temperature], *, sensed: bool = True) -> str:
    """*last: +1, 0*: the last check-in in which at least one is known; without *sensed* one."""
    known = [one for one in before if (one.is_known if sensed else one.said is not None)]
    if not known:
        return ""
    values = (known[-1].said, known[-1].sensed) if sensed else (known[-1].said,)
    words = ", ".join("–" if value is None else signed(value) for value in values)
    return tr("last time: {values}", values=words)
