"""What is shown in place of the window where the store cannot be opened at all, or is gone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.backups import Backup
from careerdesk.i18n import tr
from careerdesk.ui.base.file_dialogs import Dialogs
from careerdesk.ui.shell.damaged import RESTORE, held_by, restore_step
from careerdesk.ui.theme.theme import Theme, set_area
from careerdesk.ui.widgets.dialog_size import take_size
from careerdesk.ui.widgets.empty_state import EmptyState, Scrolled, StartCard

AGAIN, OTHER, START_OVER = "lookAgain", "openAnother", "startAnew"


class Rescue(QWidget):
    """Offers what helps, and waits: `chosen` is the backup to restore, the file to open, or None.

    With *anew* a new store may be begun, which is then `chosen` as True: never beside a file.
    Where no backup can help, since the file is gone with them or was only *refused* by the disk,
    False is chosen to look again.
    """

    ended = Signal()

    def __init__(
        self,
        theme: Theme,
        why: str,
        newest: Backup | None,
        today: date,
        *,
        anew: bool,
        refused: bool = False,
        dialogs: Dialogs | None = None,
    ) -> None:
        """Show *why* it does not open, and the *newest* good backup if there is one."""
        super().__init__()
        self.chosen: Backup | Path | bool | None = None
        self._newest, self._dialogs = newest, dialogs or Dialogs()
        title = tr("Your data file is missing") if anew else tr("Your data file can't be opened")
        self.setObjectName("rescue")
        self.setWindowTitle("CareerDesk")
        self.setAccessibleName(title)
        self.setAccessibleDescription(why)
        set_area(self, "growth")
        self.state = EmptyState(
            theme, title, why, _steps(newest, today, anew=anew, refused=refused)
        )
        self.state.chosen.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Scrolled(self.state))
        take_size(self, theme, 820, 560, None)

    def wait(self) -> Backup | Path | bool | None:
        """Show it until something is chosen, or it is closed."""
        loop = QEventLoop()
        self.ended.connect(loop.quit)
        self.show()
        next(iter(self.state.buttons.values())).setFocus()
        loop.exec()
        self.hide()
        return self.chosen

    @Slot(str)
    def _choose(self, key: str) -> None:
        if key == RESTORE:
            self.chosen = self._newest
        elif key in {START_OVER, AGAIN}:
            self.chosen = key == START_OVER
        else:
            self.chosen = self._dialogs.open_path(
                tr("Open another file"), tr("CareerDesk files (*.db *.sqlite);;All files (*)")
            )
        if self.chosen is not None:
            self.ended.emit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing is chosen."""
        super().closeEvent(event)
        self.ended.emit()


def _steps(
    newest: Backup | None, today: date, *, anew: bool, refused: bool
) -> tuple[StartCard, ...]:
    steps = []
    if newest is not None:
        steps.append(restore_step(held_by(newest, today, gone=anew)))
    elif anew or refused:
        steps.append(_again_step(anew=anew))
    steps.append(
        StartCard(
            OTHER,
            "search",
            tr("Look for the file elsewhere"),
            tr("If you moved the file or have a copy on another disk, open it from there."),
            tr("Open another file…"),
        )
    )
    if anew:
        steps.append(
            StartCard(
                START_OVER,
                "plus",
                tr("Start over"),
                tr("Start with an empty file. Your backups will stay where they are."),
                tr("Start over"),
            )
        )
    return tuple(steps)


def _again_step(*, anew: bool) -> StartCard:
    words = (
        tr("Connect the disk the file is on, or put the file back where it was.")
        if anew
        else tr("Open the file again once that is settled.")
    )
    return StartCard(AGAIN, "redo", tr("Try again"), words, tr("Try again"))


def theme_of(settings: QSettings) -> Theme:
    """The look that the user chose, where no window has put it on yet."""
    return Theme(str(settings.value("theme", "system")))
