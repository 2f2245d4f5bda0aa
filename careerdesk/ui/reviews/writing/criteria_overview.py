"""How many accomplishments speak for each criterion, so that a gap shows."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.domain.reviews.records import Criterion
from careerdesk.i18n import tr
from careerdesk.ui.base.texts import number, plain_tip
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.buttons import Badge
from careerdesk.ui.widgets.discard import discard
from careerdesk.ui.widgets.flow import FlowLayout
from careerdesk.ui.widgets.labels import Caption

CRITERIA_OVERVIEW = "criteriaOverview"
LONGEST = 40


class CriteriaOverview(QWidget):
    """A badge for each criterion; one without anything is marked, and named in a sentence."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self._badges: list[Badge] = []
        self.setObjectName(CRITERIA_OVERVIEW)
        self._flow = FlowLayout()
        self.words = Caption(wrap=True)
        self.words.setObjectName("criteriaGaps")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addLayout(self._flow)
        column.addWidget(self.words)

    def show_counts(self, criteria: Sequence[Criterion], speaks: Sequence[Collection[int]]) -> None:
        """Count what speaks for each of the criteria."""
        counts = [(one, sum(one.id in ids for ids in speaks)) for one in criteria]
        self._show_badges(counts)
        words = _gap_words(counts) if speaks else ""
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.setVisible(bool(criteria))
        said = ", ".join(f"{one.name} {number(count, 0)}" for one, count in counts)
        self.setAccessibleName(tr("Accomplishments by criterion: {list}", list=said))

    def _make_badges(self, count: int) -> None:
        """Have as many badges as that."""
        for badge in self._badges[count:]:
            self._flow.removeWidget(badge)
            discard(badge)
        del self._badges[count:]
        while len(self._badges) < count:
            badge = Badge(self._theme)
            self._badges.append(badge)
            self._flow.addWidget(badge)

    def _show_badges(self, counts: Sequence[tuple[Criterion, int]]) -> None:
        self._make_badges(len(counts))
        for badge, (one, count) in zip(self._badges, counts, strict=True):
            name = one.name if len(one.name) <= LONGEST else one.name[: LONGEST - 1] + "…"
            badge.show_words(f"{name}\u2002{number(count, 0)}", "growth" if count else "quiet")
            badge.setToolTip(plain_tip(one.name) if name != one.name else "")
            badge.show()


def _gap_words(counts: Sequence[tuple[Criterion, int]]) -> str:
    """For which criteria nothing speaks; empty where something does for each."""
    gaps = ", ".join(one.name for one, count in counts if not count)
    return tr("No accomplishments yet for {criteria}.", criteria=gaps) if gaps else ""
