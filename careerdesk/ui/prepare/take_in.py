"""An answer that was pasted: what each line of it goes to, taken in as one step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QMimeData, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.pasted_answer import Answer, Row, RowKind, check_size
from careerdesk.domain.records import AgendaItem, Person
from careerdesk.i18n import tr, trn
from careerdesk.services import asking_before
from careerdesk.ui.base.announce import announce
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import sentence, try_action, try_read
from careerdesk.ui.base.field_note import accept, is_refused, refuse
from careerdesk.ui.base.navigation import PREPARE, Destination
from careerdesk.ui.base.texts import remark_words
from careerdesk.ui.base.unstored import Unstored
from careerdesk.ui.prepare.answer_list import AnswerList, AnswerRow
from careerdesk.ui.prepare.answer_words import SAYING, target_words
from careerdesk.ui.theme.theme import set_area
from careerdesk.ui.widgets.buttons import FilledButton, OutlinedButton
from careerdesk.ui.widgets.days_shown import OffersToday
from careerdesk.ui.widgets.dialog_size import take_size
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.labels import Caption, Muted, SmallLabel, Title
from careerdesk.ui.widgets.past_day import PastDay

TAKE_IN, ANSWER, DAY, ROWS = "takeIn", "takeInAnswer", "takeInDay", "takeInRows"
GO, CLOSE = "takeInGo", "takeInClose"
WIDE, HIGH = 720, 680
LEAST_LINES, FIRST_LINES = 2, 5  # of the field: what is pasted has some
PAUSE = 300  # milliseconds without a key before it is read again


class AnswerText(GrowingText):
    """Takes a paste; `pasted` tells of one. What is too long is refused, and nothing changes."""

    pasted = Signal()

    @override
    def minimumSizeHint(self) -> QSize:
        """A few lines, where a low window has no room for more."""
        return QSize(60, self._lines(LEAST_LINES))

    @override
    def _wanted(self) -> int:
        return max(self._lines(FIRST_LINES), super()._wanted())

    @override
    def _fit(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.updateGeometry()

    def _lines(self, count: int) -> int:
        return count * self.fontMetrics().lineSpacing() + 14

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text, unless it is longer than any answer."""
        try:
            check_size(self.text() + source.text())
        except InvalidInput as error:
            refuse(self, sentence(error))
            return
        accept(self)
        super().insertFromMimeData(source)
        self.pasted.emit()


class TakeIn(QDialog):
    """Nothing is stored before *Take in*; until then what was pasted is a draft of the person."""

    def __init__(self, ctx: Context, person: Person, parent: QWidget | None = None) -> None:
        """Show what was pasted before, if it was not taken in."""
        super().__init__(parent)
        self._ctx, self._person = ctx, person
        self._ids: dict[object, int] = {}
        self._answer, self._known = Answer(), dict[int, Row]()
        self._turned: set[int] = set()  # whose tick is another one than at first
        self._read_text = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.setObjectName(TAKE_IN)
        title = tr("Import {name}'s answer", name=person.short_name)
        self.setWindowTitle(title)
        set_area(self, "growth")
        self.title = Title(title, wrap=True)
        self.text = AnswerText(tr("Answer"), tr("Paste the answer here"), name=ANSWER)
        self.day = PastDay(ctx.clock.today, tr("Date written"), name=DAY)
        self.day.start_over(ctx.clock.today())
        self.warning = Caption(wrap=True)
        self.warning.set_kind("warning")
        self.nothing = Muted(wrap=True)
        self.becomes = SmallLabel(tr("What will be imported"))
        self.rows = AnswerList(ctx.theme, ROWS)
        self.go = FilledButton(ctx.theme, "", name=GO)
        self.close_button = OutlinedButton(ctx.theme, tr("Close"), name=CLOSE)
        self._arrange()
        self._unstored = Unstored(ctx, TAKE_IN, {"text": self.text, "day": self.day})
        self._unstored.offer("day")
        OffersToday(self.day, ctx.day).moved.connect(self._follow_day)
        self._connect()
        self._show()
        self._unstored.belong_to(person.id, Person, person.id)
        take_size(self, ctx.theme, WIDE, HIGH, parent)
        self.text.setFocus()

    @Slot()
    def _follow_day(self) -> None:
        self._unstored.follow_offer()
        self._show()

    def _arrange(self) -> None:
        written = QHBoxLayout()
        written.setSpacing(8)
        written.addWidget(Muted(tr("Written on")))
        written.addWidget(self.day)
        written.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.go)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(8)
        outer.addWidget(self.title)
        outer.addWidget(Muted(tr("Nothing will be saved until you choose Import."), wrap=True))
        outer.addWidget(self.text)
        outer.addLayout(written)
        outer.addWidget(self.warning)
        outer.addWidget(self.nothing)
        outer.addWidget(self.becomes)
        outer.addWidget(self.rows, 1)
        outer.addStretch()
        outer.addLayout(buttons)
        for one, following in pairwise(
            (self.text, self.day, self.rows, self.close_button, self.go)
        ):
            self.setTabOrder(one, following)

    def _connect(self) -> None:
        self.text.edited.connect(self._typed)
        self.text.pasted.connect(self.read)
        self._unstored.filled.connect(self.read)
        self._pause.timeout.connect(self.read)
        self.rows.turned.connect(self._turn)
        self.go.clicked.connect(self.submit)
        self.close_button.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.submit)

    @Slot()
    def _typed(self) -> None:
        accept(self.text)
        self._pause.start()

    @Slot()
    def read(self) -> None:
        """Find out what the text that stands there would become, unless that is known."""
        self._pause.stop()
        text = self.text.text()
        if text == self._read_text:
            return
        self._read_text = text
        found = try_read(self._ctx, self._understood, text) if text.strip() else None
        self._answer = found or Answer()
        self._show()

    def _understood(self, text: str) -> Answer:
        """Nothing where it is too long, which is said below it."""
        ctx = self._ctx
        try:
            today = ctx.clock.today()
            return asking_before.preview(ctx.store, self._person.id, text, today, say=SAYING)
        except InvalidInput as error:
            refuse(self.text, sentence(error))
            return Answer()

    def _show(self) -> None:
        """Show the rows, the warning, and how many would be taken in."""
        self._known = _by_id(self._answer.rows, self._ids)
        self.rows.answers.set_rows([self._row(*one) for one in self._known.items()])
        for part in (self.becomes, self.rows):
            part.setVisible(bool(self._known))
        self._warn(remark_words(self._answer.warning))
        self._say_nothing()
        count = len(self._chosen())
        self.go.set_words(tr("Import {n}", n=count) if count else tr("Import"))
        self.go.setEnabled(bool(count))

    def _say_nothing(self) -> None:
        """Say why there is nothing to take in, where that is not seen from the rows."""
        words = ""
        if not self._known and self._read_text.strip() and not is_refused(self.text):
            words = tr("No answers found in this text yet.")
        elif self._known and all(row.already for row in self._known.values()):
            words = tr("Everything in this answer has already been added.")
        if words != self.nothing.text():
            self.nothing.setText(words)
            announce(self, words)
        self.nothing.setVisible(bool(words))

    def _warn(self, words: str) -> None:
        if words != self.warning.text():
            self.warning.setText(words)
            announce(self, words, urgent=True)
        self.warning.setVisible(bool(words))

    def _row(self, key: int, row: Row) -> AnswerRow:
        ticked = self._is_ticked(key, row)
        return AnswerRow(
            key, row.text, target_words(row, self._person, ticked=ticked), taken=not row.already,
            ticked=ticked, unclear=row.kind is RowKind.NOT_UNDERSTOOD,
        )  # fmt: skip

    def _is_ticked(self, key: int, row: Row) -> bool:
        return not row.already and row.taken is not (key in self._turned)

    def _chosen(self) -> list[Row]:
        """What would be taken in."""
        return [replace(row, taken=True) for key, row in self._known.items()
                if self._is_ticked(key, row)]  # fmt: skip

    @Slot(list)
    def _turn(self, ids: list[int]) -> None:
        """Leave rows out, or take them in again; those that cannot be taken in stay as they are."""
        self._turned ^= {key for key in ids if not self._known[key].already}
        self._show()

    @Slot()
    def submit(self) -> None:
        """Take in what is ticked, as one step, and close."""
        self.read()
        chosen = self._chosen()
        if not chosen:
            self.text.setFocus()
            return
        if not self.day.take() or (day := self.day.day()) is None:
            self.day.setFocus()
            return
        ctx = self._ctx
        with self._unstored.taking():
            done = try_action(
                ctx, asking_before.take_in, ctx.store, self._person.id, chosen, day,
                ctx.clock.today(),
            )  # fmt: skip
        if done:
            self.accept()
            first = (AgendaItem, done.value[0]) if done.value else None
            ctx.navigator.go(Destination(self._person.id, PREPARE, first))
            n = len(chosen)
            done.say(trn("1 line imported", "{n} lines imported", n))

    @override
    def done(self, result: int) -> None:
        """What stands there is kept."""
        self._ctx.autosaver.flush()
        super().done(result)


def _by_id(rows: Sequence[Row], ids: dict[object, int]) -> dict[int, Row]:
    """The rows by ids, which each keeps while the text around it is edited."""
    found: dict[int, Row] = {}
    often: Counter[object] = Counter()
    for row in rows:
        what = (row.kind, row.target, row.text)
        often[what] += 1
        found[ids.setdefault((what, often[what]), len(ids) + 1)] = row
    return found
