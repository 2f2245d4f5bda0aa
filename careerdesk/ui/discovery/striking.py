"""Striking at a person's wish: what is offered on a row, what is said before, what stays to see."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from careerdesk.domain.loop import Aspiration
from careerdesk.domain.pronouns import trg
from careerdesk.domain.records import Motivator
from careerdesk.domain.struck_words import struck_word
from careerdesk.domain.text import one_line
from careerdesk.i18n import Counting, fill, tr, trn
from careerdesk.services import people, striking
from careerdesk.services.store import Store
from careerdesk.services.striking import Reached
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.base.goal_words import struck_text
from careerdesk.ui.widgets.labels import Muted

STRUCK_LINE = "struckLine"
LONGEST = 120  # of the words in the question
MOST_NAMES = 3
Strike: TypeAlias = Callable[[Store, int, date], bool]


class StruckLine(Muted):
    """How much was struck in a list, and when; nothing where nothing was."""

    def __init__(self, ctx: Context, kinds: tuple[str, ...]) -> None:
        """*kinds* are `MOTIVATORS` or `ASPIRATIONS` of `services.striking`."""
        super().__init__(wrap=True)
        self._ctx, self._kinds = ctx, kinds
        self.setObjectName(STRUCK_LINE)
        self.setContentsMargins(0, 6, 0, 0)
        self.hide()

    def show_struck(self, every: Iterable[tuple[str, date]]) -> None:
        """Say which of all that a person had struck stood here."""
        today = self._ctx.clock.today()
        said = [
            tr("{n} {struck}", n=count, struck=struck_text(day, today))
            for day, count in striking.counted(every, self._kinds)
        ]
        self.setText(", ".join(said))
        self.setVisible(bool(said))


class Striking(QObject):
    """Offers on the menu of a row to strike what it says, asks first, and does it."""

    def __init__(self, ctx: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx

    def offer_motivator(self, menu: QMenu, motivator_id: int) -> None:
        """For what drives or drains, and for values: the quote alone, or all of it."""
        one = try_read(self._ctx, self._ctx.store.get, Motivator, motivator_id)
        if one is None:
            return
        if one.quote.strip():
            quote = menu.addAction(tr("Strike the quote from the record…"))
            quote.triggered.connect(carrying(self.strike_quote, motivator_id))
        whole = menu.addAction(f"{self._wish(one.person_id)}…")
        whole.triggered.connect(carrying(self.strike_motivator, motivator_id))

    def offer_aspiration(self, menu: QMenu, aspiration_id: int) -> None:
        """For an aspiration, with all its wordings."""
        one = try_read(self._ctx, self._ctx.store.get, Aspiration, aspiration_id)
        if one is not None:
            whole = menu.addAction(f"{self._wish(one.person_id)}…")
            whole.triggered.connect(carrying(self.strike_aspiration, aspiration_id))

    def strike_motivator(self, motivator_id: int) -> None:
        """Ask, and strike what drives or drains a person, or a value."""
        words = tr("“{words}” will be deleted permanently, along with everything said about it.")
        self._strike(Motivator, motivator_id, words, striking.strike_motivator)

    def strike_quote(self, motivator_id: int) -> None:
        """Ask, and strike what was said about a motivator."""
        words = tr(
            "Everything said about “{words}” will be deleted permanently. “{words}” "
            "itself will be kept."
        )
        self._strike(Motivator, motivator_id, words, striking.strike_quote, only_quote=True)

    def strike_aspiration(self, aspiration_id: int) -> None:
        """Ask, and strike an aspiration with what it was before."""
        words = tr("“{words}” will be deleted permanently, along with all its earlier versions.")
        self._strike(Aspiration, aspiration_id, words, striking.strike_aspiration)

    def _strike(
        self,
        kind: type[Motivator | Aspiration],
        record_id: int,
        words: str,
        strike: Strike,
        *,
        only_quote: bool = False,
    ) -> None:
        """What is typed is stored first: else it could be stored afterwards, words and all."""
        ctx = self._ctx
        if not ctx.autosaver.flush():
            return
        said = try_read(ctx, self._said_before, kind, record_id, words, only_quote)
        if said is None or not ctx.dialogs.confirm(said[0], said[1], tr("Strike")):
            return
        ctx.drafts.hold_nothing()
        done = try_action(ctx, strike, ctx.store, record_id, ctx.clock.today())
        ctx.bridge.doubt()  # no field shows any longer what it did
        if done:
            ctx.notices.toast(
                tr("Struck from the record. No trace is left in the file.")
                if done.value
                else tr(
                    "Struck from the record. The last traces will be removed from the file when "
                    "you close CareerDesk."
                )
            )

    def _said_before(
        self, kind: type[Motivator | Aspiration], record_id: int, words: str, only_quote: bool
    ) -> tuple[str, str]:
        """The title and the text of the question."""
        ctx = self._ctx
        one = ctx.store.get(kind, record_id)
        name = one_line(one.name if isinstance(one, Motivator) else one.statement, LONGEST)
        found = striking.reached(ctx.store, kind, record_id, only_quote=only_quote)
        parts = [
            fill(words, words=name),
            " ".join([
                tr(
                    "The text will be removed from every list, draft and earlier version, "
                    "and from the trash."
                ),
                *_replaced(found, ctx.clock.today()),
            ]),
            " ".join([_stays(), *_beside(striking.copies(ctx.store))]),
            tr("You won't be able to undo this or anything you did before it."),
        ]  # fmt: skip
        return self._wish(one.person_id), "\n\n".join(parts)

    def _wish(self, person_id: int) -> str:
        person = people.get(self._ctx.store, person_id)
        return trg(
            person,
            "Strike from the record at their request",
            she="Strike from the record at her request",
            he="Strike from the record at his request",
        )


def _replaced(found: Reached, today: date) -> list[str]:
    """What becomes of other texts, in sentences."""
    said = []
    if found.named_by:
        words = trn(
            "One goal mentions this text and will show “{mark}” instead.",
            "{n} goals mention this text and will show “{mark}” instead.",
            found.named_by,
            mark=struck_text(today, today),
        )
        said.append(words)
    counts = (
        (found.goals, Counting("1 goal", "{n} goals")),
        (found.notes, Counting("1 note", "{n} notes")),
        (found.handed_over, Counting("1 copy you gave them", "{n} copies you gave them")),
        (found.other, Counting("1 other entry", "{n} other entries")),
    )
    places = [words.in_words(count) for count, words in counts if count]
    if places:
        words = tr("The same wording will be replaced with “{mark}” in {places}.")
        said.append(fill(words, mark=struck_word(today), places=_listed(places)))
    if found.left_alone:
        words = trn(
            (
                "Another motivator or aspiration says the same thing. It will remain "
                "until you strike it from the record too."
            ),
            (
                "{n} other motivators or aspirations say the same thing. They will "
                "remain until you strike them from the record too."
            ),
            found.left_alone,
        )
        said.append(words)
    return said


def _stays() -> str:
    return tr(
        "The following will remain: a note that something was struck from the record "
        "today, the text of any reviews, anything already printed or sent, and older "
        "copies of the file until they're deleted."
    )


def _beside(copies: Sequence[str]) -> list[str]:
    """The copies that lie beside the file, by name."""
    if not copies:
        return []
    return [
        tr("Copies in the same folder as the file: {names}.", names=_listed(copies[:MOST_NAMES]))
    ]


def _listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return tr("{some} and {last}", some=", ".join(words[:-1]), last=words[-1])
