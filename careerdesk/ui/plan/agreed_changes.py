"""The changes since a plan was agreed on, to read: goal by goal, what was and what is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.agreement import Agreement, Change, ChangeWords, Term
from careerdesk.domain.records import Person
from careerdesk.i18n import tr
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.plan.agreement_words import changed_words
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.buttons import TextButton
from careerdesk.ui.widgets.discard import discard_all
from careerdesk.ui.widgets.labels import Body, Caption, Muted, Strong

SAME, COUNT_AGAIN = "sameMeaning", "countAgain"
SHORT = 36  # letters of both sides that stand on one line
LABEL = 120
LEAST_SIDES = 160  # for what was and what is, beside a button
GAP, AROUND = 12, 14  # between the parts of a row; left and right of a card's
FIRST_LINE = 5  # above words that stand beside a button
WHOLE_GOAL = frozenset({Term.NEW, Term.DROPPED})


class AgreedChanges(QWidget):
    """Each change can be said to mean the same, and those that were can be counted again.

    `same_picked` and `again_picked` carry the `Change`.
    """

    same_picked = Signal(object)
    again_picked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self._theme = theme
        self._buttons: list[TextButton] = []
        self._rows: list[tuple[QBoxLayout, TextButton]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_changes(self, agreement: Agreement, person: Person, today: date) -> None:
        """Show what counts, and below it what was said to mean the same."""
        discard_all(self._column)
        self._buttons, self._rows = [], []
        for _, several in groupby(agreement.changes, lambda change: change.goal_uid):
            self._add_goal(list(several), person, today)
        if agreement.kept and not agreement.changes:
            else_too = tr("Nothing else has changed.") if agreement.same else ""
            self._column.addWidget(Muted(else_too or tr("Nothing has changed."), wrap=True))
        if agreement.same:
            self._add_same(agreement.same, person, today)
        self._place_buttons()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons beside the words only while the words have room there."""
        super().resizeEvent(event)
        self._place_buttons()

    def _place_buttons(self) -> None:
        measure, ways = self._theme.look.measure, QBoxLayout.Direction
        taken = 2 * (AROUND + GAP) + measure(LABEL) + measure(LEAST_SIDES)
        for row, button in self._rows:
            beside = self.width() >= taken + button.sizeHint().width()
            row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return list(self._buttons)

    def focus_button(self, place: int) -> bool:
        """Give the keyboard to the button at a place, else to the last; False without any."""
        if not self._buttons:
            return False
        self._buttons[min(place, len(self._buttons) - 1)].setFocus()
        return True

    def focused(self) -> int:
        """The place of the button that has the keyboard; -1 for none."""
        return next((n for n, one in enumerate(self._buttons) if one.hasFocus()), -1)

    def _say_same(self, change: Change) -> None:
        self.same_picked.emit(change)

    def _count_again(self, change: Change) -> None:
        self.again_picked.emit(change)

    def _add_goal(self, several: Sequence[Change], person: Person, today: date) -> None:
        card = QFrame()
        card.setProperty("kind", "card")
        outer = QVBoxLayout(card)
        outer.setContentsMargins(AROUND, 10, AROUND, 10)
        outer.setSpacing(2)
        words = [changed_words(change, person, today) for change in several]
        outer.addWidget(Strong(words[0].goal, wrap=True))
        for change, said in zip(several, words, strict=True):
            outer.addLayout(self._row(change, said))
        self._column.addWidget(card)

    def _row(self, change: Change, said: ChangeWords) -> QBoxLayout:
        words = QHBoxLayout()
        words.setSpacing(GAP)
        whole = change.term in WHOLE_GOAL
        label = Caption(said.label, wrap=not whole)
        if not whole:
            label.setFixedWidth(self._theme.look.measure(LABEL))
        label.setContentsMargins(0, FIRST_LINE, 0, 0)
        words.addWidget(label, 1 if whole else 0, Qt.AlignmentFlag.AlignTop)
        if not whole:
            words.addLayout(_both_sides(said), 1)
        button = self._same_button(change, said)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(GAP)
        row.addLayout(words, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        if not whole:
            self._rows.append((row, button))
        return row

    def _same_button(self, change: Change, said: ChangeWords) -> TextButton:
        button = TextButton(
            self._theme, tr("Mark as having the same meaning"), name=SAME, compact=True
        )
        button.setAccessibleName(
            tr("Same meaning: {label}, {goal}", label=said.label, goal=said.goal)
        )
        button.setToolTip(
            tr(
                "The new wording still means what you agreed. If it changes again, "
                "that will count as a change."
            )
        )
        button.clicked.connect(carrying(self._say_same, change))
        self._buttons.append(button)
        return button

    def _add_same(self, same: Sequence[Change], person: Person, today: date) -> None:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        for row, change in enumerate(same):
            said = changed_words(change, person, today)
            words = tr("Same meaning: {label}, {goal}", label=said.label, goal=said.goal)
            grid.addWidget(Caption(words, wrap=True), row, 0)
            button = TextButton(
                self._theme, tr("Count as a change"), name=COUNT_AGAIN, compact=True
            )
            button.setAccessibleName(
                tr("Count as a change: {label}, {goal}", label=said.label, goal=said.goal)
            )
            button.clicked.connect(carrying(self._count_again, change))
            self._buttons.append(button)
            grid.addWidget(button, row, 1, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(holder)


def _both_sides(said: ChangeWords) -> QVBoxLayout:
    """What was, and below it what is; on one line where both are short."""
    sides = QVBoxLayout()
    sides.setSpacing(2)
    sides.setContentsMargins(0, FIRST_LINE, 0, 0)
    after = tr("→ {words}", words=said.became)
    if len(said.was) + len(said.became) <= SHORT and "\n" not in said.was + said.became:
        sides.addWidget(_read(Body(f"{said.was} {after}", wrap=True), said))
    else:
        sides.addWidget(_read(Muted(said.was, wrap=True), said))
        sides.addWidget(Body(after, wrap=True))
    return sides


def _read(label: Muted | Body, said: ChangeWords) -> Muted | Body:
    """Speak both sides at once."""
    label.setAccessibleName(
        tr("{label}: was {was}, now {is_now}", label=said.label, was=said.was, is_now=said.became)
    )
    return label
