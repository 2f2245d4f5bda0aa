"""The motivators of a person as chips to press: what a goal feeds, what a note shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from careerdesk.domain.views import MotivatorView
from careerdesk.ui.context import Context
from careerdesk.ui.widgets.buttons import Chip
from careerdesk.ui.widgets.discard import discard_all
from careerdesk.ui.widgets.flow import FlowLayout


class MotivatorChips(QWidget):
    """The motivators of the person; the pressed ones are chosen."""

    chosen = Signal(object)

    def __init__(self, ctx: Context, label: str, handle: str) -> None:
        """Show none yet; *label* is spoken, *handle* and an id name each chip."""
        super().__init__()
        self._handle = handle
        self._ctx = ctx
        self._chips: dict[int, Chip] = {}
        self._known: tuple[tuple[int, str], ...] = ()
        self._flow = FlowLayout(self, gap=4)
        self.setAccessibleName(label)

    def show_chosen(self, drives: Sequence[MotivatorView], chosen: frozenset[int]) -> None:
        """Show what drives the person, and press what is chosen."""
        known = tuple((view.id, view.motivator.name) for view in drives)
        if known != self._known:
            self._rebuild(known)
        for key, chip in self._chips.items():
            chip.setChecked(key in chosen)
        self.setVisible(bool(known))

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return list(self._chips.values())

    def _rebuild(self, known: tuple[tuple[int, str], ...]) -> None:
        discard_all(self._flow)
        self._known = known
        self._chips = {key: self._chip(key, name) for key, name in known}

    def _chip(self, key: int, name: str) -> Chip:
        chip = Chip(self._ctx.theme, name, "motivator", name=f"{self._handle}{key}", checkable=True)
        chip.clicked.connect(self._choose)
        self._flow.addWidget(chip)
        return chip

    def _choose(self) -> None:
        self.chosen.emit(frozenset(k for k, chip in self._chips.items() if chip.isChecked()))
