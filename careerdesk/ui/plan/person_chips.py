"""What a goal serves of its person, as chips: only what is chosen, the others behind a plus."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from careerdesk.dataclass import dataclass
from careerdesk.domain.loop import Aspiration
from careerdesk.domain.records import Motivator, MotivatorStanding
from careerdesk.domain.text import one_line
from careerdesk.domain.views import MotivatorView
from careerdesk.i18n import tr
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.goal_words import struck_text
from careerdesk.ui.base.texts import plain_tip
from careerdesk.ui.plan.wrap_chip import WrapChip
from careerdesk.ui.widgets.discard import discard_all
from careerdesk.ui.widgets.flow import FlowLayout

ITEM_MOTIVATOR, ITEM_ASPIRATION, ITEM_SERVES_MORE = "itemMotivator", "itemAspiration", "itemServes"


@dataclass(frozen=True, slots=True)
class _Offered:
    """Something that the goal can serve."""

    kind: str
    id: int
    words: str
    tip: str = ""
    icon: str = "motivator"
    spoken: str = ""


class PersonChips(QWidget):
    """The chosen ones are pressed; the plus shows the others until another goal is shown.

    `chosen` carries the ids of all pressed motivators, `aspiration_picked` an id or None.
    """

    chosen = Signal(object)
    aspiration_picked = Signal(object)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show none yet."""
        super().__init__(parent)
        self._ctx = ctx
        self._item_id = 0
        self._known: tuple[_Offered, ...] = ()
        self._chips: dict[tuple[str, int], WrapChip] = {}
        self._open = False
        self._shown: tuple[Any, ...] = ()
        self._unseen: set[int] = set()
        self._flow = FlowLayout(self, gap=4)
        self.more = WrapChip(ctx.theme, "", "plus", name=ITEM_SERVES_MORE)
        self.more.fit()
        self._flow.addWidget(self.more)
        self.setAccessibleName(tr("Motivators and aspirations this goal supports"))
        self.more.clicked.connect(self._unfold)
        ctx.sharing.turned.connect(self._show_again)

    def show_item(
        self,
        item_id: int,
        drives: Sequence[MotivatorView],
        wishes: Sequence[Aspiration],
        motivators: Sequence[Motivator],
        aspiration_id: int | None,
    ) -> None:
        """Offer what there is; what the goal serves is pressed, also what counts no longer."""
        self._shown = (item_id, drives, wishes, motivators, aspiration_id)
        fed = {motivator.id for motivator in motivators}
        known = self._offered(drives, wishes, motivators, aspiration_id)
        self._unseen = fed - {one.id for one in known if one.kind == ITEM_MOTIVATOR}
        if item_id != self._item_id:
            self._item_id, self._open = item_id, False
        if known != self._known:
            self._rebuild(known)
        for (kind, key), chip in self._chips.items():
            chip.setChecked(key in fed if kind == ITEM_MOTIVATOR else key == aspiration_id)
        self._fold()

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        fed = [chip for (kind, _), chip in self._chips.items() if kind == ITEM_MOTIVATOR]
        return [*fed, self.more, *list(self._chips.values())[len(fed) :]]

    def unfold(self) -> None:
        """Show all that could be served, with the keyboard on the first that is not."""
        self._open = True
        self._fold()
        rest = [chip for chip in self._chips.values() if not chip.isChecked()]
        if rest:
            rest[0].setFocus()

    def _unfold(self) -> None:
        self.unfold()

    def _fold(self) -> None:
        chosen = [chip for chip in self._chips.values() if chip.isChecked()]
        for chip in self._chips.values():
            held = chip.hasFocus()  # a chip just removed stays until the keyboard is elsewhere
            chip.setVisible(self._open or chip.isChecked() or held)
        words = "" if chosen else tr("What this goal supports")
        self.more.set_words(words)
        self.more.setAccessibleName(tr("Add something this goal supports"))
        self.more.fit()
        self.more.setVisible(not self._open and len(chosen) < len(self._chips))
        self.setVisible(bool(self._chips))

    def _rebuild(self, known: tuple[_Offered, ...]) -> None:
        focused = next((key for key, chip in self._chips.items() if chip.hasFocus()), None)
        self._flow.removeWidget(self.more)
        discard_all(self._flow)
        self._known = known
        self._chips = {}
        for one in known:
            if one.kind == ITEM_ASPIRATION:
                break
            self._chips[one.kind, one.id] = self._chip(one)
        self._flow.addWidget(self.more)  # beside the short ones: an aspiration is a sentence
        for one in known[len(self._chips) :]:
            self._chips[one.kind, one.id] = self._chip(one)
        if focused in self._chips:
            self._chips[focused].setFocus()

    def _chip(self, one: _Offered) -> WrapChip:
        chip = WrapChip(self._ctx.theme, one.words, one.icon, name=f"{one.kind}{one.id}",
                        checkable=True)  # fmt: skip
        chip.setAccessibleName(one.spoken or one.words)
        chip.setToolTip(plain_tip(one.tip) if one.tip else "")
        chip.fit()
        chip.clicked.connect(carrying(self._choose, (one.kind, one.id)))
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _choose(self, key: tuple[str, int]) -> None:
        kind, record_id = key
        if kind == ITEM_ASPIRATION:
            self.aspiration_picked.emit(record_id if self._chips[key].isChecked() else None)
            return
        pressed = {key for key, chip in self._chips.items() if chip.isChecked()}
        fed = {key for kind, key in pressed if kind == ITEM_MOTIVATOR}
        self.chosen.emit(frozenset(fed | self._unseen))

    @Slot()
    def _show_again(self) -> None:
        """No guess is on a screen that is shared."""
        if self._shown:
            self.show_item(*self._shown)

    def _offered(
        self,
        drives: Sequence[MotivatorView],
        wishes: Sequence[Aspiration],
        motivators: Sequence[Motivator],
        aspiration_id: int | None,
    ) -> tuple[_Offered, ...]:
        """Motivators, those the goal names though they count no longer, then aspirations."""
        today = self._ctx.clock.today()
        offered = {view.id: view.motivator for view in drives}
        named = {one.id: one for one in motivators if one.id not in offered}
        seen = self._ctx.sharing.seen([*offered.values(), *named.values()])
        known = [one for one in wishes if one.struck_on is None or one.id == aspiration_id]
        return (*(_driver(one, today) for one in seen), *(_wish(one, today) for one in known))


def _is_guessed(motivator: Motivator) -> bool:
    return motivator.standing is MotivatorStanding.GUESSED


def _driver(one: Motivator, today: date) -> _Offered:
    """Its name, or when it was struck; a guess has a lock."""
    if one.struck_on is not None:
        return _Offered(ITEM_MOTIVATOR, one.id, struck_text(one.struck_on, today))
    name = one_line(one.name)
    if not _is_guessed(one):
        return _Offered(ITEM_MOTIVATOR, one.id, name)
    spoken = tr("{name}, your private guess", name=name)
    return _Offered(
        ITEM_MOTIVATOR,
        one.id,
        name,
        tr("Your guess, so it's never included in anything you share"),
        "lock",
        spoken,
    )


def _wish(one: Aspiration, today: date) -> _Offered:
    words = (
        one_line(one.statement, 200) if one.struck_on is None else struck_text(one.struck_on, today)
    )
    return _Offered(ITEM_ASPIRATION, one.id, words, one.statement, "aspiration")
