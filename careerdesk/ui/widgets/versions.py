"""What a text said earlier beside what it says now; one press brings it back."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Slot
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QTextEdit, QVBoxLayout, QWidget

from careerdesk.domain.catalogue import Area, entry_of
from careerdesk.domain.differences import differences
from careerdesk.domain.plain import beginning
from careerdesk.i18n import tr
from careerdesk.services import versions
from careerdesk.services.versions import TextRef, TextVersion
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.base.text_marks import mark
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.theme.theme import set_area
from careerdesk.ui.widgets.buttons import FilledButton, OutlinedButton
from careerdesk.ui.widgets.dialog_size import take_size
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.labels import Muted, SmallLabel, Title
from careerdesk.ui.widgets.link_row import LinkRowDelegate
from careerdesk.ui.widgets.links import LinkModel, LinkRow
from careerdesk.ui.widgets.reader import reader

VERSION_LIST, VERSION_THEN, VERSION_NOW = "versionList", "versionThen", "versionNow"
BRING_BACK, CLOSE = "versionBringBack", "versionClose"
BEGINNING = 60  # characters


class VersionsDialog(QDialog):
    """Read alone; *Bring back* is one step that undo takes away."""

    def __init__(
        self, ctx: Context, ref: TextRef, label: str, parent: QWidget | None = None
    ) -> None:
        """Show the versions of the text that the field called *label* holds."""
        super().__init__(parent)
        self._ctx, self._ref = ctx, ref
        self._versions: list[TextVersion] = []
        self.setObjectName("versions")
        self.setWindowTitle(tr("Earlier versions"))
        set_area(self, "review" if entry_of(ref.kind).area is Area.REVIEWS else "growth")
        self.title = Title(label, wrap=True)
        self.summary = Muted(wrap=True)
        self.model = LinkModel(self)
        self.list = FittedList(name=VERSION_LIST, label=tr("Earlier versions"), most=9)
        self.list.setItemDelegate(LinkRowDelegate(ctx.theme, self.list))
        self.list.setModel(self.model)
        self.then_label, self.now_label = SmallLabel(), SmallLabel(tr("Now"))
        self.then = reader(ctx.theme, tr("Earlier version"), VERSION_THEN)
        self.now = reader(ctx.theme, tr("Current version"), VERSION_NOW)
        self.bring = FilledButton(
            ctx.theme, tr("Restore this version"), icon="undo", name=BRING_BACK
        )
        self.close_button = OutlinedButton(ctx.theme, tr("Close"), name=CLOSE)
        self._arrange()
        self._connect()
        self._fill()
        take_size(self, ctx.theme, 1000, 600, parent)

    def _arrange(self) -> None:
        self.list.setFixedWidth(self._ctx.theme.look.measure(240))
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(self.list, 0, Qt.AlignmentFlag.AlignTop)
        columns.addLayout(_column(self.then_label, self.then), 1)
        columns.addLayout(_column(self.now_label, self.now), 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.bring)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(8)
        outer.addWidget(self.title)
        outer.addWidget(self.summary)
        outer.addLayout(columns, 1)
        outer.addLayout(buttons)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._show)
        self.list.opened.connect(self.bring_back)
        self.bring.clicked.connect(self.bring_back)
        self.close_button.clicked.connect(self.reject)
        self._ctx.day.changed.connect(self._show_days)

    def _fill(self) -> None:
        store = self._ctx.store
        self._versions = try_read(self._ctx, versions.earlier, store, self._ref) or []
        self.now.set_text(try_read(self._ctx, versions.current, store, self._ref) or "")
        self._show_rows()
        there = bool(self._versions)
        self.summary.setText(
            tr("A new version is saved when the text changes, at most once every five minutes.")
            if there
            else tr(
                "Nothing here yet. When you change this text, the previous version "
                "will be kept here."
            )
        )
        for part in (self.list, self.then_label, self.then, self.bring):
            part.setVisible(there)
        self._begin()

    def _begin(self) -> None:
        """The keyboard goes to the newest version; where there is none, to what closes."""
        if self._versions:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(self.model.index(0, 0), flags)
            self.list.setFocus()
        else:
            self.close_button.setFocus()

    def go_to(self, version_id: int) -> bool:
        """Show one version; tells whether it is still kept."""
        row = self.model.row_of(version_id)
        if row < 0:
            return False
        self.list.setCurrentIndex(self.model.index(row, 0))
        self.list.setFocus()
        return True

    def _show_rows(self) -> None:
        today = self._ctx.clock.today()
        self.model.set_rows([_row(one, moment_words(one.replaced_at, today))
                             for one in self._versions])  # fmt: skip

    @Slot()
    def _show_days(self) -> None:
        self._show_rows()
        self._tell_when()

    @property
    def chosen(self) -> TextVersion | None:
        """The version that is shown."""
        row = self.list.currentIndex().row()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    @Slot(QModelIndex)
    def _show(self, _: QModelIndex) -> None:
        chosen = self.chosen
        if chosen is None:
            return
        self._tell_when()
        self.then.set_text(chosen.text)
        colour = self._ctx.theme.look.colour
        gone, new = differences(chosen.text, self.now.text())
        tint_then = partial(_tint, self.then, gone, colour.danger_soft, colour.text)
        tint_now = partial(_tint, self.now, new, colour.success_soft, colour.text)
        self.then.when_there(tint_then)
        self.now.when_there(tint_now)

    def _tell_when(self) -> None:
        if self.chosen is not None:
            when = moment_within(self.chosen.replaced_at, self._ctx.clock.today())
            self.then_label.setText(tr("Until {when}", when=when))

    @Slot()
    def bring_back(self) -> None:
        """Let the text say again what is shown, and close."""
        chosen, ctx = self.chosen, self._ctx
        if chosen and try_action(ctx, versions.bring_back, ctx.store, self._ref, chosen.text):
            self.accept()
            ctx.notices.toast(tr("Earlier version restored"), undo=True)


def moment_words(moment: datetime, today: date) -> str:
    """The day and the time at which a text was replaced."""
    local = moment.astimezone()
    return f"{Dates.short_day(local.date(), today)}, {Dates.time(local)}"


def moment_within(moment: datetime, today: date) -> str:
    """The same within a sentence: `today, 10:58`."""
    local = moment.astimezone()
    return f"{Dates.short_day_within(local.date(), today)}, {Dates.time(local)}"


def _row(version: TextVersion, when: str) -> LinkRow:
    begins = beginning(version.text, BEGINNING)
    return LinkRow(version.id, when, begins, "", icon="history")


def _column(label: QLabel, text: QTextEdit) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(label)
    column.addWidget(text, 1)
    return column


def _tint(edit: QTextEdit, spans: list[tuple[int, int]], ground: QColor, ink: QColor) -> None:
    """Lay a colour behind parts of a text; underlined too, so that colour is not alone."""
    dress = QTextCharFormat()
    dress.setBackground(ground)
    dress.setForeground(ink)
    dress.setFontUnderline(True)
    mark(edit, spans, dress)
