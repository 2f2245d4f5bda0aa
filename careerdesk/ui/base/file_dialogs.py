"""The few questions that stop the user, and the choosing of files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from careerdesk.i18n import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


class Dialogs:
    """Asks the user; tests answer in its place.

    *after_files* is called when a file dialog is closed: it may have opened any file.
    """

    kind = ""  # of the file that was saved last, as its pattern says it: `PDF (*.pdf)`

    def __init__(self, after_files: Callable[[], None] | None = None) -> None:
        self.after_files = after_files or _nothing

    def save_path(self, title: str, suggested: str, pattern: str) -> Path | None:
        """Where to save; None if the user would rather not."""
        from PySide6.QtWidgets import QFileDialog  # a start does without: 1 ms

        window = QApplication.activeWindow()
        chosen, self.kind = QFileDialog.getSaveFileName(window, title, suggested, pattern)
        self.after_files()
        return Path(chosen) if chosen else None

    def save_path_as(self, title: str, suggested: str, pattern: str, ending: str) -> Path | None:
        """As `save_path`; a name without an ending gets that of the chosen kind, or *ending*.

        The dialog has not asked about what lies there under that name: so this does.
        """
        path = self.save_path(title, suggested, pattern)
        if path is None or _is_ending(path.suffix):
            return path
        whole = path.with_name(f"{path.name}{_ending_of(self.kind) or ending}")
        words = tr("{name} already exists in this folder. Replace it?", name=whole.name)
        if whole.exists() and not self.confirm(title, words, tr("Replace")):
            return None
        return whole

    def open_path(self, title: str, pattern: str) -> Path | None:
        """Which file to open; None if none."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileName(QApplication.activeWindow(), title, "", pattern)
        self.after_files()
        return Path(chosen) if chosen else None

    def folder_path(self, title: str) -> Path | None:
        """Which folder; None if none."""
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(QApplication.activeWindow(), title)
        self.after_files()
        return Path(chosen) if chosen else None

    def confirm(self, title: str, text: str, button: str) -> bool:
        """Ask whether to go on by pressing *button*; Enter and Esc do not."""
        box = _box(title, text)
        go_on = box.addButton(button, box.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(tr("Cancel"), box.ButtonRole.RejectRole))
        box.exec()
        return box.clickedButton() is go_on

    def choose(self, title: str, text: str, buttons: Sequence[str]) -> int | None:
        """Ask which of *buttons* to press, the safest first; None if none of them."""
        box = _box(title, text)
        safest, *others = buttons
        made = [box.addButton(safest, box.ButtonRole.AcceptRole)]
        made += [box.addButton(one, box.ButtonRole.DestructiveRole) for one in others]
        box.addButton(tr("Cancel"), box.ButtonRole.RejectRole)
        box.setDefaultButton(made[0])
        box.exec()
        pressed = box.clickedButton()
        return next((number for number, one in enumerate(made) if one is pressed), None)


def _ending_of(kind: str) -> str:
    """`.pdf` of `PDF (*.pdf)`; nothing where the system did not say which kind was chosen."""
    ending = kind.rpartition("(*")[2].partition(")")[0]
    return ending if ending.isascii() and ending[1:].isalnum() else ""


def _is_ending(suffix: str) -> bool:
    """Whether it says what kind of file it is: no initial, as in A. Ruiz, and no version."""
    return " " not in suffix and any(map(str.isalpha, suffix))


def _box(title: str, text: str) -> QMessageBox:
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QApplication.activeWindow())
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    return box


def _nothing() -> None:
    """Do nothing."""
