"""A list of sentences, of each of which one of a few things can be said."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu

from careerdesk.compat import override
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.base.keys import ENTER, is_alone
from careerdesk.ui.base.lists import menu_asked
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.choice_row import Choice, ChoiceRow, ChoiceRowDelegate
from careerdesk.ui.widgets.record_list import ID_ROLE, Index, RecordListModel
from careerdesk.ui.widgets.wrapping_list import WrappingList


class ChoiceModel(RecordListModel[ChoiceRow]):
    """Rows are `ChoiceRow`s."""

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """A sentence can be edited in place."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    @override
    def text(self, row: ChoiceRow) -> str:
        """The sentence."""
        return row.title

    @override
    def spoken(self, row: ChoiceRow) -> str:
        """The sentence and what was said of it."""
        return ", ".join(part for part in (row.title, row.spoken) if part)


class ChoiceList(WrappingList):
    """1, 2, 3 make a choice, as a click on its word does; Enter edits the sentence.

    `chosen` carries the id of the row and the key of the choice.
    """

    chosen = Signal(int, object)

    def __init__(
        self,
        theme: Theme,
        model: ChoiceModel,
        choices: Callable[[], Sequence[Choice]],
        *,
        name: str,
        label: str,
        editor_name: str,
        editor_label: str,
    ) -> None:
        """Show the rows of a model; *label* is what a screen reader calls the list."""
        super().__init__(theme, name, label)
        self._choices = choices
        self.rows = ChoiceRowDelegate(theme, choices, self, editor_name=editor_name,
                                      label=editor_label)  # fmt: skip
        self.setItemDelegate(self.rows)
        self.setModel(model)
        words = (f"{place}: {one.word}" for place, one in enumerate(choices(), 1))
        self.setAccessibleDescription(", ".join(words))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the choices, while no sentence is edited."""
        index = self.currentIndex()
        editing = self.state() == QAbstractItemView.State.EditingState
        choice = self._choice_of(event.key())
        if not index.isValid() or editing or not is_alone(event):
            super().keyPressEvent(event)
        elif choice is not None:
            self.choose(index.data(ID_ROLE), choice)
        elif event.key() in ENTER:
            self.edit(index)
        else:
            super().keyPressEvent(event)

    def _choice_of(self, key: int) -> Choice | None:
        place = key - Qt.Key.Key_1
        choices = self._choices()
        return choices[place] if 0 <= place < len(choices) else None

    def choose(self, record_id: int, choice: Choice) -> None:
        """Say it of a row; a choice that edits puts its sentence into a line."""
        if not choice.edits:
            self.chosen.emit(record_id, choice.key)
            return
        model = self.model()
        row = model.row_of(record_id) if isinstance(model, ChoiceModel) else -1
        if row >= 0:
            index = model.index(row, 0)
            self.setCurrentIndex(index)
            self.edit(index)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a choice makes it."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            places = self.rows.places(self.visualRect(index), index, self.layoutDirection())
            for choice in self._choices():
                if places.choices[choice.key].contains(at):
                    self.choose(index.data(ID_ROLE), choice)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The choices, each with its key, at the pointer or the row."""
        index, here = menu_asked(self, event)
        if index.isValid():
            self.menu(index).popup(here)

    def menu(self, index: QModelIndex) -> QMenu:
        """The choices for a row."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for place, choice in enumerate(self._choices()):
            entry = menu.addAction(choice.word)
            entry.setShortcut(Qt.Key(Qt.Key.Key_1 + place))
            entry.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            entry.triggered.connect(carrying(self._choose, (index.data(ID_ROLE), choice)))
        return menu

    def _choose(self, wanted: tuple[int, Choice]) -> None:
        self.choose(*wanted)
