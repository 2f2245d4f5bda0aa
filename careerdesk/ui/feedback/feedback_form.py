"""Where feedback is written: the situation, what they did in it, and what it led to."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from careerdesk.compat import override
from careerdesk.domain.feedback import Feedback, FeedbackWay, Tone
from careerdesk.i18n import tr
from careerdesk.services.versions import TextRef
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.text_source import set_source
from careerdesk.ui.base.unstored import Unstored
from careerdesk.ui.feedback.about_goal import AboutGoal
from careerdesk.ui.feedback.feedback_words import tone_word, way_word
from careerdesk.ui.widgets.compact import CompactSegmented
from careerdesk.ui.widgets.days_shown import OffersToday
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.inline_form import InlineForm
from careerdesk.ui.widgets.labels import SmallLabel
from careerdesk.ui.widgets.past_day import PastDay

SITUATION, BEHAVIOUR, IMPACT = "feedbackSituation", "feedbackBehaviour", "feedbackImpact"
FIELDS = {SITUATION: "situation", BEHAVIOUR: "behaviour", IMPACT: "impact"}
MOST = 200


class FeedbackForm(InlineForm):
    """Tab goes on, Enter saves, Esc leaves; `saved` carries the fields."""

    saved = Signal(dict)

    def __init__(self, ctx: Context, place: str, parent: QWidget | None = None) -> None:
        """Start empty; *place* tells the words of this form from those of another."""
        super().__init__(ctx.theme, "feedback", parent)
        theme = ctx.theme
        self.situation = _field(tr("Situation"), tr("When and where"), SITUATION)
        self.behaviour = _field(tr("Behaviour"), tr("What they did or said"), BEHAVIOUR)
        self.impact = _field(tr("Impact"), tr("What happened as a result"), IMPACT)
        self.tone = CompactSegmented(
            theme, [(tone, tone_word(tone)) for tone in Tone], tr("Feedback type"),
            name="feedbackTone", empty=Tone.PRAISE,
        )  # fmt: skip
        self.way = CompactSegmented(
            theme, [(way, way_word(way)) for way in FeedbackWay], tr(
                "Given, from others or "
                "still to pass on"
            ),
            name="feedbackWay", empty=FeedbackWay.GIVEN,
        )  # fmt: skip
        self.about = AboutGoal(theme)
        self.whom = QLineEdit()
        self.whom.setObjectName("feedbackFrom")
        self.whom.setAccessibleName(tr("From"))
        self.whom.setPlaceholderText(tr("From"))
        self.whom.setMaxLength(MOST)
        self._today = ctx.clock.today
        self._dated = QWidget()
        self.day = PastDay(
            self._today, tr("Date the feedback was given or heard"), name="feedbackDay"
        )
        self._is_new = True
        self._arrange()
        self._connect()
        self.begin()
        self._keep_words(ctx, place)

    def _keep_words(self, ctx: Context, place: str) -> None:
        self.unstored = Unstored(
            ctx, f"{place}Feedback",
            {
                "situation": self.situation, "behaviour": self.behaviour, "impact": self.impact,
                "from": self.whom, "tone": self.tone, "way": self.way, "day": self.day,
                "about": self.about,
            },
        )  # fmt: skip
        self.unstored.filled.connect(self._show_whom)
        self.unstored.offer("day")
        offers = OffersToday(self.day, ctx.day, lambda: self._is_new)
        offers.moved.connect(self.unstored.follow_offer)

    def _arrange(self) -> None:
        for field in (self.situation, self.behaviour, self.impact):
            self.column.addWidget(SmallLabel(field.accessibleName()))
            self.column.addWidget(field)
        self.column.addSpacing(4)
        row = QHBoxLayout(self._dated)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(SmallLabel(tr("Date")))
        row.addWidget(self.day)
        row.addStretch(1)
        for part in (self.tone, self.way, self._dated, self.whom, self.about):
            self.column.addWidget(part)
        self.end()

    def _connect(self) -> None:
        for field in (self.situation, self.behaviour, self.impact):
            field.entered.connect(self.keep)
        self.whom.returnPressed.connect(self.keep)
        self.day.returnPressed.connect(self.keep)
        self.way.picked.connect(self._show_whom)

    def begin(self, found: Feedback | None = None) -> None:
        """Show feedback to be edited, or nothing."""
        self._is_new = found is None
        shown = found or Feedback(person_id=0)
        self.situation.set_text(shown.situation)
        self.behaviour.set_text(shown.behaviour)
        self.impact.set_text(shown.impact)
        for field in (self.situation, self.behaviour, self.impact):
            name = FIELDS[field.objectName()]
            set_source(field, TextRef(Feedback, found.id, name) if found else None)
        self.whom.setText(shown.from_whom)
        set_source(self.whom, TextRef(Feedback, found.id, "from_whom") if found else None)
        self.about.choose(shown.item_id)
        self.tone.set_value(shown.tone)
        self.way.set_value(shown.way)
        self.day.start_over(shown.given_on or self._today())
        self._show_whom()

    def _show_whom(self) -> None:
        """Whom it came from, and when; what is still to be told has no day."""
        self.whom.setVisible(self.way.value() is FeedbackWay.RECEIVED)
        self._dated.setVisible(self.way.value() is not FeedbackWay.TO_DELIVER)

    @override
    def keep(self) -> None:
        """Tell all fields; a day that cannot be read is said, and nothing is told."""
        dated = self._dated.isVisibleTo(self)
        if dated and not self.day.take():
            self.day.setFocus()
            return
        day = {"given_on": self.day.day()} if dated else {}
        self.saved.emit(
            {
                "situation": self.situation.text(),
                "behaviour": self.behaviour.text(),
                "impact": self.impact.text(),
                "tone": self.tone.value(),
                "way": self.way.value(),
                "item_id": self.about.item_id,
                "from_whom": self.whom.text() if self.whom.isVisibleTo(self) else "",
                **day,
            }
        )


def _field(label: str, hint: str, name: str) -> GrowingText:
    return GrowingText(label, hint, name=name, one_line=True)
