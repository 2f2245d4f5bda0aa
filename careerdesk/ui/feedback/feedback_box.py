"""Feedback with a person: what waits to be told first, then what was said; and a form for more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.domain.feedback import Feedback, FeedbackWay
from careerdesk.i18n import tr
from careerdesk.services import feedback
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.feedback.feedback_editing import FeedbackEditing
from careerdesk.ui.feedback.feedback_words import feedback_row
from careerdesk.ui.widgets.buttons import LinkButton, TextButton
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.labels import Muted
from careerdesk.ui.widgets.link_row import LinkRowDelegate
from careerdesk.ui.widgets.links import LinkModel
from careerdesk.ui.widgets.record_list import ID_ROLE

if TYPE_CHECKING:
    from careerdesk.ui.feedback.feedback_form import FeedbackForm

MOST_LINES = 2  # of a behaviour
SHOWN = 3  # of what was said already; the rest unfolds


class FeedbackBox(QWidget):
    """A click or Enter tells what waits and edits the rest; Delete deletes; `left` ends typing."""

    left = Signal()

    def __init__(self, ctx: Context, place: str, parent: QWidget | None = None) -> None:
        """Start with nobody; *place* goes into the handles."""
        super().__init__(parent)
        self._ctx, self._place = ctx, place
        self._person_id = 0
        self._check_in_id: int | None = None
        self._found: dict[int, Feedback] = {}
        self._all = False
        self.model = LinkModel(self)
        self.list = FittedList(name=f"{place}Feedback", label=tr("Feedback"), uneven=True)
        self.rows = LinkRowDelegate(ctx.theme, self.list, most=MOST_LINES)
        self.list.setItemDelegate(self.rows)
        self.list.setModel(self.model)
        self.nothing = Muted(tr("No feedback yet"))
        self.add = TextButton(ctx.theme, tr("Add feedback"), "plus", name=f"{place}AddFeedback")
        self.more = LinkButton(ctx.theme, "", name=f"{place}AllFeedback")
        self._column = QVBoxLayout(self)
        self.editing = FeedbackEditing(ctx, place, self._make_form, self)
        self._arrange()
        self._connect()

    def show_feedback(self, person_id: int, check_in_id: int | None = None) -> None:
        """Show a person's feedback; what is told or noted now belongs to that check-in."""
        if person_id != self._person_id:
            self._person_id = person_id
            self._all = False
        self._check_in_id = check_in_id
        self._refresh()

    @property
    def form(self) -> FeedbackForm:
        """What feedback is typed into; it is made when it is asked for first."""
        return self.editing.form

    def open_form(self) -> None:
        """Let feedback be typed, with the cursor in its first field."""
        self.editing.open()

    def is_open_for(self, person_id: int) -> bool:
        """Whether something may be typed about that person, or was typed and waits."""
        return self.editing.is_open_for(person_id)

    def take_in(self) -> bool:
        """Keep what is typed in the form, if anything is; False if it could not be stored."""
        return self.editing.take_in()

    def close_form(self) -> None:
        """Put the form away; what was typed in it is gone, until it is undone."""
        self.editing.close()

    def _make_room(self) -> None:
        self.add.setHidden(self.editing.is_open)

    def _make_form(self) -> FeedbackForm:
        from careerdesk.ui.feedback.feedback_form import FeedbackForm

        form = FeedbackForm(self._ctx, self._place, self)
        self._column.insertWidget(self._column.indexOf(self.nothing) + 1, form)
        return form

    def _refresh(self) -> None:
        today = self._ctx.clock.today()
        waits = feedback.to_deliver(self._ctx.store, self._person_id)
        most = feedback.MOST if self._all else SHOWN + 1
        said = feedback.newest(self._ctx.store, self._person_id, most)
        waits, said = self._ctx.sharing.seen(waits), self._ctx.sharing.seen(said)
        shown = [*waits, *(said if self._all else said[:SHOWN])]
        self._found = {one.id: one for one in shown}
        self.model.set_rows([feedback_row(one, today) for one in shown])
        self.editing.show(self._person_id, self._check_in_id, shown)
        self.list.setVisible(bool(shown))
        self.nothing.setVisible(not shown)
        self._tell_more(said)

    def _tell_more(self, said: Sequence[Feedback]) -> None:
        self.more.setVisible(len(said) > SHOWN)
        self.more.set_words(tr("Show fewer") if self._all else tr("Show all"))

    def _arrange(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 2, 0, 0)
        foot.addWidget(self.add)
        foot.addStretch(1)
        foot.addWidget(self.more)
        self.nothing.setContentsMargins(0, 5, 0, 5)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.list)
        self._column.addWidget(self.nothing)
        self._column.addLayout(foot)
        self._ctx.sharing.hide_while_sharing(self.add)

    def _connect(self) -> None:
        self.list.doubleClicked.disconnect(self.list.opened)  # the first click has done it
        self.list.opened.connect(self._enter)
        self.list.remove_requested.connect(self._remove)
        self.rows.followed.connect(self._follow)
        self.add.clicked.connect(self.open_form)
        self.more.clicked.connect(self._turn_all)
        self.editing.turned.connect(self._make_room)
        self.editing.left.connect(self.left)
        self.editing.saved.connect(self._refresh)

    def _enter(self, index: QModelIndex) -> None:
        self._follow(index.data(ID_ROLE), at_action=True)

    def _follow(self, feedback_id: int, at_action: bool) -> None:
        found = self._found.get(feedback_id)
        if found is None:
            return
        if found.way is FeedbackWay.TO_DELIVER and at_action:
            self._tell(found)
        else:
            self.editing.edit(found)

    def _tell(self, found: Feedback) -> None:
        today, store = self._ctx.clock.today(), self._ctx.store
        if try_action(self._ctx, feedback.deliver, store, found.id, today, self._check_in_id):
            self._ctx.notices.toast(tr("Feedback passed on"), undo=True)
            self._refresh()

    def _remove(self, index: QModelIndex) -> None:
        if try_action(self._ctx, feedback.remove, self._ctx.store, [index.data(ID_ROLE)]):
            self._ctx.notices.toast(tr("Feedback deleted"), undo=True)
            self._refresh()

    def _turn_all(self) -> None:
        self._all = not self._all
        self._refresh()
