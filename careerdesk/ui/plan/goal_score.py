"""The score of a goal that is done: a number, a word on why, and who will read it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from careerdesk.domain import scores
from careerdesk.domain.records import ItemState, Person, PlanItem
from careerdesk.domain.views import ItemView
from careerdesk.i18n import tr
from careerdesk.services.versions import TextRef
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.goal_words import expectation_words, progress_proposal, score_words
from careerdesk.ui.base.person_words import reads_score
from careerdesk.ui.base.saved_field import SavedField, Write
from careerdesk.ui.base.unstored import HalfTyped
from careerdesk.ui.plan.panel_section import PanelSection
from careerdesk.ui.widgets.buttons import Chip, TickBox
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.labels import Caption
from careerdesk.ui.widgets.number_field import NumberField

ITEM_SCORE, ITEM_SCORE_TAKE = "itemScore", "itemScoreTake"
ITEM_SCORE_WORDS, ITEM_SCORE_SHOWN = "itemScoreWords", "itemScoreShown"


class GoalScore(PanelSection):
    """Is there for a goal that is done and not personal; what progress speaks for is one press.

    A word on why is asked for once there is a score. What stands on the plan can be seen here and
    taken off it, whatever became of the goal and its words since.

    `changed` carries a field of the goal and its new value.
    """

    changed = Signal(str, object)

    def __init__(self, ctx: Context, write: Write, parent: QWidget | None = None) -> None:
        """*write* stores the words."""
        super().__init__(ctx.theme, tr("Score"), "check", parent)
        theme = ctx.theme
        self.number = NumberField(tr("Score, 0.0 to 1.0"), name=ITEM_SCORE, decimals=1,
                                  least=0.0, most=1.0)  # fmt: skip
        self.number.setPlaceholderText(tr("0.0 to 1.0"))
        self.number.fit_to(tr("0.0 to 1.0"))
        self.take = Chip(theme, "", "check", name=ITEM_SCORE_TAKE, kind="growth")
        self.why = GrowingText(tr("Reason for this score"), tr("Reason"),
                               name=ITEM_SCORE_WORDS, one_line=True, kind="note")  # fmt: skip
        self.shown = TickBox(theme, tr("Show in the plan"), name=ITEM_SCORE_SHOWN)
        self.reader = Caption(wrap=True)
        self._ctx = ctx
        self._shown: tuple[ItemView, Person] | None = None
        self._proposed: float | None = None
        self._half = HalfTyped(ctx, "goal-score", self.number)
        self._saved = SavedField(ctx, self.why, "goal-score-words", write)
        self._arrange()
        self.number.entered.connect(self._score)
        self.take.clicked.connect(self._take)
        self.shown.clicked.connect(self._show)
        ctx.sharing.turned.connect(self._show_again)
        self.hide()

    def show_item(self, view: ItemView, person: Person) -> None:
        """Show the score of a goal, or what its key results speak for."""
        item = view.item
        self._shown = view, person
        scored = item.state is ItemState.DONE and not item.personal
        self.setVisible(scored or item.score_shown)
        self._half.belong_to(person.id, PlanItem, item.id)
        self._saved.show_text(item.id, item.score_words, TextRef(PlanItem, item.id, "score_words"))
        self.number.set_number(item.score)
        self._proposed = scores.proposed(view.progress)
        self.caption.setText(expectation_words(item))
        self.take.set_words(progress_proposal(view.progress))
        open_yet = scored and item.score is None and self._proposed is not None
        self.take.setVisible(open_yet)
        if self._proposed is not None:
            self.take.setToolTip(
                tr(
                    "Use {score}, as suggested by the key results",
                    score=score_words(self._proposed),
                )
            )
            self.take.setAccessibleName(self.take.toolTip())
        self.shown.setChecked(item.score_shown)
        reader = reads_score(person, shown=item.score_shown)
        self.reader.setText(reader)
        hidden = self._ctx.sharing.on and not item.score_shown
        there = bool(item.score_words.strip())
        self.why.setVisible(not hidden and (there or item.score is not None))
        for widget in (self.shown, self.reader):
            widget.setVisible((there or item.score_shown) and not hidden)

    @Slot()
    def _show_again(self) -> None:
        """Words that only the manager reads are not on a screen that is shared."""
        if self._shown is not None:
            self.show_item(*self._shown)

    def release(self) -> None:
        """Show no goal any more."""
        self._shown = None
        self._half.release()
        self._saved.release()

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.take, self.number, self.why, self.shown]

    def _arrange(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self.number)
        first.addWidget(self.take)
        first.addStretch(1)
        last = QHBoxLayout()
        last.setSpacing(8)
        last.addWidget(self.shown)
        last.addWidget(self.reader, 1)
        self.body.addLayout(first)
        self.body.addWidget(self.why)
        self.body.addLayout(last)

    def _score(self, score: object) -> None:
        self.changed.emit("score", score)

    def _take(self) -> None:
        self.number.choose(self._proposed)
        self.number.setFocus()
        self.changed.emit("score", self._proposed)

    def _show(self, on: bool) -> None:
        self.changed.emit("score_shown", on)
