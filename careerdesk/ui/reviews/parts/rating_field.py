"""A rating on a page: a level of the scale, what it means, and, where that is offered, none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from careerdesk.domain.reviews.records import RatingLevel
from careerdesk.ui.reviews.parts.rating_choice import RatingChoice
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.buttons import LinkButton
from careerdesk.ui.widgets.labels import Caption


class RatingField(QWidget):
    """`picked` carries the id of the level, or None, when the user chooses another one."""

    picked = Signal(object)

    def __init__(
        self, theme: Theme, label: str, parent: QWidget | None = None, *, name: str, none: str = ""
    ) -> None:
        """Offer nothing yet; *none* are the words of a button that takes the rating away."""
        super().__init__(parent)
        self._steps: tuple[RatingLevel, ...] = ()
        self._none = none
        self.choice = RatingChoice(theme, label, name=name)
        self.none = LinkButton(theme, none, name=f"{name}None")
        self.meaning = Caption(wrap=True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.choice)
        column.addWidget(self.meaning)
        column.addWidget(self.none, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self.choice.picked.connect(self._pick)
        self.none.clicked.connect(self.clear)

    def show_levels(self, steps: Sequence[RatingLevel], chosen: int | None) -> None:
        """Offer these levels, the highest first, and choose one without telling."""
        self._steps = tuple(steps)
        self.choice.set_levels([(one.id, one.label) for one in reversed(self._steps)], chosen)
        self._show()

    def value(self) -> int | None:
        """The chosen level."""
        return self.choice.value()

    def set_value(self, step_id: int | None) -> None:
        """Choose without telling."""
        self.choice.set_value(step_id)
        self._show()

    def words(self) -> int:
        """The chosen level, for anyone who keeps it; 0 for none."""
        return self.value() or 0

    def put_words(self, step_id: str | int) -> None:
        """Choose a level that was kept, without telling."""
        self.set_value(int(step_id) or None)

    @property
    def words_edited(self) -> SignalInstance:
        """Tells that the user chose."""
        return self.picked

    def focus_first(self) -> None:
        """Put the keyboard on the chosen level, else on the first."""
        self.choice.focus_choice()

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [*self.choice.stops(), self.none]

    @Slot()
    def clear(self) -> None:
        """Take the rating away."""
        self.choice.set_value(None)
        self._pick(None)
        self.focus_first()

    @Slot(object)
    def _pick(self, step_id: object) -> None:
        self._show()
        self.picked.emit(step_id)

    def _show(self) -> None:
        chosen = self.value()
        meaning = next((one.meaning for one in self._steps if one.id == chosen), "")
        self.meaning.setText(meaning)
        self.meaning.setVisible(bool(meaning))
        self.none.setVisible(bool(self._none) and chosen is not None)
