"""A second place for backups, such as a stick or a folder that is synchronised."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.i18n import tr
from careerdesk.ui.backups.places import SECOND, second_place
from careerdesk.ui.base.context import Context
from careerdesk.ui.widgets.buttons import LinkButton, OutlinedButton
from careerdesk.ui.widgets.labels import Body, Heading, Muted


class SecondPlace(QWidget):
    """Shows the second place, chooses one, or goes without; `chosen` tells of a new one."""

    chosen = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.place = Body("", wrap=True)
        words = tr(
            "Each daily backup can also be copied to a USB stick or a synced folder. "
            "The copy includes all your private data, so choose a location only you "
            "can access."
        )
        self.pick = OutlinedButton(ctx.theme, tr("Choose a folder…"), name="chooseSecondPlace")
        self.remove = LinkButton(ctx.theme, tr("Stop using this folder"), name="removeSecondPlace")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.pick)
        row.addWidget(self.remove)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Heading(tr("Second location")))
        column.addWidget(Muted(words, wrap=True))
        column.addWidget(self.place)
        column.addLayout(row)
        self.pick.clicked.connect(self._pick)
        self.remove.clicked.connect(self._remove)
        self._show()

    def _show(self) -> None:
        place = second_place(self._ctx.settings)
        self.place.setVisible(place is not None)
        self.remove.setVisible(place is not None)
        if place is not None:
            path = str(place)
            there = place.is_dir()
            self.place.setText(path if there else tr("{path} (not connected)", path=path))

    @Slot()
    def _pick(self) -> None:
        folder = self._ctx.dialogs.folder_path(tr("Second backup location"))
        if folder is not None:
            self._ctx.settings.setValue(SECOND, str(folder))
            self._show()
            self.chosen.emit()

    @Slot()
    def _remove(self) -> None:
        self._ctx.settings.remove(SECOND)
        self._show()
        self.pick.setFocus()
