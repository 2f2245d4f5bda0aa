"""What drives a person, what drains them, what they hold dear: a heading, a list, a row to add."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.records import Drive, Motivator
from careerdesk.domain.views import MotivatorView
from careerdesk.i18n import tr
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.row_edits import RowEdits
from careerdesk.ui.base.unstored import TEXT, Unstored
from careerdesk.ui.discovery.motivator_list import MenuHook, MotivatorList
from careerdesk.ui.discovery.motivator_model import MotivatorModel
from careerdesk.ui.discovery.motivator_row import MotivatorRowDelegate
from careerdesk.ui.widgets.inline_add import InlineAdd
from careerdesk.ui.widgets.labels import Muted
from careerdesk.ui.widgets.section import GroupHeader


class MotivatorSection(QWidget):
    """Rows of one drive. `added` carries lines, `chosen` the id of the row that is current.

    The row that adds is a stop for Tab where what drives somebody is added, or while the list is
    empty; else one comes to it through the list.
    """

    added = Signal(list, object)
    chosen = Signal(int)
    renamed = Signal(object, int, str)
    moved = Signal(list, object, object)

    def __init__(
        self,
        ctx: Context,
        drive: Drive,
        hooks: Sequence[MenuHook],
        *,
        handles: tuple[str, str],
        words: str,
        icon: str = "",
    ) -> None:
        """*handles* are those of the list and of the row that adds, *words* stand in the latter."""
        super().__init__()
        self.drive = drive
        self._through_list = drive is not Drive.DRIVES
        ranked = drive is Drive.DRIVES
        self.header = GroupHeader(ctx.theme, "", wrap=True)
        self.empty = Muted("", wrap=True)
        self.empty.setContentsMargins(0, 0, 0, 10)
        self.empty.hide()
        self.model = MotivatorModel(self, drive)
        self.view = MotivatorList(ctx.theme, handles[0], hooks, gap=6 if ranked else 0)
        self.delegate = MotivatorRowDelegate(
            ctx.theme, self.view, ctx.clock.today, ranked=ranked, icon=icon
        )
        self.view.setItemDelegate(self.delegate)
        self.view.setModel(self.model)
        self.edit = InlineAdd(ctx.theme, words, name=handles[1])
        self.unstored = Unstored(ctx, handles[1], {TEXT: self.edit})
        self.edits = RowEdits(ctx, Motivator, "motivatorRow", self.delegate)
        self._arrange(2 if ranked else 8)
        self._connect()

    def show_views(self, views: Sequence[MotivatorView], title: str, nothing: str = "") -> None:
        """Show these rows under a title; *nothing* is said where there is none."""
        self.header.title.setText(title)
        self.view.setAccessibleName(title)
        self.model.set_rows(views)
        self.empty.setText(nothing)
        self.empty.setVisible(not views and bool(nothing))
        self.view.setVisible(bool(views))
        through = self._through_list and bool(views)
        policy = Qt.FocusPolicy.ClickFocus if through else Qt.FocusPolicy.StrongFocus
        self.edit.setFocusPolicy(policy)  # one stop for Tab: Down leads on from the list
        self.view.setAccessibleDescription(tr("To add another, press Down on the last row"))

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.view, self.edit]

    def select_near(self, row: int) -> None:
        """Give the keyboard to the row in the place of one that went, else to the row that adds."""
        count = self.model.rowCount()
        if count:
            self.view.select_ids([self.model.id_at(min(row, count - 1))])
            self.view.setFocus()
        else:
            self.edit.setFocus()

    def _arrange(self, above: int) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.empty)
        column.addWidget(self.view)
        column.addSpacing(above)
        column.addWidget(self.edit)

    def _connect(self) -> None:
        self.edit.submitted.connect(self._add)
        self.edit.panel_wanted.connect(self._add_one)
        self.edit.left.connect(self._leave)
        self.edit.installEventFilter(self)
        self.view.past_end.connect(self._go_on)
        self.model.renamed.connect(self._rename)
        self.delegate.editor_made.connect(self.edits.begin)
        self.delegate.more_wanted.connect(self.view.open_menu_of)
        self.view.move_requested.connect(self._move)
        self.view.selectionModel().currentChanged.connect(self._choose)

    def _add(self, lines: list[str]) -> None:
        self.added.emit(lines, self.drive)

    def _add_one(self, line: str) -> None:
        self.added.emit([line], self.drive)

    def _go_on(self) -> None:
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up leads back to the list from the row that adds."""
        pressed = event if isinstance(event, QKeyEvent) else None
        at_key = event.type() == QEvent.Type.KeyPress and self.model.rows
        if at_key and pressed is not None and pressed.key() == Qt.Key.Key_Up:
            self._leave()
            return True
        return super().eventFilter(watched, event)

    def _leave(self) -> None:
        if self.model.rows:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rename(self, motivator_id: int, name: str) -> None:
        self.renamed.emit(self.edits, motivator_id, name)

    def _move(self, ids: list[int], before_id: int | None) -> None:
        self.moved.emit(ids, before_id, self.drive)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.model.id_at(index.row()))
