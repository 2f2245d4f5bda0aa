"""The motivators of a person as chips to press: what a goal feeds, what a note shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from careerdesk.domain.motivators import is_guessed
from careerdesk.domain.text import one_line
from careerdesk.domain.views import MotivatorView
from careerdesk.i18n import tr
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.texts import plain_tip
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.buttons import Chip
from careerdesk.ui.widgets.discard import discard_all
from careerdesk.ui.widgets.flow import FlowLayout


def seen_views(ctx: Context, views: Sequence[MotivatorView]) -> list[MotivatorView]:
    """Those that may be seen now: while the screen is shared no guess."""
    seen = {one.id for one in ctx.sharing.seen([view.motivator for view in views])}
    return [view for view in views if view.id in seen]


def on_chip(theme: Theme, name: str) -> str:
    """A name as it stands on a chip: cut where it would make its column wider."""
    return theme.look.line("caption", one_line(name), theme.look.measure(WIDEST))


def spoken_on_chip(name: str, *, guessed: bool) -> str:
    """All of a name for a screen reader, and that it is a guess."""
    words = one_line(name)
    return tr("{name}, your private guess", name=words) if guessed else words


WIDEST = 260  # of the words on a chip, so that a note stays as narrow as its column


class MotivatorChips(QWidget):
    """The motivators of the person; the pressed ones are chosen."""

    chosen = Signal(object)

    def __init__(self, ctx: Context, label: str, handle: str, *, folded: bool = False) -> None:
        """Show none yet; *label* is spoken, *handle* and an id name each chip.

        *folded*: those that are not chosen are hidden until the chip *Add* is pressed.
        """
        super().__init__()
        self._handle = handle
        self._ctx = ctx
        self._chips: dict[int, Chip] = {}
        self._known: tuple[tuple[int, str, bool], ...] = ()
        self._unshown: frozenset[int] = frozenset()
        self._flow = FlowLayout(self, gap=4)
        self._folded = folded
        self._suffix = ""
        self.more = Chip(ctx.theme, tr("Motivator"), "plus", name=f"{handle}More")
        self.more.setAccessibleName(tr("Choose other motivators"))
        self.more.hide()
        self._flow.addWidget(self.more)
        self.setAccessibleName(label)
        self.more.clicked.connect(self._unfold)

    def show_chosen(self, drives: Sequence[MotivatorView], chosen: frozenset[int]) -> None:
        """Show what drives the person, and press what is chosen.

        What is chosen and not among *drives*, since it ended or is hidden now, stays chosen.
        """
        known = tuple((one.id, one.motivator.name, is_guessed(one.motivator)) for one in drives)
        self._unshown = chosen - {key for key, *_ in known}
        if known != self._known:
            self._rebuild(known)
        for key, chip in self._chips.items():
            chip.setChecked(key in chosen)
        self._fold()
        self.setVisible(bool(known))

    def set_suffix(self, suffix: str) -> None:
        """Tell the handles of a second set of chips from those of the first one."""
        self._suffix = suffix
        self.more.setObjectName(f"{self._handle}More{suffix}")
        for key, chip in self._chips.items():
            chip.setObjectName(self._name(key))

    def _name(self, key: int) -> str:
        return f"{self._handle}{key}" + (f"of{self._suffix}" if self._suffix else "")

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [*self._chips.values(), self.more]

    def fold(self) -> None:
        """Hide again what is not chosen."""
        self._folded = True
        self._fold()

    def _unfold(self) -> None:
        self._folded = False
        self._fold()
        rest = [chip for chip in self._chips.values() if not chip.isChecked()]
        if rest:
            rest[0].setFocus()

    def _fold(self) -> None:
        for chip in self._chips.values():
            chip.setVisible(chip.isChecked() or not self._folded)
        hidden = self._folded and not all(chip.isChecked() for chip in self._chips.values())
        self.more.setVisible(hidden)

    def _rebuild(self, known: tuple[tuple[int, str, bool], ...]) -> None:
        self._flow.removeWidget(self.more)
        discard_all(self._flow)
        self._known = known
        self._chips = {one[0]: self._chip(*one) for one in known}
        self._flow.addWidget(self.more)

    def _chip(self, key: int, name: str, guessed: bool) -> Chip:
        icon, theme = "lock" if guessed else "motivator", self._ctx.theme
        chip = Chip(theme, on_chip(theme, name), icon, name=self._name(key), checkable=True)
        chip.setAccessibleName(spoken_on_chip(name, guessed=guessed))
        hint = tr("Your guess, so it's never included in anything you share") if guessed else ""
        cut = name if chip.text().replace("&&", "&") != one_line(name) else ""
        chip.setToolTip(plain_tip("\n".join(part for part in (cut, hint) if part)))
        chip.clicked.connect(self._choose)
        self._flow.addWidget(chip)
        return chip

    def _choose(self) -> None:
        pressed = frozenset(key for key, chip in self._chips.items() if chip.isChecked())
        self.chosen.emit(pressed | self._unshown)
