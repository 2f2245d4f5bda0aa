"""Striking at a person's wish: what is offered on a row, what is said before, what stays to see."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from careerdesk.domain.loop import Aspiration
from careerdesk.domain.records import Motivator
from careerdesk.domain.text import one_line
from careerdesk.services import people, striking
from careerdesk.services.store import Store
from careerdesk.services.striking import Reached
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.base.goal_words import struck_text
from careerdesk.ui.base.texts import counted, number, possessive, tr
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
        words = tr("{n} {struck}")
        said = [
            words.format(n=count, struck=struck_text(day, today))
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
            quote = menu.addAction(tr("Strike the quote..."))
            quote.triggered.connect(carrying(self.strike_quote, motivator_id))
        whole = menu.addAction(f"{self._wish(one.person_id)}...")
        whole.triggered.connect(carrying(self.strike_motivator, motivator_id))

    def offer_aspiration(self, menu: QMenu, aspiration_id: int) -> None:
        """For an aspiration, with all its wordings."""
        one = try_read(self._ctx, self._ctx.store.get, Aspiration, aspiration_id)
        if one is not None:
            whole = menu.addAction(f"{self._wish(one.person_id)}...")
            whole.triggered.connect(carrying(self.strike_aspiration, aspiration_id))

    def strike_motivator(self, motivator_id: int) -> None:
        """Ask, and strike what drives or drains a person, or a value."""
        words = tr("“{words}” goes for good, with what was said about it.")
        self._strike(Motivator, motivator_id, words, striking.strike_motivator)

    def strike_quote(self, motivator_id: int) -> None:
        """Ask, and strike what was said about a motivator."""
        words = tr("What was said about “{words}” goes for good. “{words}” itself stays.")
        self._strike(Motivator, motivator_id, words, striking.strike_quote, only_quote=True)

    def strike_aspiration(self, aspiration_id: int) -> None:
        """Ask, and strike an aspiration with what it was before."""
        words = tr("“{words}” goes for good, with all its earlier wordings.")
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
                tr("Struck. Nothing of it is left in the file.")
                if done.value
                else tr("Struck. What the file still holds of it goes when CareerDesk is closed.")
            )

    def _said_before(
        self, kind: type[Motivator | Aspiration], record_id: int, words: str, only_quote: bool
    ) -> tuple[str, str]:
        """The title and the text of the question."""
        ctx = self._ctx
        one = ctx.store.get(kind, record_id)
        name = one_line(one.name if isinstance(one, Motivator) else one.statement, LONGEST)
        found = striking.reached(ctx.store, kind, record_id, only_quote=only_quote)
        mark = struck_text(ctx.clock.today(), ctx.clock.today())
        parts = [
            words.format(words=name),
            " ".join([
                tr("It goes from every list, draft and earlier version, and from the trash."),
                *_replaced(found, mark),
            ]),
            " ".join([_stays(), *_beside(striking.copies(ctx.store))]),
            tr("This cannot be undone. Nor can what was done before it: undo begins anew."),
        ]  # fmt: skip
        return self._wish(one.person_id), "\n\n".join(parts)

    def _wish(self, person_id: int) -> str:
        person = people.get(self._ctx.store, person_id)
        return tr("Strike at {their} wish").format(their=possessive(person.pronouns))


def _replaced(found: Reached, mark: str) -> list[str]:
    """What becomes of other texts, in sentences."""
    said = []
    if found.named_by:
        one = tr("One goal names it and will say “{mark}”.")
        words = one if found.named_by == 1 else tr("{n} goals name it and will say “{mark}”.")
        said.append(words.format(n=number(found.named_by, 0), mark=mark))
    places = [
        counted(count, one, many)
        for count, one, many in (
            (found.goals, tr("1 goal"), tr("{n} goals")),
            (found.notes, tr("1 note"), tr("{n} notes")),
            (found.handed_over, tr("1 copy they were given"), tr("{n} copies they were given")),
            (found.other, tr("1 other text"), tr("{n} other texts")),
        )
        if count
    ]
    if places:
        words = tr("The same words become “{mark}” in {places}.")
        said.append(words.format(mark=mark, places=_listed(places)))
    if found.left_alone:
        words = counted(
            found.left_alone,
            tr("One other row of these lists says the same and stays until it is struck too."),
            tr("{n} other rows of these lists say the same and stay until they are struck too."),
        )
        said.append(words)
    return said


def _stays() -> str:
    return tr(
        "What stays: that something was struck on this day; what reviews say; what was printed or "
        "sent; and copies of the file that were made before, until they are deleted."
    )


def _beside(copies: Sequence[str]) -> list[str]:
    """The copies that lie beside the file, by name."""
    if not copies:
        return []
    return [tr("Beside the file: {names}.").format(names=_listed(copies[:MOST_NAMES]))]


def _listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return tr("{some} and {last}").format(some=", ".join(words[:-1]), last=words[-1])
