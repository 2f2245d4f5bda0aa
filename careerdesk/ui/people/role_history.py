"""What a person was called before, and on which level: a line that unfolds to the list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.records import PastRole, Person
from careerdesk.domain.roles import DAY, Role
from careerdesk.i18n import tr
from careerdesk.services import roles
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.base.field_note import refuse
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.base.unstored import Unstored
from careerdesk.ui.people.person_fields import CheckedDay
from careerdesk.ui.widgets.buttons import LinkButton, TextButton
from careerdesk.ui.widgets.elided import ElidedLink
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.inline_form import InlineForm
from careerdesk.ui.widgets.labels import SmallLabel
from careerdesk.ui.widgets.landing import choose_record
from careerdesk.ui.widgets.link_row import LinkRowDelegate
from careerdesk.ui.widgets.links import LinkModel, LinkRow
from careerdesk.ui.widgets.record_list import ID_ROLE
from careerdesk.ui.widgets.tab_order import holds_focus
from careerdesk.ui.widgets.typed_field import take_all

ROLES, ROLE_LIST, ADD_ROLE = "person.roles", "person.roleList", "person.addRole"
ROLE_FORM, ROLE_TITLE, ROLE_LEVEL = "person.roleForm", "person.roleTitle", "person.roleLevel"
ROLE_UNTIL, REMOVE_ROLE = "person.roleUntil", "person.removeRole"
MOST = 4  # rows at once; the others scroll


def words_of(one: PastRole) -> str:
    """*Engineer, L4*."""
    return Role(title=one.title, level=one.level).words or tr("No title or level")


def until_words(until: date) -> str:
    """*until 31 Dec 2026*: the last day on which it held."""
    return tr("until {day}", day=Dates.listed_day(until - DAY))


class RoleForm(InlineForm):
    """`saved` carries title, level and the last day; `remove_wanted` deletes."""

    saved = Signal(str, str, object)
    remove_wanted = Signal()

    def __init__(self, ctx: Context, person_id: int, parent: QWidget | None = None) -> None:
        """Stand empty."""
        super().__init__(ctx.theme, "role", parent)
        self.setObjectName(ROLE_FORM)
        self._ctx, self._person_id, self._past_id = ctx, person_id, 0
        self.title = _line(tr("Earlier title"), ROLE_TITLE)
        self.level = _line(tr("Earlier level"), ROLE_LEVEL)
        self.until = CheckedDay(
            ctx.clock.today, tr("Last day"), self._check, name=ROLE_UNTIL, over=True
        )
        self.remove = TextButton(ctx.theme, tr("Delete"), name=REMOVE_ROLE, compact=True)
        for field in (self.title, self.level, self.until):
            label = SmallLabel(field.accessibleName())
            label.setBuddy(field)
            self.column.addWidget(label)
            self.column.addWidget(field)
            field.returnPressed.connect(self.keep)
        self.end(self.remove)
        fields = {"title": self.title, "level": self.level, "until": self.until}
        self.unstored = Unstored(ctx, ROLE_FORM, fields)
        self.remove.clicked.connect(self.remove_wanted)

    def _check(self, day: date | None) -> None:
        if day is not None and day < date.max:
            roles.check_until(
                self._ctx.store, self._person_id, day + DAY, self._ctx.clock.today(),
                past_id=self._past_id,
            )  # fmt: skip

    def fill(self, found: PastRole | None) -> None:
        """Let an entry be edited, or a new one be added."""
        self._past_id = found.id if found else 0
        key = (PastRole, found.id) if found else (Person, self._person_id)
        if self.unstored.belong_to(self._person_id, *key):
            self.title.setText(found.title if found else "")
            self.level.setText(found.level if found else "")
            self.until.start_over(found.until - DAY if found else None)
            self.unstored.start_here()
        self.remove.setVisible(found is not None)
        self.show()

    @override
    def keep(self) -> None:
        """Tell words and day, unless the day cannot be or is missing."""
        if not take_all([self.until]):
            return
        if self.until.day() is None:
            refuse(self.until, tr("Enter the last day they held that title or level."))
            self.until.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.saved.emit(self.title.text(), self.level.text(), self.until.day())


class RoleHistory(QWidget):
    """Nothing is seen while there is nothing earlier, and nobody asked to add it."""

    def __init__(self, ctx: Context, person_id: int, parent: QWidget | None = None) -> None:
        """Read what was before."""
        super().__init__(parent)
        self._ctx, self._person_id = ctx, person_id
        self._edited = 0  # 0: a new one
        self._found: dict[int, PastRole] = {}
        self._open = False
        self.fold = ElidedLink(ctx.theme, "", "chevron-right", name=ROLES, compact=True)
        self.model = LinkModel(self)
        self.list = FittedList(name=ROLE_LIST, label=tr("Earlier titles and levels"), most=MOST)
        self.list.doubleClicked.disconnect(self.list.opened)  # the first click has opened it
        self.rows = LinkRowDelegate(ctx.theme, self.list)
        self.list.setItemDelegate(self.rows)
        self.list.setModel(self.model)
        self.form = RoleForm(ctx, person_id)
        self.add = LinkButton(
            ctx.theme, tr("Add an earlier title or level"), "plus", name=ADD_ROLE, compact=True
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        for widget in (self.fold, self.list, self.form):
            column.addWidget(widget)
        column.setAlignment(self.fold, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        self._connect()
        self.form.hide()
        self.read()

    def _connect(self) -> None:
        self.fold.clicked.connect(self._turn)
        self.add.clicked.connect(self._begin)
        self.rows.followed.connect(self._edit)
        self.list.opened.connect(self._enter)
        self.list.remove_requested.connect(self._remove_row)
        self.form.saved.connect(self._keep)
        self.form.cancelled.connect(self._cancel)
        self.form.remove_wanted.connect(self._remove_edited)

    @Slot()
    def read(self) -> None:
        """Show what is stored; a form that is open stays while its entry is there."""
        past = try_read(self._ctx, roles.past, self._ctx.store, self._person_id) or []
        self._found = {one.id: one for one in reversed(past)}
        newest_first = list(self._found.values())
        self.fold.set_words(_fold_words(newest_first))
        self.model.set_rows([_row(one) for one in newest_first])
        if self._edited and self._edited not in self._found:  # it was deleted, or undone
            (self._leave_form if holds_focus(self.form) else self._close)()
        elif self.form.isHidden() and self.form.unstored.holds(
            self._person_id, Person, self._person_id
        ):
            self._edit_found(None)
        self._fit()

    def go_to(self, past_id: int) -> bool:
        """Unfold the list and choose an entry; tells whether it is there."""
        self._open = True
        self._fit()
        return choose_record(self.list, past_id)

    def offer_adding(self) -> None:
        """Let something earlier be added, though there is nothing yet."""
        self._open = True
        self._fit()

    def _fit(self) -> None:
        some, open_ = bool(self._found), self._open or not self.form.isHidden()
        self.fold.setVisible(some)
        self.fold.set_icon("chevron-down" if open_ else "chevron-right")
        self.list.setVisible(some and open_)
        self.add.setVisible(open_ and self.form.isHidden())
        self.setVisible(some or open_)

    @Slot()
    def _turn(self) -> None:
        self._open = not self._open
        if not self._open:
            self._close()
        self._fit()

    @Slot()
    def _begin(self) -> None:
        self._edit_found(None)
        self.form.title.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QModelIndex)
    def _enter(self, index: QModelIndex) -> None:
        self._edit(index.data(ID_ROLE))

    @Slot(int, bool)
    def _edit(self, past_id: int, _on_action: bool = False) -> None:
        self._edit_found(self._found[past_id])
        self.form.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edit_found(self, found: PastRole | None) -> None:
        self._edited = found.id if found else 0
        self.form.fill(found)
        self._fit()
        self.form.come_into_view()

    def _close(self) -> None:
        self._edited = 0
        self.form.release()
        self._fit()

    @Slot()
    def _cancel(self) -> None:
        if self.form.unstored.discard():
            self._leave_form()

    def _leave_form(self) -> None:
        self._open = True
        self._close()
        (self.list if self._found else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str, str, object)
    def _keep(self, title: str, level: str, last_day: date) -> None:
        until = last_day + DAY
        with self.form.unstored.taking():
            keep = self._change if self._edited else self._add
            kept = keep(title, level, until)
        if kept:
            self._leave_form()
            self.read()

    def _change(self, title: str, level: str, until: date) -> bool:
        ctx = self._ctx
        done = try_action(
            ctx, roles.change, ctx.store, self._edited, ctx.clock.today(), title=title,
            level=level, until=until,
        )  # fmt: skip
        return done.say(tr("Earlier title and level updated"))

    def _add(self, title: str, level: str, until: date) -> bool:
        ctx = self._ctx
        done = try_action(
            ctx, roles.add, ctx.store, self._person_id, until, ctx.clock.today(), title=title,
            level=level,
        )  # fmt: skip
        return done.say(tr("Earlier title and level added"))

    @Slot(QModelIndex)
    def _remove_row(self, index: QModelIndex) -> None:
        self._remove(index.data(ID_ROLE))

    @Slot()
    def _remove_edited(self) -> None:
        past_id = self._edited
        self._leave_form()
        self._remove(past_id)

    def _remove(self, past_id: int) -> None:
        done = try_action(self._ctx, roles.remove, self._ctx.store, past_id)
        if done.say(tr("Earlier title and level deleted")):
            self.read()


def _fold_words(newest_first: Sequence[PastRole]) -> str:
    """*Engineer, L4 until 31 Dec 2026*, and how many more there are."""
    if not newest_first:
        return ""
    last, *more = newest_first
    words = tr("{role} {until}", role=words_of(last), until=until_words(last.until))
    if not more:
        return words
    return tr("{words}, plus {n} earlier", words=words, n=len(more))


def _row(one: PastRole) -> LinkRow:
    return LinkRow(one.id, words_of(one), until_words(one.until), tr("Edit"), icon="history")


def _line(label: str, name: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setAccessibleName(label)
    return field
