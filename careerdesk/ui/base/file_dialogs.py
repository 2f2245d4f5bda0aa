"""The few questions that stop the user, and the choosing of files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from careerdesk.i18n import tr


class Dialogs:
    """Asks the user; tests answer in its place.

    *after_files* is called when a file dialog is closed: it may have opened any file.
    """

    def __init__(self, after_files: Callable[[], None] | None = None) -> None:
        self.after_files = after_files or _nothing

    def save_path(self, title: str, suggested: str, pattern: str) -> Path | None:
        """Where to save; None if the user would rather not."""
        chosen, _ = QFileDialog.getSaveFileName(
            QApplication.activeWindow(), title, suggested, pattern
        )
        self.after_files()
        return Path(chosen) if chosen else None

    def open_path(self, title: str, pattern: str) -> Path | None:
        """Which file to open; None if none."""
        chosen, _ = QFileDialog.getOpenFileName(QApplication.activeWindow(), title, "", pattern)
        self.after_files()
        return Path(chosen) if chosen else None

    def folder_path(self, title: str) -> Path | None:
        """Which folder; None if none."""
        chosen = QFileDialog.getExistingDirectory(QApplication.activeWindow(), title)
        self.after_files()
        return Path(chosen) if chosen else None

    def confirm(self, title: str, text: str, button: str) -> bool:
        """Ask whether to go on by pressing *button*; Enter and Esc do not."""
        box = QMessageBox(QApplication.activeWindow())
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        go_on = box.addButton(button, QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole))
        box.exec()
        return box.clickedButton() is go_on

    def choose(self, title: str, text: str, buttons: Sequence[str]) -> int | None:
        """Ask which of *buttons* to press, the safest first; None if none of them."""
        box = QMessageBox(QApplication.activeWindow())
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        safest, *others = buttons
        made = [box.addButton(safest, QMessageBox.ButtonRole.AcceptRole)]
        made += [box.addButton(one, QMessageBox.ButtonRole.DestructiveRole) for one in others]
        box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(made[0])
        box.exec()
        pressed = box.clickedButton()
        return next((number for number, one in enumerate(made) if one is pressed), None)


def _nothing() -> None:
    """Do nothing."""
