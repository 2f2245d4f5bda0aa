"""The goal that feedback is about, if it is about one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from careerdesk.domain.drafts import Word
from careerdesk.domain.text import excerpt
from careerdesk.i18n import tr
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.drop_down import DropDown

NONE = 0
LONGEST = 60


class AboutGoal(DropDown):
    """It is there as soon as the person has a goal; what is chosen is kept by the goal's id."""

    words_edited = Signal()

    def __init__(self, theme: Theme) -> None:
        """Offer nothing yet."""
        super().__init__(theme, [(NONE, "")], tr("Related goal"), name="feedbackGoal")
        self.activated.connect(self.words_edited)

    @property
    def item_id(self) -> int | None:
        """The chosen goal."""
        chosen = self.value()
        return chosen if isinstance(chosen, int) and chosen else None

    def offer(self, goals: Sequence[tuple[int, str]]) -> None:
        """Let one of these goals be chosen; a choice among them stays."""
        chosen = self.item_id
        titles = [(key, excerpt(title, LONGEST)) for key, title in goals]
        self.set_options([(NONE, tr("Not about a particular goal")), *titles])
        self.choose(chosen)
        self.setVisible(bool(goals))

    def choose(self, item_id: int | None) -> None:
        """Choose a goal without telling; one that is not offered is none."""
        self.setCurrentIndex(self._values.index(item_id) if item_id in self._values else 0)

    def words(self) -> Word:
        """What is chosen, as a draft keeps it."""
        return self.item_id or NONE

    def put_words(self, words: Word) -> None:
        """Show a choice again."""
        self.choose(int(words) or None)
