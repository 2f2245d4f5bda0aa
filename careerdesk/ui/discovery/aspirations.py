"""What a person wants: near and far, how serious it is, and what it was before."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.loop import Aspiration, AspirationState, Reach
from careerdesk.domain.records import Person
from careerdesk.i18n import tr
from careerdesk.services import aspirations
from careerdesk.services.aspirations import Wish
from careerdesk.services.striking import ASPIRATIONS
from careerdesk.services.versions import TextRef
from careerdesk.ui.base import names
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.base.text_source import set_source
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.base.unstored import TEXT, Unstored
from careerdesk.ui.discovery.motivator_list import MenuHook
from careerdesk.ui.discovery.striking import Striking, StruckLine
from careerdesk.ui.widgets.buttons import TickBox
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.inline_add import InlineAdd
from careerdesk.ui.widgets.inline_form import InlineForm
from careerdesk.ui.widgets.labels import Caption, Muted
from careerdesk.ui.widgets.link_row import LinkRowDelegate
from careerdesk.ui.widgets.links import LinkModel, LinkRow
from careerdesk.ui.widgets.record_list import ID_ROLE
from careerdesk.ui.widgets.section import GroupHeader
from careerdesk.ui.widgets.tab_order import holds_focus

MOST_LINES = 4  # of what the person said; the form has all of it


def reach_word(reach: Reach) -> str:
    """How far ahead it lies."""
    return {
        Reach.ONE_YEAR: tr("1 year"),
        Reach.TWO_TO_THREE: tr("2\u20133 years"),
        Reach.FIVE_PLUS: tr("5 years or more"),
    }[reach]


def aspiration_state_word(state: AspirationState) -> str:
    """How serious it is, or how it ended."""
    return {
        AspirationState.EXPLORING: tr("Exploring"),
        AspirationState.COMMITTED: tr("Committed"),
        AspirationState.REACHED: tr("Reached"),
        AspirationState.DROPPED: tr("Dropped"),
    }[state]


def aspiration_state_within(state: AspirationState) -> str:
    """The same within a sentence."""
    return {
        AspirationState.EXPLORING: tr("exploring"),
        AspirationState.COMMITTED: tr("committed"),
        AspirationState.REACHED: tr("reached"),
        AspirationState.DROPPED: tr("dropped"),
    }[state]


class AspirationPane(QWidget):
    """Typing and Enter add one; Enter or a click on a row edits it, Delete deletes it.

    `menu_hooks` add to the menu of a row, given its id.
    """

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show nobody yet."""
        super().__init__(parent)
        self._ctx = ctx
        self._person = Person()
        self._wishes: dict[int, Wish] = {}
        self._edited = 0
        self.menu_hooks: list[MenuHook] = []
        self.menu_hooks.append(Striking(ctx, self).offer_aspiration)
        self.struck = StruckLine(ctx, ASPIRATIONS)
        self.header = GroupHeader(ctx.theme, tr("Aspirations"))
        self.empty = Muted(wrap=True)
        self.model = LinkModel(self)
        self.list = FittedList(name=names.ASPIRATION_LIST, label=tr("Aspirations"), uneven=True)
        self.rows = LinkRowDelegate(ctx.theme, self.list, most=MOST_LINES)
        self.list.setItemDelegate(self.rows)
        self.list.setModel(self.model)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.form = AspirationForm(ctx)
        self.edit = InlineAdd(ctx.theme, tr("Add an aspiration"), name=names.ASPIRATION_EDIT)
        self._unstored = Unstored(ctx, names.ASPIRATION_EDIT, {TEXT: self.edit})
        self._arrange()
        self._connect()

    def show_person(self, person: Person) -> None:
        """Show what a person wants."""
        if person.id != self._person.id or self.form.unstored.owner is None:
            self._put_away()
        self._person = person
        self._unstored.belong_to(person.id)
        found = try_read(self._ctx, aspirations.of, self._ctx.store, person.id) or []
        self._wishes = {wish.id: wish for wish in found}
        today = self._ctx.clock.today()
        self.model.set_rows([_row(wish, today) for wish in found])
        self._follow_wish()
        self.empty.setText(
            tr(
                "Where does {name} want to be in one, three and five years?",
                name=person.short_name,
            )
        )
        self.list.setVisible(bool(found))
        self.empty.setVisible(not found)

    def wanted(self) -> list[Aspiration]:
        """What is shown, as it is worded now."""
        return [wish.now for wish in self._wishes.values()]

    def _follow_wish(self) -> None:
        """The form shows what became of its aspiration; one with words in it opens again."""
        wish = self._wishes.get(self._edited)
        if self._edited and wish is None:
            had_focus = holds_focus(self.form)
            self._put_away()
            if had_focus:
                self._focus_list()
        elif wish is not None and wish != self.form.wish:
            self._edit(wish)
        for key, found in self._wishes.items() if not self._edited else ():
            if self.form.unstored.holds(self._person.id, Aspiration, key):
                self._edit(found)
                self.form.show()
                return

    def _edit(self, wish: Wish) -> None:
        self._edited = wish.id
        unstored = self.form.unstored
        fresh = unstored.belong_to(self._person.id, Aspiration, wish.id)
        self.form.show_wish(wish, words=fresh or unstored.is_untouched)

    def go_to(self, aspiration_id: int) -> None:
        """Put the keyboard on an aspiration, if it is still there."""
        row = self.model.row_of(aspiration_id)
        if row >= 0:
            self.list.setFocus()
            self.list.setCurrentIndex(self.model.index(row, 0))

    def open(self, aspiration_id: int) -> bool:
        """Show all words of an aspiration, and what it was before; tells whether it is there."""
        self._open(aspiration_id)
        return aspiration_id in self._wishes

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.list, *self.form.tab_stops(), self.edit]

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 0, 20, 28)
        column.setSpacing(6)
        for widget in (self.header, self.empty, self.list, self.form, self.edit, self.struck):
            column.addWidget(widget)
        self.form.hide()

    def _connect(self) -> None:
        self.list.doubleClicked.disconnect(self.list.opened)  # the first click has opened it
        self.list.opened.connect(self._enter)
        self.list.remove_requested.connect(self._remove)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.rows.followed.connect(self._open)
        self.edit.submitted.connect(self._add)
        self.edit.left.connect(self.list.setFocus)
        self.form.saved.connect(self._save)
        self.form.cancelled.connect(self._leave)

    def menu_of(self, aspiration_id: int) -> QMenu:
        """What can be done with a row."""
        now = self._wishes[aspiration_id].now
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(tr("Edit")).triggered.connect(carrying(self._open, aspiration_id))
        ticked = menu.addAction(tr("In the plan"))
        ticked.setCheckable(True)
        ticked.setChecked(now.on_plan)
        ticked.setEnabled(now.seen_on is not None)
        ticked.triggered.connect(carrying(self._turn_on_plan, aspiration_id))
        menu.addSeparator()
        for hook in self.menu_hooks:
            hook(menu, aspiration_id)
        menu.addAction(tr("Delete")).triggered.connect(carrying(self._delete, aspiration_id))
        return menu

    def _open_menu(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        index = index if index.isValid() else self.list.currentIndex()
        if index.isValid():
            self.menu_of(index.data(ID_ROLE)).popup(self.list.viewport().mapToGlobal(at))

    def _turn_on_plan(self, aspiration_id: int) -> None:
        on = not self._wishes[aspiration_id].now.on_plan
        put = aspirations.put_on_plan
        done = try_action(self._ctx, put, self._ctx.store, aspiration_id, on_plan=on)
        done.say(tr("Added to the plan") if on else tr("Removed from the plan"))

    def _enter(self, index: QModelIndex) -> None:
        self._open(index.data(ID_ROLE))

    def _open(self, aspiration_id: int, _at_action: bool = True) -> None:
        wish = self._wishes.get(aspiration_id)
        if wish is not None:
            self._edit(wish)
            self.form.show()
            self.form.statement.setFocus(Qt.FocusReason.OtherFocusReason)
            self.form.come_into_view()

    def _add(self, lines: list[str]) -> None:
        today = self._ctx.clock.today()
        add, store = aspirations.add, self._ctx.store
        try_action(self._ctx, add, store, self._person.id, lines, today).ignored_because(
            "a banner says why, and the words are back in their row"
        )

    def _save(self, statement: str, reach: Reach, state: AspirationState) -> None:
        today, store = self._ctx.clock.today(), self._ctx.store
        with self.form.unstored.taking():
            now = try_action(
                self._ctx, aspirations.change, store, self._edited, today,
                statement=statement, reach=reach, state=state,
                on_plan=self.form.on_plan.isChecked(),
            ).value  # fmt: skip
        if now is not None:
            self._put_away()
            self.list.setFocus()
            self.list.setCurrentIndex(self.model.index(self.model.row_of(now), 0))

    def _remove(self, index: QModelIndex) -> None:
        self._delete(index.data(ID_ROLE))

    def _delete(self, aspiration_id: int) -> None:
        gone = try_action(self._ctx, aspirations.remove, self._ctx.store, [aspiration_id])
        gone.say(tr("Aspiration deleted"))

    def _leave(self) -> None:
        """Cancel: what was typed is gone until it is undone."""
        if not self.form.unstored.discard():
            return
        self._put_away()
        self._focus_list()

    def _focus_list(self) -> None:
        (self.list if self.model.rows else self.edit).setFocus()

    def _put_away(self) -> None:
        self._edited = 0
        self.form.release()


class AspirationForm(InlineForm):
    """The words, how far ahead, how serious; below, what it was before."""

    saved = Signal(str, object, object)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(ctx.theme, "aspiration", parent)
        theme = ctx.theme
        self.statement = GrowingText(
            tr("Aspiration, in their own words"), name="aspirationStatement", one_line=True
        )
        self.reach = DropDown(theme, [(one, reach_word(one)) for one in Reach],
                              tr("How far ahead"), name="aspirationReach")  # fmt: skip
        self.state = DropDown(
            theme, [(one, aspiration_state_word(one)) for one in AspirationState],
            tr("Status"), name="aspirationState",
        )  # fmt: skip
        self.on_plan = TickBox(theme, tr("In the plan"), name="aspirationOnPlan")
        self.seen = Caption(wrap=True)
        self._today = ctx.clock.today
        self.unstored = Unstored(
            ctx, "aspirationForm",
            {"statement": self.statement, "reach": self.reach, "state": self.state,
             "on_plan": self.on_plan},
        )  # fmt: skip
        self.before = Caption(wrap=True)
        self.wish: Wish | None = None
        self._arrange()
        self.statement.entered.connect(self.keep)
        self.statement.edited.connect(self._show_seen)

    def show_wish(self, wish: Wish, *, words: bool) -> None:
        """Let an aspiration be edited; without *words*, what is typed over it stays."""
        self.wish = wish
        set_source(self.statement, TextRef(Aspiration, wish.now.id, "statement"))
        if words:
            self.statement.set_text(wish.now.statement)
            self.reach.set_value(wish.now.reach)
            self.state.set_value(wish.now.state)
            self.on_plan.setChecked(wish.now.on_plan)
            self.unstored.start_here()
        self.before.setText("\n".join(map(_earlier, wish.earlier)))
        self.before.setVisible(bool(wish.earlier))
        self._show_seen()

    def _show_seen(self) -> None:
        """Only words that the person has read can be ticked; other ones are read first."""
        now = self.wish.now if self.wish else None
        same = now is not None and self.statement.text().strip() == now.statement
        day = now.seen_on if now is not None else None
        self.on_plan.setVisible(bool(day and same))
        if not day:
            words = tr(
                "You can add this aspiration to the plan once you have given them “In "
                "your own words”."
            )
        elif not same:
            words = tr(
                "If you reword the aspiration, give it to them again before adding it to the plan."
            )
        else:
            words = tr("Given to them {day}", day=Dates.short_day_within(day, self._today()))
        self.seen.setText(words)

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.statement, self.reach, self.state, self.on_plan, self.save, self.cancel]

    def _arrange(self) -> None:
        for part in (self.statement, self.reach, self.state, self.on_plan, self.seen):
            self.column.addWidget(part)
        self.end()
        self.column.addWidget(self.before)

    @override
    def keep(self) -> None:
        """Tell the words, how far ahead, how serious."""
        self.saved.emit(self.statement.text(), self.reach.value(), self.state.value())


def _row(wish: Wish, today: date) -> LinkRow:
    now = wish.now
    since = tr("since {month}", month=Dates.month(now.valid_from))
    words = [reach_word(now.reach), aspiration_state_within(now.state),
             tr("in the plan") if now.on_plan else since]  # fmt: skip
    day = Dates.short_day_within(now.seen_on, today) if now.seen_on else ""
    why = [tr("Given to them {day}", day=day)] if day else []
    why += [tr("Since {month}", month=Dates.month(now.valid_from))] if now.on_plan else []
    token = "growth" if now.on_plan else "text-muted"
    return LinkRow(wish.id, now.statement, ", ".join(words), "", icon="aspiration", token=token,
                   why="\n".join(why))  # fmt: skip


def _earlier(one: Aspiration) -> str:
    until = Dates.month(one.valid_to) if one.valid_to else ""
    return tr(
        "Until {month}: {words} ({reach}, {state})",
        month=until,
        words=one.statement,
        reach=reach_word(one.reach),
        state=aspiration_state_within(one.state),
    )
