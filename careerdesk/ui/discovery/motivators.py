"""What drives a person, ranked by hand, and what drains them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.records import Drive, Motivator, Person
from careerdesk.domain.views import MotivatorView
from careerdesk.services import discovery
from careerdesk.ui.base import names
from careerdesk.ui.base.acting import succeeded
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.row_edits import RowEdits
from careerdesk.ui.base.texts import objective, possessive, tr
from careerdesk.ui.base.unstored import TEXT, Unstored
from careerdesk.ui.discovery.motivator_model import MotivatorModel
from careerdesk.ui.discovery.motivator_row import MotivatorRowDelegate
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.buttons import Chip
from careerdesk.ui.widgets.discard import discard_all
from careerdesk.ui.widgets.flow import FlowLayout
from careerdesk.ui.widgets.inline_add import InlineAdd
from careerdesk.ui.widgets.labels import Muted
from careerdesk.ui.widgets.ordered_list import OrderedListView
from careerdesk.ui.widgets.section import GroupHeader

DRAINER = "drainer"
DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


def them(person: Person) -> str:
    """`her`, `him`, or the name where no pronoun is known."""
    known = person.pronouns.strip().lower().startswith(("she", "he", "they"))
    return objective(person.pronouns) if known else person.short_name


class MotivatorList(OrderedListView):
    """Motivators as small cards; F2 renames, Delete removes."""

    def __init__(self, theme: Theme, pane: MotivatorPane) -> None:
        super().__init__(theme, name=names.MOTIVATOR_LIST, gap=6, fit=True)
        self._pane = pane
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep F2 for renaming here."""
        shortcut = event.type() == QEvent.Type.ShortcutOverride
        if shortcut and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2:
            event.accept()  # here it renames; elsewhere it is an action of the window
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in DELETE and self.selected_ids():
            self._pane.remove(self.selected_ids())
        else:
            super().keyPressEvent(event)


class MotivatorPane(QWidget):
    """The left side of Discovery."""

    chosen = Signal(int)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show nobody yet."""
        super().__init__(parent)
        self._ctx = ctx
        self._person_id = 0
        self.header = GroupHeader(ctx.theme, tr("What drives them"), wrap=True)
        self.empty = Muted("", wrap=True)
        self.empty.setContentsMargins(0, 0, 0, 10)
        self.model = MotivatorModel(self)
        self.view = MotivatorList(ctx.theme, self)
        self.delegate = MotivatorRowDelegate(ctx.theme, self.view)
        self.view.setItemDelegate(self.delegate)
        self.view.setModel(self.model)
        self.edit = InlineAdd(ctx.theme, tr("Add a motivator"), name=names.MOTIVATOR_EDIT)
        self.drains = GroupHeader(ctx.theme, tr("What drains them"), wrap=True)
        self.drainers = DrainerChips(ctx, self)
        self.drain_edit = InlineAdd(ctx.theme, tr("Add what takes energy"), name=names.DRAINER_EDIT)
        self._rows = (
            Unstored(ctx, names.MOTIVATOR_EDIT, {TEXT: self.edit}),
            Unstored(ctx, names.DRAINER_EDIT, {TEXT: self.drain_edit}),
        )
        self._edits = RowEdits(ctx, Motivator, "motivatorRow", self.delegate)
        self._arrange()
        self._connect()

    def show_person(self, person: Person, views: Sequence[MotivatorView]) -> None:
        """Show what drives and drains a person."""
        self._person_id = person.id
        for row in self._rows:
            row.belong_to(person.id)
        word = them(person)
        self.header.title.setText(tr("What drives {them}").format(them=word))
        self.drains.title.setText(tr("What drains {them}").format(them=word))
        self.view.setAccessibleName(self.header.title.text())
        drives = [view for view in views if view.motivator.drive is Drive.DRIVES]
        self.model.set_rows(drives)
        self.empty.setText(_teaching(person))
        self.empty.setVisible(not drives)
        self.view.setVisible(bool(drives))
        self.drainers.show_views([v for v in views if v.motivator.drive is Drive.DRAINS])

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.view, self.edit, *self.drainers.tab_stops(), self.drain_edit]

    def remove(self, ids: list[int]) -> None:
        """Delete motivators or drainers, with a way back."""
        row = self.model.row_of(ids[0])
        if not succeeded(self._ctx, discovery.remove_motivators, self._ctx.store, ids):
            return
        text = tr("Motivator deleted") if len(ids) == 1 else tr("{n} motivators deleted")
        self._ctx.notices.toast(text.format(n=len(ids)), undo=True)
        self._focus_near(row)

    def turn(self, motivator_id: int, drive: Drive) -> None:
        """Make a drainer a motivator, or the other way round."""
        change = discovery.change_motivator
        try_action(self._ctx, change, self._ctx.store, motivator_id, drive=drive).ignored_because(
            "a banner says why; the rows show what is stored"
        )

    def _focus_near(self, row: int) -> None:
        count = self.model.rowCount()
        if row >= 0 and count:
            self.view.select_ids([self.model.id_at(min(row, count - 1))])
            self.view.setFocus()
        else:
            (self.edit if row >= 0 else self.drain_edit).setFocus()

    def _arrange(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(28, 14, 20, 28)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addWidget(self.empty)
        outer.addWidget(self.view)
        outer.addSpacing(2)
        outer.addWidget(self.edit)
        outer.addSpacing(14)
        outer.addWidget(self.drains)
        outer.addWidget(self.drainers)
        outer.addSpacing(8)
        outer.addWidget(self.drain_edit)
        outer.addStretch(1)

    def _connect(self) -> None:
        self.edit.submitted.connect(self._add)
        self.edit.panel_wanted.connect(self._add_one)
        self.edit.left.connect(self.view.setFocus)
        self.drain_edit.submitted.connect(self._add_drainers)
        self.model.renamed.connect(self._rename)
        self.delegate.editor_made.connect(self._edits.begin)
        self.view.move_requested.connect(self._move)
        self.view.selectionModel().currentChanged.connect(self._choose)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.model.id_at(index.row()))

    def _add(self, lines: list[str]) -> None:
        self._add_all(lines, Drive.DRIVES)

    def _add_one(self, line: str) -> None:
        self._add([line])

    def _add_drainers(self, lines: list[str]) -> None:
        self._add_all(lines, Drive.DRAINS)

    def _add_all(self, lines: list[str], drive: Drive) -> None:
        add, store = discovery.add_motivators, self._ctx.store
        try_action(self._ctx, add, store, self._person_id, lines, drive).ignored_because(
            "a banner says why, and the words are back in their row"
        )

    def _rename(self, motivator_id: int, name: str) -> None:
        change = discovery.change_motivator
        with self._edits.taking(motivator_id):
            try_action(self._ctx, change, self._ctx.store, motivator_id, name=name).ignored_because(
                "a banner says why; the rows show what is stored"
            )

    def _move(self, ids: list[int], before_id: int | None) -> None:
        try_action(
            self._ctx, discovery.move_motivators, self._ctx.store, ids, before_id
        ).ignored_because("a banner says why; the rows show what is stored")


def _teaching(person: Person) -> str:
    words = tr(
        "Nothing is known yet. What gives {them} energy: autonomy, mastery, being of use? "
        "Add it in {their} own words, the strongest first."
    )
    return words.format(them=them(person), their=possessive(person.pronouns))


class DrainerChips(QWidget):
    """What drains a person; a press opens what can be done, Delete removes."""

    def __init__(self, ctx: Context, pane: MotivatorPane) -> None:
        """Show none yet."""
        super().__init__()
        self._ctx = ctx
        self._pane = pane
        self._shown: tuple[tuple[int, str], ...] = ()
        self._flow = FlowLayout(self, gap=6)
        self.setAccessibleName(tr("Drainers"))

    def show_views(self, views: Sequence[MotivatorView]) -> None:
        """Show these drainers."""
        wanted = tuple((view.id, view.motivator.name) for view in views)
        if wanted != self._shown:
            self._shown = wanted
            self._rebuild()
        self.setVisible(bool(wanted))

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        places = range(self._flow.count())
        found = (item.widget() for item in map(self._flow.itemAt, places) if item)
        return [widget for widget in found if widget is not None]

    def _rebuild(self) -> None:
        discard_all(self._flow)
        for key, name in self._shown:
            chip = DrainerChip(self._ctx.theme, key, name)
            chip.removed.connect(self._pane.remove)
            chip.turned.connect(self._pane.turn)
            self._flow.addWidget(chip)


class DrainerChip(Chip):
    """One thing that drains; a press opens what can be done with it."""

    removed = Signal(list)
    turned = Signal(int, object)

    def __init__(self, theme: Theme, key: int, name: str) -> None:
        super().__init__(theme, name, "drainer", name=f"{DRAINER}{key}", kind="quiet")
        self._key = key
        self.clicked.connect(self._open_menu)

    def _open_menu(self) -> None:
        self.actions_menu().popup(self.mapToGlobal(self.rect().bottomLeft()))

    def actions_menu(self) -> QMenu:
        """What can be done with it."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(tr("It gives energy instead")).triggered.connect(self._turn)
        menu.addAction(tr("Delete")).triggered.connect(self._remove)
        return menu

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in DELETE:
            self._remove()
        else:
            super().keyPressEvent(event)

    def _turn(self) -> None:
        self.turned.emit(self._key, Drive.DRIVES)

    def _remove(self) -> None:
        self.removed.emit([self._key])
