"""Advice on wording that often biases, below the narrative: quiet, and never in the way."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.domain.reviews.hints import Bias, BiasHint, bias_hints
from careerdesk.i18n import tr
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.base.texts import plain_tip
from careerdesk.ui.theme.paint import chip_height
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.buttons import Chip
from careerdesk.ui.widgets.flow import FlowLayout
from careerdesk.ui.widgets.labels import Caption

HINTS, SENTENCE = "biasHints", "biasSentence"
MOST_CHIPS = 6
LOOKED_AT = 20_000  # characters: anyone who writes more gets advice on the first pages


class BiasChips(QWidget):
    """A chip for each hint; `chosen` carries the hint whose words are to be selected.

    `text` is what the hints were found in.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._hints: list[BiasHint] = []
        self._chips: list[Chip] = []
        self.text = ""
        self.setObjectName(HINTS)
        self.setAccessibleName(tr("Wording hints"))
        self.sentence = Caption(wrap=True)
        self.sentence.setObjectName(SENTENCE)
        self.more = Caption()
        chips = QWidget()
        self.more.setParent(chips)  # alone it would be a window of its own until it is placed
        self._flow = FlowLayout(chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(chips)
        self.lead = Caption(tr("Worth a second look:"))
        for words in (self.lead, self.more):
            words.setMinimumHeight(chip_height(theme.look))
        self._flow.addWidget(self.lead)
        column.addWidget(self.sentence)
        self.hide()

    @property
    def chips(self) -> list[Chip]:
        """The chips that are shown, in the order of the text."""
        return self._chips

    def look_at(self, text: str, cited: int) -> None:
        """Look for hints in a narrative that cites so many items; chips that fit still stay."""
        self.text = text[:LOOKED_AT]
        hints = bias_hints(self.text, cited)
        words = [_chip_words(hint) for hint in hints]
        same = words == [_chip_words(hint) for hint in self._hints]
        self._hints = hints
        if not same:
            self._show()

    def clear(self) -> None:
        """Say nothing."""
        self._hints = []
        self._show()

    def _show(self) -> None:
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        while self._flow.count() > 1:
            self._flow.takeAt(1)
        self._chips = [self._chip(n, hint) for n, hint in enumerate(self._hints[:MOST_CHIPS])]
        self.sentence.setText("")
        self.sentence.hide()
        self.more.setText(self._more_words())
        self.more.setVisible(bool(self.more.text()))
        self._flow.addWidget(self.more)
        self.setVisible(bool(self._hints))

    def _chip(self, place: int, hint: BiasHint) -> Chip:
        chip = Chip(self._theme, _chip_words(hint), "hint", name=f"biasHint{place}")
        chip.setToolTip(plain_tip(bias_words(hint.bias)))
        chip.setAccessibleDescription(bias_words(hint.bias))
        chip.clicked.connect(carrying(self._choose, place))
        self._flow.addWidget(chip)
        return chip

    def _more_words(self) -> str:
        more = len(self._hints) - MOST_CHIPS
        return tr("and {n} more", n=more) if more > 0 else ""

    def _choose(self, place: int) -> None:
        hint = self._hints[place]
        self.sentence.setText(bias_words(hint.bias))
        self.sentence.show()
        self.chosen.emit(hint)


def _chip_words(hint: BiasHint) -> str:
    return f"“{hint.words}”" if hint.words else tr("No example")


def bias_words(bias: Bias) -> str:
    """What is meant by a hint, in a sentence."""
    return {
        Bias.RECENCY: tr("This is about the last few weeks. Is it true of the whole period?"),
        Bias.PERSONALITY: tr("This judges the person. Describe what they did and what came of it."),
        Bias.ABSOLUTE: tr("This is rarely true of anyone. Say how often, or give an example."),
        Bias.NO_EXAMPLE: tr("No evidence or example yet. Even one example helps."),
    }[bias]
