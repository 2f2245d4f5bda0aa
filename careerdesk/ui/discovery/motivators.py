"""What drives a person, ranked by hand; what drains them; their values; what was so earlier."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.domain import motivators as rules
from careerdesk.domain.motivators import is_guessed
from careerdesk.domain.pronouns import trg
from careerdesk.domain.records import Drive, Motivator, MotivatorStanding, Person
from careerdesk.domain.text import one_line
from careerdesk.domain.views import MotivatorView
from careerdesk.i18n import Counting, tr, trn
from careerdesk.services import discovery, motivators
from careerdesk.services.striking import MOTIVATORS
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.base.person_words import what_drives
from careerdesk.ui.base.row_edits import RowEdits
from careerdesk.ui.discovery.earlier_motivators import EarlierMotivators
from careerdesk.ui.discovery.motivator_chips import seen_views
from careerdesk.ui.discovery.motivator_list import MenuHook
from careerdesk.ui.discovery.motivator_popover import MotivatorPopover
from careerdesk.ui.discovery.motivator_section import MotivatorSection
from careerdesk.ui.discovery.motivator_words import next_day, standing_text
from careerdesk.ui.discovery.striking import Striking, StruckLine
from careerdesk.ui.widgets.buttons import TextButton
from careerdesk.ui.widgets.landing import choose_record

DRAINER_LIST, VALUE_LIST, VALUE_EDIT = "drainerList", "valueList", "valueEdit"
HAND_OVER = "handOverOwnWords"
_GONE = {
    Drive.DRIVES: Counting("Motivator deleted", "{n} motivators deleted"),
    Drive.DRAINS: Counting("Energy drainer deleted", "{n} energy drainers deleted"),
    Drive.VALUE: Counting("Value deleted", "{n} values deleted"),
}


def what_drains(person: Person) -> str:
    """*What drains her*."""
    return trg(person, "What drains them", she="What drains her", he="What drains him",
               named="What drains {name}")  # fmt: skip


class MotivatorPane(QWidget):
    """The left side of Discovery. `menu_hooks` add to the menu of a row, given its id."""

    chosen = Signal(int)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show nobody yet."""
        super().__init__(parent)
        self._ctx = ctx
        self._person_id = 0
        self.menu_hooks: list[MenuHook] = []
        self.drives = MotivatorSection(
            ctx, Drive.DRIVES, self.menu_hooks,
            handles=(names.MOTIVATOR_LIST, names.MOTIVATOR_EDIT), words=tr("Add a motivator"),
        )  # fmt: skip
        self.drains = MotivatorSection(
            ctx, Drive.DRAINS, self.menu_hooks, handles=(DRAINER_LIST, names.DRAINER_EDIT),
            words=tr("Add an energy drainer"), icon="drainer",
        )  # fmt: skip
        self.values = MotivatorSection(
            ctx, Drive.VALUE, self.menu_hooks, handles=(VALUE_LIST, VALUE_EDIT),
            words=tr("Add a value"), icon="value",
        )  # fmt: skip
        self.earlier = EarlierMotivators(ctx, self.menu_hooks)
        self.struck = StruckLine(ctx, MOTIVATORS)
        self.menu_hooks.append(Striking(ctx, self).offer_motivator)
        self.hand_over = TextButton(ctx.theme, tr("Give a copy…"), name=HAND_OVER, compact=True)
        self.hand_over.setToolTip(tr("Give the person a copy of what they said"))
        self.hand_over.hide()
        self.header, self.empty = self.drives.header, self.drives.empty
        self.view, self.model, self.edit = self.drives.view, self.drives.model, self.drives.edit
        self._sections = (self.drives, self.drains, self.values)
        self._arrange()
        self._connect()

    def show_person(
        self,
        person: Person,
        views: Sequence[MotivatorView],
        earlier: Sequence[MotivatorView] = (),
    ) -> None:
        """Show what moves a person, and what did; while the screen is shared no guess."""
        self._person_id = person.id
        for section in self._sections:
            section.unstored.belong_to(person.id)
        shared = self._ctx.sharing.on
        titles = {
            Drive.DRIVES: what_drives(person),
            Drive.DRAINS: what_drains(person),
            Drive.VALUE: tr("Values"),
        }
        seen = seen_views(self._ctx, views)
        for section in self._sections:
            rows = [view for view in seen if view.motivator.drive is section.drive]
            teaching = _teaching(person) if section is self.drives and not shared else ""
            section.show_views(rows, titles[section.drive], teaching)
        self.earlier.show_views(seen_views(self._ctx, earlier))

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        stops = [stop for section in self._sections for stop in section.tab_stops()]
        return [self.hand_over, *stops, *self.earlier.tab_stops()]

    def offer_handing_over(self, *, offered: bool) -> None:
        """Show the button while there is something that was not handed over."""
        self.hand_over.setVisible(offered)

    def remove(self, ids: list[int]) -> None:
        """Delete motivators, with a way back."""
        place = self._place(ids)
        known = try_read(self._ctx, self._ctx.store.get, Motivator, ids[0])
        if not try_action(self._ctx, discovery.remove_motivators, self._ctx.store, ids):
            return
        words = _GONE[known.drive if known is not None else Drive.DRIVES]
        self._ctx.notices.toast(words.in_words(len(ids)), undo=True)
        _focus_near(place)

    def turn(self, ids: list[int], drive: Drive) -> None:
        """Put motivators at the end of another list."""
        place = self._place(ids)
        if try_action(self._ctx, discovery.move_motivators, self._ctx.store, ids, None, drive):
            _focus_near(place)

    def stand(self, ids: list[int], standing: MotivatorStanding) -> None:
        """Say how sure motivators are, as of today."""
        today = self._ctx.clock.today()
        done = try_action(self._ctx, motivators.stand, self._ctx.store, ids, standing, today, today)
        if done:
            self._say_standing(ids)

    def stand_next(self, motivator_id: int) -> None:
        """What was guessed was said, in a note or today; what was said is confirmed."""
        view = self._view(motivator_id)
        standing = rules.NEXT.get(view.motivator.standing) if view else None
        if view is None or standing is None:
            return
        today = self._ctx.clock.today()
        on = next_day(view, today)
        stand, store = motivators.stand, self._ctx.store
        if try_action(self._ctx, stand, store, [motivator_id], standing, on, today):
            self._say_standing([motivator_id])

    def end(self, ids: list[int]) -> None:
        """Say that motivators hold no longer; they go to the fold below, with a way back."""
        place, today = self._place(ids), self._ctx.clock.today()
        if try_action(self._ctx, motivators.end, self._ctx.store, ids, today, today):
            words = trn(
                "Moved to earlier motivators",
                "{n} moved to earlier motivators",
                len(ids),
            )
            self._ctx.notices.toast(words, undo=True)
            _focus_near(place)

    def go_to(self, motivator_id: int, field: str) -> bool:
        """Choose a motivator, with its words open where those are meant; whether it is there."""
        for section in self._sections:
            if choose_record(section.view, motivator_id):
                if field == "quote":
                    self.open(motivator_id)
                return True
        return self.earlier.go_to(motivator_id)

    def open(self, motivator_id: int) -> None:
        """Let the words and days of a motivator be edited beside its row."""
        for section in self._sections:
            row = section.model.row_of(motivator_id)
            if row >= 0:
                at = section.view.visualRect(section.model.index(row, 0))
                made = try_read(self._ctx, self._popover, section.view.viewport(), motivator_id, at)
                if made is not None:
                    made.open()

    def _popover(self, anchor: QWidget, motivator_id: int, at: QRect) -> MotivatorPopover:
        return MotivatorPopover(self._ctx, anchor, motivator_id, at=at)

    def _say_standing(self, ids: list[int]) -> None:
        view = self._view(ids[0])
        if view is None:
            return
        words = standing_text(view.motivator, self._ctx.clock.today())
        if len(ids) == 1 and not is_guessed(view.motivator):
            name = one_line(view.motivator.name, 60)
            words = tr("{name}: {standing}", name=name, standing=words)
        self._ctx.notices.toast(words, undo=True)

    def _view(self, motivator_id: int) -> MotivatorView | None:
        rows = (row for section in self._sections for row in section.model.rows)
        return next((row for row in rows if row.id == motivator_id), None)

    def _place(self, ids: Sequence[int]) -> tuple[MotivatorSection, int] | None:
        """The list and the row in which the first of some motivators stands, if any does."""
        places = ((section, section.model.row_of(ids[0])) for section in self._sections)
        return next((place for place in places if place[1] >= 0), None)

    def _arrange(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(28, 14, 20, 28)
        outer.setSpacing(0)
        self.drives.header.tools.addWidget(self.hand_over)
        outer.addWidget(self.drives)
        outer.addSpacing(14)
        outer.addWidget(self.drains)
        outer.addSpacing(14)
        outer.addWidget(self.values)
        outer.addWidget(self.earlier)
        outer.addWidget(self.struck)
        outer.addStretch(1)

    def _connect(self) -> None:
        for section in self._sections:
            section.added.connect(self._add)
            section.renamed.connect(self._rename)
            section.moved.connect(self._move)
            section.delegate.next_wanted.connect(self.stand_next)
            section.view.stand_wanted.connect(self.stand)
            section.view.open_wanted.connect(self.open)
            section.view.end_wanted.connect(self.end)
            section.view.turn_wanted.connect(self.turn)
            section.view.removal_wanted.connect(self.remove)
            section.view.kept_back.connect(self._say_kept_back)
        self.drives.chosen.connect(self.chosen)
        self.earlier.again_wanted.connect(self._again)
        self.earlier.removal_wanted.connect(self.remove)

    def _say_kept_back(self) -> None:
        self._ctx.notices.toast(
            tr("Guesses aren't copied. They stay private until you hear them from the person.")
        )

    def _add(self, lines: list[str], drive: Drive) -> None:
        add, store = discovery.add_motivators, self._ctx.store
        try_action(self._ctx, add, store, self._person_id, lines, drive).ignored_because(
            "a banner says why, and the words are back in their row"
        )

    def _rename(self, edits: RowEdits, motivator_id: int, name: str) -> None:
        change = discovery.change_motivator
        with edits.taking(motivator_id):
            try_action(self._ctx, change, self._ctx.store, motivator_id, name=name).ignored_because(
                "a banner says why; the rows show what is stored"
            )

    def _move(self, ids: list[int], before_id: int | None, drive: Drive) -> None:
        try_action(
            self._ctx, discovery.move_motivators, self._ctx.store, ids, before_id, drive
        ).ignored_because("a banner says why; the rows show what is stored")

    def _again(self, motivator_id: int) -> None:
        today = self._ctx.clock.today()
        if try_action(self._ctx, motivators.end, self._ctx.store, [motivator_id], None, today):
            self._ctx.notices.toast(tr("Applies again"), undo=True)
            place = self._place([motivator_id])
            if place is not None:
                place[0].view.select_ids([motivator_id])
                place[0].view.setFocus()


def _focus_near(place: tuple[MotivatorSection, int] | None) -> None:
    if place is not None:
        place[0].select_near(place[1])


def _teaching(person: Person) -> str:
    return trg(
        person,
        (
            "Nothing here yet. What gives them energy? Autonomy, mastery, feeling "
            "useful? Add each one in their own words, strongest first."
        ),
        she=(
            "Nothing here yet. What gives her energy? Autonomy, mastery, feeling "
            "useful? Add each one in her own words, strongest first."
        ),
        he=(
            "Nothing here yet. What gives him energy? Autonomy, mastery, feeling "
            "useful? Add each one in his own words, strongest first."
        ),
        named=(
            "Nothing here yet. What gives {name} energy? Autonomy, mastery, feeling "
            "useful? Add each one in their own words, strongest first."
        ),
    )
