"""The next steps of a goal as rows that are put in order by keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu

from careerdesk.compat import override
from careerdesk.domain.loop import Action
from careerdesk.domain.records import Promise
from careerdesk.i18n import tr
from careerdesk.ui.agenda.promise_model import PromiseModel
from careerdesk.ui.agenda.promises import PromiseList
from careerdesk.ui.base.announce import announce
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.keys import shortcut

MOVES = {
    Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -10_000, Qt.Key.Key_End: 10_000,
}  # fmt: skip


class ActionModel(PromiseModel):
    """Rows read as promises do, in the order they were put in."""

    holds = Action

    @override
    def in_order(self, rows: Sequence[Promise]) -> list[Promise]:
        """As they come."""
        return list(rows)


class ActionList(PromiseList):
    """Alt with arrows, Home and End moves the selected steps.

    `move_wanted` carries their ids and how many places they should go.
    """

    move_wanted = Signal(list, int)

    def __init__(self, ctx: Context, label: str) -> None:
        """Start without a model."""
        super().__init__(ctx, label, kind=Action)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with arrows moves; all else as in any list to tick."""
        keypad = Qt.KeyboardModifier.KeypadModifier
        alt = event.modifiers() & ~keypad == Qt.KeyboardModifier.AltModifier
        places = MOVES.get(Qt.Key(event.key()))
        if alt and places is not None:
            self._ask(places)
        else:
            super().keyPressEvent(event)

    @override
    def menu(self) -> QMenu:
        """Moving too."""
        menu = super().menu()
        menu.addSeparator()
        for words, keys, places in (
            (tr("Move up"), "Alt+Up", -1), (tr("Move down"), "Alt+Down", 1),
        ):  # fmt: skip
            action = QAction(words, menu)
            action.setShortcut(QKeySequence(shortcut(keys)))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(carrying(self._ask, places))
            menu.addAction(action)
        return menu

    def show_moved(self, ids: Sequence[int]) -> None:
        """Select rows that came to their place, and say which that is."""
        model, chosen = self.model(), QItemSelection()
        if not isinstance(model, ActionModel):
            return
        found = [model.index(row, 0) for row in map(model.row_of, ids) if row >= 0]
        for index in found:
            chosen.select(index, index)
        if not found:
            return
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(found[0], flags.NoUpdate)
        self.selectionModel().select(chosen, flags.ClearAndSelect)
        place, count = found[0].row() + 1, model.rowCount()
        announce(self, tr("moved to position {n} of {count}", n=place, count=count))

    def _ask(self, places: int) -> None:
        ids = self.selected_ids()
        if ids:
            self.move_wanted.emit(ids, places)
