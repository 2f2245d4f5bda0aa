"""A second place for backups, such as a stick or a folder that is synchronised."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.domain.backups import Backup
from careerdesk.i18n import tr
from careerdesk.services import backups
from careerdesk.ui.base.context import Context
from careerdesk.ui.widgets.buttons import LinkButton, OutlinedButton
from careerdesk.ui.widgets.labels import Body, Heading, Muted

SECOND = "backups/second"


def second_place(settings: QSettings) -> Path | None:
    """The folder that was chosen, which may not be there now."""
    chosen = str(settings.value(SECOND, "") or "")
    return Path(chosen) if chosen else None


def newest_good(store_path: Path, settings: QSettings) -> Backup | None:
    """The newest good backup beside the store, or else that in the second place."""
    found = map(backups.newest_good, _places(store_path, settings))
    return next(filter(None, found), None)


def has_backups(store_path: Path, settings: QSettings) -> bool:
    """Whether there are any in either place; none of them is opened."""
    return any(map(backups.may_be_restored, _places(store_path, settings)))


def _places(store_path: Path, settings: QSettings) -> list[Path]:
    """Where the store is or would be, each with its backups beside it."""
    second = second_place(settings)
    return [store_path, *([second / store_path.name] if second else [])]


class SecondPlace(QWidget):
    """Shows the second place, chooses one, or goes without; `chosen` tells of a new one."""

    chosen = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.place = Body("", wrap=True)
        words = tr(
            "Each daily backup can also be copied to a USB stick or a synced folder. It contains "
            "everything private, so choose a place only you can read."
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
        column.addWidget(Heading(tr("Second place")))
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
        folder = self._ctx.dialogs.folder_path(tr("Second place for backups"))
        if folder is not None:
            self._ctx.settings.setValue(SECOND, str(folder))
            self._show()
            self.chosen.emit()

    @Slot()
    def _remove(self) -> None:
        self._ctx.settings.remove(SECOND)
        self._show()
        self.pick.setFocus()
