"""How a person puts a motivator, how sure it is, and since when it holds."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRect, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain import motivators as rules
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.records import Motivator, MotivatorStanding
from careerdesk.i18n import tr
from careerdesk.services import motivators, people
from careerdesk.services.versions import TextRef
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import sentence, try_action
from careerdesk.ui.base.field_note import accept, refuse
from careerdesk.ui.base.text_source import set_source
from careerdesk.ui.discovery.motivator_words import standing_word
from careerdesk.ui.discovery.note_fields import said_placeholder
from careerdesk.ui.discovery.note_pair import words_label
from careerdesk.ui.widgets.buttons import FilledButton
from careerdesk.ui.widgets.date_edit import PastDateField
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.labels import Caption, SmallLabel
from careerdesk.ui.widgets.popover import Popover
from careerdesk.ui.widgets.private import what_private_means
from careerdesk.ui.widgets.segmented import Segmented
from careerdesk.ui.widgets.typed_field import take_all

POPOVER, NAME, QUOTE, STANDING, DAY, SINCE, SAVE = (
    "motivatorPopover", "motivatorName", "motivatorQuote", "motivatorStanding", "motivatorDay",
    "motivatorSince", "motivatorSave",
)  # fmt: skip
GUESSED = MotivatorStanding.GUESSED


class MotivatorPopover(Popover):
    """Name, quote, standing with its day, and since when; Enter keeps all of it in one step."""

    def __init__(
        self, ctx: Context, anchor: QWidget, motivator_id: int, *, at: QRect | None = None
    ) -> None:
        """*at* is the part of *anchor* to stand beside. Raises `NotFound`."""
        self._known = known = motivators.get(ctx.store, motivator_id)
        self._refusal = ""
        self._words = words_label(people.get(ctx.store, known.person_id))
        super().__init__(ctx, anchor, name=POPOVER, label=tr("Wording and dates"), at=at)
        self.name = GrowingText(tr("Name"), name=NAME, one_line=True)
        self.quote = GrowingText(self._words, said_placeholder(), name=QUOTE, one_line=True)
        self.standing = Segmented(
            [(one, standing_word(one)) for one in MotivatorStanding], tr("How sure you are"),
            name=STANDING,
        )  # fmt: skip
        self.day = PastDateField(ctx.clock.today, tr("Date"), name=DAY)
        self.since = PastDateField(ctx.clock.today, tr("True since"), name=SINCE)
        self.meaning = Caption(wrap=True)
        self.save = FilledButton(ctx.theme, tr("Save"), name=SAVE)
        self._fill(known)
        self._arrange()
        fields = {"name": self.name, "quote": self.quote, "standing": self.standing,
                  "day": self.day, "since": self.since}  # fmt: skip
        self.keep_words(POPOVER, fields, known.person_id, of=(Motivator, known.id))
        self.set_stops(self.quote, self.standing, self.day, self.since, self.name, self.save)
        self._listen()
        self._show_meaning()

    def _fill(self, known: Motivator) -> None:
        self.name.set_text(known.name)
        self.quote.set_text(known.quote)
        for field, name in ((self.name, "name"), (self.quote, "quote")):
            set_source(field, TextRef(Motivator, known.id, name))
        self.standing.set_value(known.standing)
        self.day.start_over(rules.day_of(known))
        self.since.start_over(known.since)

    def _arrange(self) -> None:
        self.day.fit()
        self.since.fit()
        self.day.setPlaceholderText(tr("Today"))
        self.since.setPlaceholderText(tr("Unknown"))
        sure = QHBoxLayout()
        sure.setSpacing(8)
        sure.addWidget(self.standing)
        sure.addStretch(1)
        days = QHBoxLayout()
        days.setSpacing(12)
        days.addLayout(_labelled(tr("Date"), self.day))
        days.addLayout(_labelled(tr("True since"), self.since))
        days.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self.meaning, 1)
        foot.addWidget(self.save)
        self.column.addWidget(self.name)
        self.column.addLayout(_labelled(self._words, self.quote))
        self.column.addLayout(sure)
        self.column.addLayout(days)
        self.column.addLayout(foot)

    @override
    def open(self) -> None:
        """Show it with the cursor behind the words."""
        super().open()
        self.quote.moveCursor(QTextCursor.MoveOperation.End)

    def _listen(self) -> None:
        self.quote.edited.connect(self._quoted)
        self.standing.picked.connect(self._stood)
        for text in (self.name, self.quote):
            text.entered.connect(self.submit)
        for field in (self.day, self.since):
            field.words_edited.connect(self._accept)
        self.save.clicked.connect(self.submit)

    @Slot()
    def _quoted(self) -> None:
        """Their words for it were said by them."""
        if self.quote.text().strip() and self.standing.value() is GUESSED:
            self.standing.set_value(MotivatorStanding.SAID)
            self._show_meaning()

    @Slot()
    def _stood(self) -> None:
        """Another standing is of another day; that of today where none is typed."""
        if not self.day.isModified():
            same = self.standing.value() is self._known.standing
            self.day.start_over(rules.day_of(self._known) if same else None)
        self._show_meaning()

    def _show_meaning(self) -> None:
        guessed = self.standing.value() is GUESSED
        self.day.setEnabled(not guessed)
        self.meaning.set_kind("private" if guessed else "caption")
        self.meaning.setText(
            tr("Guesses are private.")
            if guessed
            else tr("This will be included in the copy you give them.")
        )
        self.meaning.setToolTip(what_private_means() if guessed else "")

    @Slot()
    def _accept(self) -> None:
        for field in (self.day, self.since):
            if not field.isModified():
                accept(field)  # it was refused for what stood beside it

    @override
    @Slot()
    def submit(self) -> None:
        """Keep it; what cannot be is said below the day."""
        fields = (self.since,) if self.standing.value() is GUESSED else (self.day, self.since)
        if not take_all(fields):
            return
        with self.taking():
            done = try_action(
                self.ctx, self._describe, MotivatorStanding(str(self.standing.value()))
            )
        if done and self._refusal:
            refuse(self.since, self._refusal)
            self.since.setFocus()
        elif done:
            self.leave()

    def _describe(self, standing: MotivatorStanding) -> None:
        """What cannot be is left in `_refusal`."""
        ctx, self._refusal = self.ctx, ""
        today = ctx.clock.today()
        day: date | None = self.day.day()
        if day is None:  # as it was, else today
            day = rules.day_of(self._known) if standing is self._known.standing else today
        try:
            motivators.describe(
                ctx.store, self._known.id, today, name=self.name.text(), quote=self.quote.text(),
                standing=standing, on=day, since=self.since.day(),
            )  # fmt: skip
        except InvalidInput as error:
            self._refusal = sentence(error)


def _labelled(words: str, field: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(SmallLabel(words))
    column.addWidget(field)
    return column
