"""The list of a week, with one field and one choice that stand in the row that is typed into."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from careerdesk.compat import override
from careerdesk.domain.records import Person
from careerdesk.domain.week import Notice
from careerdesk.i18n import tr
from careerdesk.ui.base.announce import announce
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.keyboard import by_keyboard
from careerdesk.ui.base.keys import ENTER
from careerdesk.ui.base.unstored import TEXT, Unstored, owner_of
from careerdesk.ui.week.week_model import WeekLine, WeekModel
from careerdesk.ui.week.week_row import Places, WeekRowDelegate, lay_out
from careerdesk.ui.week.week_words import asked, notice_words
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.plain_text import clean_lines

WEEK_LIST, NOTICED, NOTICED_WHAT = "weekList", "weekNoticed", "weekNoticedWhat"
WHAT = "what"
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class NoticedEdit(QLineEdit):
    """Enter, arrows and several pasted lines are told; one line is typed as in any other."""

    entered = Signal()
    stepped = Signal(int)
    lines_pasted = Signal(str)
    discarded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName(NOTICED)
        self._before, self._selected = "", 0  # as they were before a change
        self.textChanged.connect(self._look)
        self.selectionChanged.connect(self._note_selection)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the words, arrows go to the next row, Esc throws the words away."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if key in ENTER and plain:
            self.entered.emit()
        elif key in _STEPS and plain:
            self.stepped.emit(_STEPS[key])
        elif key == Qt.Key.Key_Escape and self.text():
            self.discarded.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _note_selection(self) -> None:
        """Qt tells of a change before it tells that what was selected is gone with it."""
        self._selected = self.selectionLength()

    @Slot(str)
    def _look(self, text: str) -> None:
        """Lines that are pasted together may be about several people; a single one is not."""
        if not any(end in text for end in "\n\r\u2028\u2029"):
            self._before = text
            return
        end = self.cursorPosition()
        begin = max(0, end - (len(text) - len(self._before) + self._selected))
        lines = clean_lines(text[begin:end])
        if len(lines) == 1:
            self.setText(f"{text[:begin]}{lines[0]}{text[end:]}")
            self.setCursorPosition(begin + len(lines[0]))
            self.textEdited.emit(self.text())
        else:
            self.setText(self._before)
            self.lines_pasted.emit("\n".join(lines))


class WeekList(FittedList):
    """`taken` carries whose it is, what becomes of it, and the words; the page stores them.

    What is typed is a draft of its person's row, and stays in it when another row is typed into.
    """

    taken = Signal(int, object, str)
    lines_pasted = Signal(str)
    _person_id = 0  # whose row is typed into; the list asks while it is being made

    def __init__(self, ctx: Context, model: WeekModel) -> None:
        super().__init__(name=WEEK_LIST, label=tr("What did you notice?"), uneven=True)
        self._ctx, self._rows = ctx, model
        self._choices: dict[int, Notice] = {}  # as they were last set
        self._lines: Sequence[WeekLine] = ()  # as they were read last, maybe not shown yet
        self.rows = WeekRowDelegate(ctx.theme, self)
        self.setItemDelegate(self.rows)
        self.field = NoticedEdit()
        words = [(what, text) for what, text in notice_words().items()]
        self.what = DropDown(ctx.theme, words, tr("File as"), name=NOTICED_WHAT)
        self.unstored = Unstored(ctx, NOTICED, {TEXT: self.field, WHAT: self.what})
        for field in (self.what, self.field):
            field.setParent(self.viewport())
            field.hide()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setModel(model)
        self._connect()

    def _connect(self) -> None:
        self.field.entered.connect(self._enter)
        self.field.stepped.connect(self._step)
        self.field.lines_pasted.connect(self._pass_on)
        self.field.discarded.connect(self._discard)
        self.field.textChanged.connect(self._follow_words)
        self.what.picked.connect(self._choose)
        self.unstored.filled.connect(self._follow_words)
        self._ctx.drafts.came_back.connect(self.show_drafts)
        self.selectionModel().currentChanged.connect(self._show_row)
        self._ctx.theme.changed.connect(self._place)
        for signal in (self._rows.rowsInserted, self._rows.rowsRemoved, self._rows.rowsMoved,
                       self._rows.modelReset):  # fmt: skip
            signal.connect(self._rows_changed)

    def with_draft(self, line: WeekLine) -> WeekLine:
        """The line with what is typed for it, or with its choice as it was last set."""
        if line.id == self._person_id:
            what = self.what.value()
            return WeekLine(line.row, line.today, self.field.text(), Notice(str(what)))
        kept = self._ctx.drafts.words(owner_of(0, Person, line.id, NOTICED))
        words = str(kept.get(TEXT, ""))
        what = self._choices.get(line.id, Notice.PRAISE)
        if words:
            what = _choice(kept.get(WHAT))
        return WeekLine(line.row, line.today, words, what)

    def show_lines(self, lines: Sequence[WeekLine]) -> None:
        """Show what was read; what is typed stays with its person."""
        self._lines = lines
        self.show_drafts()
        row = self._rows.row_of(self._person_id)
        if row >= 0:
            self._name_fields(self._rows.rows[row])
        self._place()

    @Slot()
    def show_drafts(self) -> None:
        """Show what is typed for each row, wherever it comes from."""
        self._rows.set_rows([self.with_draft(line) for line in self._lines])

    def put(self, person_id: int, words: str) -> bool:
        """Let words stand in somebody's row as if they were typed; False if others do already."""
        row = self._rows.row_of(person_id)
        if row < 0 or self.with_draft(self._rows.rows[row]).words.strip():
            return False
        if person_id == self._person_id:
            self.field.setText(words)
            self.unstored.keep()
        else:
            what = self._choices.get(person_id, Notice.PRAISE)
            place = list(Notice).index(what)
            owner = owner_of(0, Person, person_id, NOTICED)
            self._ctx.drafts.touch(owner, {TEXT: words, WHAT: place})
        self.show_drafts()
        return True

    def focus_first(self) -> None:
        """Type into the current row, else into the first one."""
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0, 0))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QModelIndex)
    def _show_row(self, current: QModelIndex) -> None:
        """Bring the fields into the row; the words of the one before stay there as a draft."""
        before, self._person_id = self._person_id, 0
        line = self._rows.record(current) if current.isValid() else None
        for field in (self.field, self.what):
            field.setVisible(line is not None)
        if line is None:
            self.unstored.release()
            return
        if before:
            self._choices[before] = Notice(str(self.what.value()))
        self.unstored.belong_to(0, Person, line.id)
        if self.unstored.is_blank:
            self.what.set_value(self._choices.get(line.id, Notice.PRAISE))
            self.unstored.start_here()
        self._person_id = line.id
        self._name_fields(line)
        self._place()
        self.show_drafts()
        if self.field.hasFocus():
            announce(self.field, self._rows.spoken(line))

    def _name_fields(self, line: WeekLine) -> None:
        self.field.setAccessibleName(asked(line.row))
        self.field.setAccessibleDescription(". ".join(line.known))
        self.field.setPlaceholderText(line.quiet or tr("What did you notice?"))
        name = line.row.person.short_name
        self.what.setAccessibleName(tr("File the line about {name} as", name=name))

    @Slot()
    def _rows_changed(self) -> None:
        if self._person_id and self._rows.row_of(self._person_id) < 0:
            self._show_row(self.currentIndex())
        self._place()

    @Slot()
    def _place(self) -> None:
        """Put the fields over the row they are of."""
        row = self._rows.row_of(self._person_id) if self._person_id else -1
        if row < 0:
            return
        places = self._places(self._rows.index(row, 0))
        self.field.setGeometry(_whole(places.field))
        self.what.setGeometry(_whole(places.choice))

    def _places(self, index: QModelIndex) -> Places:
        rect = QRectF(self.visualRect(index))
        places = lay_out(rect, self._ctx.theme.look, self._rows.record(index))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return places.mirrored(rect) if mirrored else places

    @override
    def updateGeometries(self) -> None:
        """Follow the rows wherever they are laid out."""
        super().updateGeometries()
        self._place()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the rows."""
        super().resizeEvent(event)
        self._place()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a row types into it; one on its choice opens that."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return
        self.field.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._places(index).choice.contains(event.position()):
            self.what.showPopup()

    @Slot(int)
    def _step(self, by: int) -> None:
        row = self.currentIndex().row() + by
        if 0 <= row < self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(row, 0))

    @Slot()
    def _enter(self) -> None:
        """Take the words; a row without any is passed over."""
        words = self.field.text().strip()
        if words:
            self.taken.emit(self._person_id, self.what.value(), words)
        else:
            self._step(1)

    def go_on(self) -> None:
        """Type into the next row once this one is free; the last one stays."""
        if not self.field.text():
            self._step(1)

    @Slot()
    def _discard(self) -> None:
        if self.unstored.discard():
            self.show_drafts()

    @Slot(object)
    def _choose(self, what: object) -> None:
        self._choices[self._person_id] = Notice(str(what))
        self._follow_words()
        if not by_keyboard():  # by keys one goes on from choice to choice
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _pass_on(self, lines: str) -> None:
        self.unstored.keep()  # the line as it was
        self.lines_pasted.emit(lines)

    @Slot()
    def _follow_words(self) -> None:
        """The row below the fields says what they do."""
        if self._person_id:
            self.show_drafts()


def _choice(place: object) -> Notice:
    """What is kept of a choice: its place; the first one where that cannot be read."""
    every = list(Notice)
    return every[place] if isinstance(place, int) and 0 <= place < len(every) else every[0]


def _whole(rect: QRectF) -> QRect:
    return QRect(QPoint(round(rect.left()), round(rect.top())), rect.size().toSize())
