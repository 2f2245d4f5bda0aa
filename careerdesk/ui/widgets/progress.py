"""How far something is: a bar that can be read aloud, and words for it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QHBoxLayout, QProgressBar, QWidget

from careerdesk.domain.parts import COPYING, LOOKING, READING, WRITING, Part
from careerdesk.i18n import fill, tr
from careerdesk.ui.base import names
from careerdesk.ui.base.alive import Alive, focus_again
from careerdesk.ui.base.announce import announce
from careerdesk.ui.base.long_work import LongWork
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.buttons import LinkButton
from careerdesk.ui.widgets.labels import Caption
from careerdesk.ui.widgets.tab_order import holds_focus

WIDTH, HEIGHT = 160, 6
STEPS = 20


def part_words(part: Part) -> str:
    """What is being done, and how much of it is through."""
    if part.doing == COPYING:
        return tr("Backing up first: {n}%…", n=100 * part.done // max(part.all, 1))
    words = {
        READING: tr("Reading {n} of {all}…"),
        LOOKING: tr("Checking {n} of {all}…"),
        WRITING: tr("Saving {n} of {all}…"),
    }[part.doing]
    return fill(words, n=part.done, all=part.all)


class Progress(QProgressBar):
    """A thin bar; the words for it stand beside it."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._shown = ("", 0)
        self.setTextVisible(False)
        self.setFixedHeight(theme.look.measure(HEIGHT))
        keeps = self.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)  # what stands around it does not jump
        self.setSizePolicy(keeps)
        self.hide()

    def begin(self, words: str) -> None:
        """Show that *words* has begun."""
        self.setAccessibleName(words)
        self._shown = ("", 0)
        self.setRange(0, STEPS)
        self.setValue(0)
        self.show()

    def show_part(self, part: Part) -> bool:
        """Show how far it is; tells whether that is worth new words: not at each of many parts."""
        step = part.done * STEPS // max(part.all, 1)
        moved = (part.doing, step) != self._shown
        if moved:
            self._shown = (part.doing, step)
            self.setUpdatesEnabled(False)  # else Qt paints the whole window within this turn
            self.setValue(step)
            self.setUpdatesEnabled(True)
        return moved


class WorkShown(QWidget):
    """What is being stored, in the status line of whatever page is open, with a way to stop it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = Alive[QWidget]()  # which had the keyboard
        self.words = Caption("")
        self.bar = Progress(theme, names.WORK_BAR)
        self.bar.setFixedWidth(theme.look.measure(WIDTH))
        self.stop = LinkButton(theme, tr("Stop"), name=names.WORK_STOP)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(8)
        for part in (self.words, self.bar, self.stop):
            row.addWidget(part)
        self.hide()

    def follow(self, work: LongWork) -> None:
        """Show what *work* does from now on."""
        work.moved.connect(self.bar.show_part)
        work.ended.connect(self._end)
        self.stop.clicked.connect(work.stop)

    def begin(self, words: str) -> None:
        """Say what it is."""
        self._before = Alive(QApplication.focusWidget())
        self.words.setText(words)
        self.bar.begin(words)
        self.show()
        announce(self, words)

    def _end(self) -> None:
        if holds_focus(self):  # else whatever comes next gets it
            focus_again(self._before)
        self.hide()
        self.bar.hide()
