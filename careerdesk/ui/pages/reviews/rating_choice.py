"""A choice among the steps of a scale, however many there are and whatever they are called."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.reviews import RatingStep
from careerdesk.ui.texts import tr
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.buttons import LookButton
from careerdesk.ui.widgets.discard import discard
from careerdesk.ui.widgets.flow import FlowLayout
from careerdesk.ui.widgets.labels import Caption, plain_tip

WIDEST = 300  # of a step; a longer name ends in an ellipsis and is whole in the tooltip
AIR = 28  # beside the words, both sides and the edges together
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_FORTH = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_NONE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class RatingChoice(QWidget):
    """Steps side by side, in more rows where it is narrow; what the chosen one means is below.

    Arrows move the choice, Delete takes it away where `none` is offered; one stop for Tab.
    `picked` carries the id of the step, or None, when the user chooses another one.
    """

    picked = Signal(object)

    def __init__(
        self, theme: Theme, label: str, parent: QWidget | None = None, *, name: str, none: str = ""
    ) -> None:
        """Offer nothing yet; *none* are the words of a last choice: no rating."""
        super().__init__(parent)
        self._theme, self._label, self._none = theme, label, none
        self._steps: tuple[RatingStep, ...] = ()
        self._value: int | None = None
        self._buttons: list[_Step] = []
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._flow = FlowLayout(gap=6)
        self.meaning = Caption(wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._flow)
        column.addWidget(self.meaning)
        theme.changed.connect(self._remake)

    def show_steps(self, steps: Sequence[RatingStep], chosen: int | None) -> None:
        """Offer these steps, the highest first, and choose one without telling."""
        if tuple(steps) != self._steps or not self._buttons:
            self._steps = tuple(steps)
            self._remake()
        self._value = chosen if chosen in self._ids() else None
        self._show()

    def value(self) -> int | None:
        """The chosen step."""
        return self._value

    def set_value(self, step_id: int | None) -> None:
        """Choose without telling."""
        self._value = step_id if step_id in self._ids() else None
        self._show()

    def button(self, step_id: int | None) -> LookButton:
        """The button of a step; of no rating for None."""
        return self._buttons[self._ids().index(step_id)]

    def focus_first(self) -> None:
        """Put the focus on the chosen step, else on the first."""
        if self._buttons:
            self._buttons[self._place()].setFocus(Qt.FocusReason.OtherFocusReason)

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes to."""
        return list(self._buttons)

    def step(self, by: int) -> None:
        """Choose the neighbour, as the arrow keys do."""
        focused = [place for place, one in enumerate(self._buttons) if one.hasFocus()]
        chosen = self._value in self._ids()
        at = (focused[0] if focused else self._place()) + (by if chosen else 0)
        if 0 <= at < len(self._buttons):
            self._choose(self._ids()[at])
            self._buttons[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_choice(self) -> None:
        """Choose no rating, if that is offered."""
        if self._none:
            self._choose(None)

    def _ids(self) -> list[int | None]:
        none: list[int | None] = [None] if self._none else []
        return [*(step.id for step in self._steps), *none]

    def _place(self) -> int:
        ids = self._ids()
        return ids.index(self._value) if self._value in ids else 0

    def _remake(self) -> None:
        for button in self._buttons:
            self._flow.removeWidget(button)
            discard(button)
        words = [*(step.label for step in self._steps), *([self._none] if self._none else [])]
        self._buttons = [self._made(place, text) for place, text in enumerate(words)]
        self._show()

    def _made(self, place: int, words: str) -> _Step:
        button = _Step(self._theme, words, self)
        button.setObjectName(f"{self.objectName()}{place}")
        button.setAccessibleName(f"{self._label}: {words}")
        button.clicked.connect(self._clicked)
        self._flow.addWidget(button)
        button.show()
        return button

    def _clicked(self) -> None:
        self._choose(self._ids()[self._buttons.index(self.sender())])  # type: ignore[arg-type]

    def _choose(self, step_id: int | None) -> None:
        changed = step_id != self._value
        self.set_value(step_id)
        if changed:
            self.picked.emit(step_id)

    def _show(self) -> None:
        ids = self._ids()
        shown = self._value if self._value is not None or self._none else 0
        for place, button in enumerate(self._buttons):
            button.setChecked(ids[place] == shown)
            stop = place == self._place()
            policy = Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
        meaning = next((one.meaning for one in self._steps if one.id == self._value), "")
        self.meaning.setText(meaning)
        self.meaning.setVisible(bool(meaning))


class _Step(LookButton):
    kind = "choice"

    def __init__(self, theme: Theme, words: str, row: RatingChoice) -> None:
        shown = theme.look.metrics("strong").elidedText(
            words, Qt.TextElideMode.ElideRight, theme.look.measure(WIDEST)
        )
        super().__init__(theme, shown, "", row)
        self._row = row
        self._wide = theme.look.advance("strong", shown) + AIR
        self.setCheckable(True)
        self.setToolTip(plain_tip(words) if shown != words else "")

    @override
    def sizeHint(self) -> QSize:
        """Wide enough for its words when they are chosen, and bold."""
        hint = super().sizeHint()
        return QSize(max(hint.width(), self._wide), hint.height())

    @override
    def minimumSizeHint(self) -> QSize:
        """The same: it flows into another row instead."""
        return self.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose, Delete chooses none."""
        steps = {**dict.fromkeys(_BACK, -1), **dict.fromkeys(_FORTH, 1)}
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            steps |= {Qt.Key.Key_Left: 1, Qt.Key.Key_Right: -1}
        if event.key() in steps:
            self._row.step(steps[Qt.Key(event.key())])
        elif event.key() in _NONE:
            self._row.clear_choice()
        else:
            super().keyPressEvent(event)


def no_rating() -> str:
    """The words of the choice that gives no rating."""
    return tr("No rating")
