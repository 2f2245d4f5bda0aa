"""What moved a person once and does no longer, folded away below what moves them now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from careerdesk.domain.records import Drive, MotivatorStanding
from careerdesk.domain.text import one_line
from careerdesk.domain.views import MotivatorView
from careerdesk.i18n import tr, trn
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.discovery.motivator_list import MenuHook
from careerdesk.ui.discovery.motivator_words import quoted
from careerdesk.ui.widgets.buttons import LinkButton
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.landing import choose_record
from careerdesk.ui.widgets.link_row import LinkRowDelegate
from careerdesk.ui.widgets.links import LinkModel, LinkRow
from careerdesk.ui.widgets.record_list import ID_ROLE

EARLIER, EARLIER_LIST = "earlierMotivators", "earlierMotivatorList"
MOST_LINES = 40
ICONS = {Drive.DRIVES: "motivator", Drive.DRAINS: "drainer", Drive.VALUE: "value"}


class EarlierMotivators(QWidget):
    """A fold that is there only where something has ended.

    Enter or a click on a row says that it holds again, Delete deletes; the menu has both.
    """

    again_wanted = Signal(int)
    removal_wanted = Signal(list)

    def __init__(self, ctx: Context, hooks: Sequence[MenuHook]) -> None:
        """Show none yet; *hooks* add to the menu of a row."""
        super().__init__()
        self._ctx, self._hooks = ctx, hooks
        self._open = False
        self.fold = LinkButton(ctx.theme, "", "chevron-right", name=EARLIER)
        self.model = LinkModel(self)
        self.list = FittedList(name=EARLIER_LIST, label=tr("Motivators that no longer apply"),
                               uneven=True)  # fmt: skip
        self.rows = LinkRowDelegate(ctx.theme, self.list, most=MOST_LINES)
        self.list.setItemDelegate(self.rows)
        self.list.setModel(self.model)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.list)
        self.hide()
        self._connect()

    def show_views(self, views: Sequence[MotivatorView]) -> None:
        """Show what ended, the last first."""
        self.model.set_rows([_row(view, self._ctx.clock.today()) for view in views])
        self.fold.set_words(trn("1 earlier motivator", "{n} earlier motivators", len(views)))
        self.list.setVisible(self._open and bool(views))
        self.setVisible(bool(views))

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.fold, self.list]

    def _connect(self) -> None:
        self.fold.clicked.connect(self._turn)
        self.list.opened.connect(self._again_at)
        self.list.doubleClicked.disconnect(self.list.opened)  # a click at its end has done it
        self.list.remove_requested.connect(self._remove_at)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.rows.followed.connect(self._followed)

    def go_to(self, motivator_id: int) -> bool:
        """Unfold, and choose one that ended; tells whether it is among them."""
        if self.model.row_of(motivator_id) < 0:
            return False
        self._unfold(on=True)
        return choose_record(self.list, motivator_id)

    def _turn(self) -> None:
        self._unfold(on=not self._open)

    def _unfold(self, *, on: bool) -> None:
        self._open = on
        self.fold.set_icon("chevron-down" if self._open else "chevron-right")
        self.list.setVisible(self._open and bool(self.model.rows))

    def _followed(self, motivator_id: int, at_action: bool) -> None:
        if at_action:
            self.again_wanted.emit(motivator_id)

    def _again_at(self, index: QModelIndex) -> None:
        self.again_wanted.emit(index.data(ID_ROLE))

    def _remove_at(self, index: QModelIndex) -> None:
        self._remove(index.data(ID_ROLE))

    def _again(self, motivator_id: int) -> None:
        self.again_wanted.emit(motivator_id)

    def _remove(self, motivator_id: int) -> None:
        self.removal_wanted.emit([motivator_id])

    def menu_of(self, motivator_id: int) -> QMenu:
        """What can be done with a row."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        self._add(menu, tr("Applies again"), self._again, motivator_id)
        for hook in self._hooks:
            hook(menu, motivator_id)
        self._add(menu, tr("Delete"), self._remove, motivator_id)
        return menu

    def _add(self, menu: QMenu, words: str, act: Callable[[int], None], motivator_id: int) -> None:
        action = QAction(words, menu)
        action.triggered.connect(carrying(act, motivator_id))
        menu.addAction(action)

    def _open_menu(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        index = index if index.isValid() else self.list.currentIndex()
        if index.isValid():
            menu = self.menu_of(index.data(ID_ROLE))
            menu.popup(self.list.viewport().mapToGlobal(at))


def _row(view: MotivatorView, today: date) -> LinkRow:
    one = view.motivator
    day = Dates.short_day_within(one.until, today) if one.until else ""
    return LinkRow(
        one.id, one_line(one.name), tr("Until {day}", day=day), tr("Applies again"),
        icon=ICONS[one.drive], private=one.standing is MotivatorStanding.GUESSED,
        why=quoted(one.quote),
    )  # fmt: skip
