"""What drives a person, as chips to read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.domain.brief_lines import why_motivator
from careerdesk.domain.motivators import is_guessed
from careerdesk.domain.records import Motivator
from careerdesk.i18n import tr
from careerdesk.ui.base.brief_words import because
from careerdesk.ui.base.context import Context
from careerdesk.ui.discovery.motivator_chips import on_chip, spoken_on_chip
from careerdesk.ui.widgets.buttons import Badge
from careerdesk.ui.widgets.flow import FlowLayout
from careerdesk.ui.widgets.labels import Muted


class Drives(QWidget):
    """What drives a person, as chips in their order."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start with none."""
        super().__init__(parent)
        self._theme = ctx.theme
        self._shown: tuple[tuple[str, bool], ...] | None = None
        self._badges: list[Badge] = []
        self.nothing = Muted(tr("Not known yet"))
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.addWidget(self._chips)
        column.addWidget(self.nothing)

    def show_motivators(self, motivators: Sequence[Motivator]) -> None:
        """Show motivators, the strongest first."""
        words = tuple(
            (f"{place} {one.name}", is_guessed(one)) for place, one in enumerate(motivators, 1)
        )
        if words == self._shown:
            return
        self._shown = words
        self._make_badges(len(words))
        for badge, (word, guessed) in zip(self._badges, words, strict=False):
            kind, icon = ("quiet", "lock") if guessed else ("growth", "motivator")
            badge.show_words(on_chip(self._theme, word), kind, icon)
            badge.setAccessibleName(spoken_on_chip(word, guessed=guessed))
        for place, badge in enumerate(self._badges):
            badge.setVisible(place < len(words))
        self._chips.setVisible(bool(words))
        self.nothing.setVisible(not words)

    def _make_badges(self, count: int) -> None:
        """Have so many badges at least."""
        while len(self._badges) < count:
            badge = Badge(self._theme)
            badge.setToolTip(because(why_motivator(len(self._badges) + 1)))
            self._badges.append(badge)
            self._flow.addWidget(badge)
