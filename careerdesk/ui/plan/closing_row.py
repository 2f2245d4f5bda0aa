"""One goal when its plan is closed: what its key results say, its score, and whether it goes on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.domain import scores
from careerdesk.domain.progress import is_open
from careerdesk.domain.records import Person
from careerdesk.domain.text import one_line
from careerdesk.domain.views import ItemView
from careerdesk.i18n import tr
from careerdesk.services.closing import Scored
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.goal_words import (
    expectation_words,
    progress_proposal,
    result_text,
    score_words,
)
from careerdesk.ui.base.person_words import reads_score
from careerdesk.ui.base.state_tokens import STATE_TOKENS
from careerdesk.ui.base.texts import state_word
from careerdesk.ui.widgets.buttons import Chip, TickBox
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.labels import Caption, Strong
from careerdesk.ui.widgets.number_field import NumberField
from careerdesk.ui.widgets.section import IconMark

CLOSE_SCORE = "closeScore"
CLOSE_TAKE = "closeScoreTake"
CLOSE_WORDS = "closeWords"
CLOSE_SHOWN = "closeWordsShown"
CLOSE_CARRY = "closeCarry"


class ClosingRow(QFrame):
    """A score is proposed and never asked for; a personal goal has none.

    Words on it stay with the manager unless they are to stand on the plan; who reads them is
    said as soon as there are some.
    """

    def __init__(self, ctx: Context, view: ItemView, person: Person) -> None:
        """Show what was said of the goal already; what is still open is carried over."""
        super().__init__()
        self.item_id = view.id
        self.is_personal, self.is_open = view.item.personal, is_open(view.item)
        self._ctx, self._view, self._person = ctx, view, person
        self._title = one_line(view.item.title)
        self._proposed = scores.proposed(view.progress)
        self._make()
        self._fill()
        self._before = self.scored()
        self._arrange()
        self.take.clicked.connect(self._take)
        self.number.textChanged.connect(self._follow)
        self.words.textChanged.connect(self._follow)
        self.shown.toggled.connect(self._follow)
        ctx.sharing.turned.connect(self._follow)
        self._follow()

    def scored(self) -> Scored:
        """The score (None: none), the words on it, and whether they are to stand on the plan."""
        words = self.words.text().strip()
        score = None if self.is_personal else self.number.number()
        return Scored(score, words, shown=bool(words) and self.shown.isChecked())

    def is_changed(self) -> bool:
        """Whether something else is said than before."""
        return self.scored() != self._before

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        score: list[QWidget] = [] if self.is_personal else [self.number, self.take]
        return [*score, self.words, self.carry, self.shown]

    def _make(self) -> None:
        theme, key = self._ctx.theme, str(self.item_id)
        self.setProperty("kind", "card")
        self.number = NumberField(
            tr("Score: {title}", title=self._title), name=CLOSE_SCORE + key,
            decimals=1, least=0.0, most=1.0,
        )  # fmt: skip
        self.number.setPlaceholderText(tr("0.0 to 1.0"))
        self.number.fit_to(tr("0.0 to 1.0"))
        words = progress_proposal(self._view.progress)
        self.take = Chip(theme, words, "check", name=CLOSE_TAKE + key, kind="growth")
        self.carry = TickBox(theme, tr("Carry over"), name=CLOSE_CARRY + key)
        self.carry.setAccessibleName(tr("Carry over: {title}", title=self._title))
        self.words = GrowingText(
            tr("Reason for this score: {title}", title=self._title),
            tr("How did it go?") if self.is_personal else tr("Reason"),
            name=CLOSE_WORDS + key,
            one_line=True,
        )
        self.shown = TickBox(theme, tr("Show in the plan"), name=CLOSE_SHOWN + key)
        named = tr("Show in the plan: {title}", title=self._title)
        self.shown.setAccessibleName(named)
        self.reader = Caption(wrap=True)

    def _fill(self) -> None:
        item = self._view.item
        self.number.set_number(item.score)
        self.words.setPlainText(item.score_words)
        self.shown.setChecked(item.score_shown)
        self.carry.setChecked(self.is_open)
        if self._proposed is not None:
            words = tr(
                "Use {score}, as suggested by the key results: {title}",
                score=score_words(self._proposed),
                title=self._title,
            )
            self.take.setAccessibleName(words)
            self.take.setToolTip(words)

    @Slot()
    def _follow(self) -> None:
        """The proposal goes where it was taken; who reads the words is said where there are some.

        Words that only the manager reads are not on a screen that is shared.
        """
        there = bool(self.words.text().strip())
        shown = self.shown.isChecked()
        hidden = self._ctx.sharing.on and there and not shown
        taken = self.number.number() == self._proposed
        self.take.setVisible(not self.is_personal and self._proposed is not None and not taken)
        self.words.setVisible(not hidden)
        reader = reads_score(self._person, shown=shown)
        self.reader.setText(reader)
        for widget in (self.shown, self.reader):
            widget.setVisible(there and not hidden)

    @Slot()
    def _take(self) -> None:
        self.number.choose(self._proposed)
        self.number.setFocus()
        self._follow()

    def _arrange(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(14, 10, 14, 12)
        outer.setSpacing(4)
        outer.addLayout(self._head())
        for result in self._view.key_results:
            outer.addWidget(Caption(f"{one_line(result.name)}: {result_text(result)}", wrap=True))
        outer.addSpacing(4)
        outer.addLayout(self._score())
        last = QHBoxLayout()
        last.setSpacing(8)
        last.addWidget(self.shown)
        last.addWidget(self.reader, 1)
        outer.addLayout(last)

    def _head(self) -> QHBoxLayout:
        item = self._view.item
        words = tr("personal, so not scored") if self.is_personal else expectation_words(item)
        icon = "state-" + item.state.value.replace("_", "-")
        facts = QHBoxLayout()
        facts.setSpacing(6)
        facts.addWidget(IconMark(self._ctx.theme, icon, 14, STATE_TOKENS[item.state]))
        facts.addWidget(Caption(f"{state_word(item.state)} · {words}"))
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Strong(self._title, wrap=True), 1)
        head.addLayout(facts)
        head.setAlignment(facts, Qt.AlignmentFlag.AlignTop)
        return head

    def _score(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.number)
        row.addWidget(self.take)
        row.addWidget(self.words, 1)
        row.addWidget(self.carry)
        if self.is_personal:
            self.number.hide()  # to show one that lies in nothing yet opens a window of its own
        return row
