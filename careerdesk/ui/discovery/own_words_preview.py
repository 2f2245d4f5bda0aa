"""What a person said, as they will read it, and that it was handed over."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from careerdesk.documents.own_words import own_words_document
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.parts import at_once
from careerdesk.domain.records import Person
from careerdesk.i18n import fill, tr
from careerdesk.services import own_words, people
from careerdesk.ui.base.announce import announce
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.document_words import document_words
from careerdesk.ui.base.errors import sentence, try_action
from careerdesk.ui.base.field_note import refuse
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.base.unstored import HalfTyped
from careerdesk.ui.widgets.buttons import OutlinedButton
from careerdesk.ui.widgets.days_shown import OffersToday
from careerdesk.ui.widgets.document_preview import DocumentPreview
from careerdesk.ui.widgets.labels import Caption, Muted, SmallLabel, Strong
from careerdesk.ui.widgets.past_day import PastDay

PREVIEW, DAY, HAND = "ownWordsPreview", "ownWordsDay", "ownWordsHand"


class OwnWordsPreview(DocumentPreview):
    """Nothing guessed can be in it. Printing or copying it is not handing it over: that is said."""

    def __init__(self, ctx: Context, person_id: int, parent: QWidget | None = None) -> None:
        """Show what was said; raises `NotFound`."""
        self._refusal = ""
        self._person = people.get(ctx.store, person_id)
        today = ctx.clock.today()
        found = own_words.handing(ctx.store, person_id, today)
        document = own_words_document(found.words, today, document_words())
        label = tr("Their own words, as they'll see them")
        super().__init__(ctx, at_once(document), tr("own-words"), label, parent)
        self.setObjectName(PREVIEW)
        self.setWindowTitle(tr("In your own words"))
        self.day = PastDay(ctx.clock.today, tr("Date given"), name=DAY)
        self.day.start_over(today)
        OffersToday(self.day, ctx.day)
        self._half = HalfTyped(ctx, DAY, self.day)
        self._half.belong_to(person_id, Person, person_id)
        self.hand = OutlinedButton(ctx.theme, tr("Mark as given"), "check", name=HAND)
        self.handed = Caption(wrap=True)
        self._fill()
        self._tell(found)
        self.hand.clicked.connect(self.hand_over)

    def _fill(self) -> None:
        name = self._person.short_name
        self.head.addWidget(Strong(tr("This is what {name} will read.", name=name), wrap=True))
        nothing = Muted(tr("This copy contains no guesses or private notes."), wrap=True)
        self.head.addWidget(nothing)
        self._ctx.sharing.hide_while_sharing(nothing)
        self.foot.setSpacing(4)
        self.foot.addSpacing(12)
        self.foot.addWidget(SmallLabel(tr("Date given")))
        self.foot.addWidget(self.day)
        self.foot.addSpacing(4)
        self.foot.addWidget(self.hand)
        self.foot.addWidget(self.handed)

    def _tell(self, found: own_words.Handing) -> None:
        if found.last_on is None:
            self.handed.setText(
                tr("Printing or copying doesn't count. Enter the date you gave them their copy.")
            )
            return
        day = Dates.short_day_within(found.last_on, self._ctx.clock.today())
        words = tr("Given {day}. There have been changes since then.") if found.is_new else tr(
            "Given {day}. You can add these aspirations to the plan."
        )  # fmt: skip
        self.handed.setText(fill(words, day=day))

    @Slot()
    def hand_over(self) -> None:
        """Note the day it was given to the person."""
        if not self.day.take() or (day := self.day.day()) is None:
            self.day.setFocus()
            return
        done = try_action(self._ctx, self._hand, day)
        if done and self._refusal:
            refuse(self.day, self._refusal)
            self.day.setFocus()
        elif done.say(tr("Marked as given. The aspirations in this copy now count as seen.")):
            self._tell(own_words.handing(self._ctx.store, self._person.id, self._today()))
            announce(self, self.handed.text())

    def _hand(self, day: date) -> None:
        """What cannot be is left in `_refusal`."""
        self._refusal = ""
        try:
            own_words.hand_over(self._ctx.store, self._person.id, day, self._today())
        except InvalidInput as error:
            self._refusal = sentence(error)

    def _today(self) -> date:
        return self._ctx.clock.today()
