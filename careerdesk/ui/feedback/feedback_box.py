"""Feedback with a person: what waits to be told first, then what was said; and a form for more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.domain.feedback import Feedback, FeedbackWay
from careerdesk.services import feedback
from careerdesk.ui.base.acting import has_gone, succeeded
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.texts import tr
from careerdesk.ui.feedback.feedback_form import FeedbackForm
from careerdesk.ui.feedback.feedback_words import feedback_row
from careerdesk.ui.widgets.buttons import LinkButton, TextButton
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.labels import Muted
from careerdesk.ui.widgets.link_row import LinkRowDelegate
from careerdesk.ui.widgets.links import LinkModel
from careerdesk.ui.widgets.record_list import ID_ROLE

MOST_LINES = 2  # of a behaviour
SHOWN = 3  # of what was said already; the rest unfolds


class FeedbackBox(QWidget):
    """A click or Enter tells what waits and edits the rest; Delete deletes; `left` ends typing."""

    left = Signal()

    def __init__(self, ctx: Context, place: str, parent: QWidget | None = None) -> None:
        """Start with nobody; *place* goes into the handles."""
        super().__init__(parent)
        self._ctx = ctx
        self._person_id = 0
        self._talk_id: int | None = None
        self._edited: Feedback | None = None
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
        self.form = FeedbackForm(ctx, place)
        self._arrange()
        self._connect()

    def show_feedback(self, person_id: int, talk_id: int | None = None) -> None:
        """Show a person's feedback; what is told or noted now belongs to that talk."""
        if person_id != self._person_id or self.form.unstored.owner is None:
            self._person_id = person_id
            self._all = False
            self._put_away()
        self._talk_id = talk_id
        self._refresh()
        if self.form.isHidden():
            self._go_on()

    def open_form(self) -> None:
        """Let feedback be typed, with the cursor in its first field."""
        if self.form.isHidden():
            self._edit(None)
        self._show_form()

    def is_open_for(self, person_id: int) -> bool:
        """Whether something may be typed about that person, or was typed and waits."""
        shown = person_id == self._person_id and not self.form.isHidden()
        return shown or self.form.unstored.holds(person_id, Feedback, 0)

    def take_in(self) -> bool:
        """Keep what is typed in the form, if anything is; False if it could not be stored."""
        if self.form.unstored.is_kept and self.form.isVisible():
            self.form.keep()
        return not self.form.unstored.is_kept

    def _edit(self, found: Feedback | None) -> None:
        """Show feedback, or none, in the form; what was typed over it goes before."""
        self._edited = found
        unstored = self.form.unstored
        fresh = unstored.belong_to(self._person_id, Feedback, found.id if found else 0)
        if fresh or unstored.is_untouched:
            self.form.begin(found)
            unstored.start_here()

    def close_form(self) -> None:
        """Put the form away; what was typed in it is gone, until it is undone."""
        if self.form.unstored.discard():
            self._put_away()

    def _put_away(self) -> None:
        self._edited = None
        self.form.hide()
        self.add.show()
        if self._person_id:
            self.form.unstored.belong_to(self._person_id, Feedback)

    def _go_on(self) -> None:
        """Open the form again in which something was typed."""
        for found in (None, *self._found.values()):
            key = found.id if found else 0
            if self.form.unstored.holds(self._person_id, Feedback, key):
                self._edit(found)
                self._open_form()
                return
        self.form.unstored.belong_to(self._person_id, Feedback)

    def _refresh(self) -> None:
        today = self._ctx.clock.today()
        waits = feedback.to_deliver(self._ctx.store, self._person_id)
        most = feedback.MOST if self._all else SHOWN + 1
        said = feedback.newest(self._ctx.store, self._person_id, most)
        waits, said = self._ctx.sharing.seen(waits), self._ctx.sharing.seen(said)
        shown = [*waits, *(said if self._all else said[:SHOWN])]
        self._found = {one.id: one for one in shown}
        self.model.set_rows([feedback_row(one, today) for one in shown])
        self._edit_anew()
        self.list.setVisible(bool(shown))
        self.nothing.setVisible(not shown)
        self._tell_more(said)

    def _edit_anew(self) -> None:
        """Undo or an earlier version changed what the form shows, or took it away."""
        edited = self._edited
        if edited is None:
            return
        fresh = self._found.get(edited.id, edited)
        if has_gone(self._ctx, Feedback, edited.id):
            self.close_form()
        elif fresh != edited:
            self._edit(fresh)

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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.list)
        column.addWidget(self.nothing)
        column.addWidget(self.form)
        column.addLayout(foot)
        self.form.hide()
        self._ctx.sharing.veil(self.form, self.add)

    def _connect(self) -> None:
        self.list.doubleClicked.disconnect(self.list.opened)  # the first click has done it
        self.list.opened.connect(self._enter)
        self.list.remove_requested.connect(self._remove)
        self.rows.followed.connect(self._follow)
        self.add.clicked.connect(self.open_form)
        self.more.clicked.connect(self._turn_all)
        self.form.saved.connect(self._save)
        self.form.unstored.filled.connect(self._open_form)
        self.form.cancelled.connect(self._leave)

    def _enter(self, index: QModelIndex) -> None:
        self._follow(index.data(ID_ROLE), at_action=True)

    def _follow(self, feedback_id: int, at_action: bool) -> None:
        found = self._found.get(feedback_id)
        if found is None:
            return
        if found.way is FeedbackWay.TO_DELIVER and at_action:
            self._tell(found)
        else:
            self._edit(found)
            self._show_form()

    def _tell(self, found: Feedback) -> None:
        today, store = self._ctx.clock.today(), self._ctx.store
        if succeeded(self._ctx, feedback.deliver, store, found.id, today, self._talk_id):
            self._ctx.notices.toast(tr("Feedback told"), undo=True)
            self._refresh()

    def _remove(self, index: QModelIndex) -> None:
        if succeeded(self._ctx, feedback.remove, self._ctx.store, [index.data(ID_ROLE)]):
            self._ctx.notices.toast(tr("Feedback deleted"), undo=True)
            self._refresh()

    def _turn_all(self) -> None:
        self._all = not self._all
        self._refresh()

    def _open_form(self) -> None:
        self.form.show()
        self.add.hide()

    def _show_form(self) -> None:
        self._open_form()
        self.form.situation.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _save(self, fields: dict[str, object]) -> None:
        today, store, edited = self._ctx.clock.today(), self._ctx.store, self._edited
        with self.form.unstored.taking():
            if edited is not None:
                done = succeeded(self._ctx, feedback.change, store, edited.id, today, **fields)
            else:
                done = succeeded(
                    self._ctx, feedback.add, store, self._person_id, today,
                    made_in=self._talk_id, **fields,  # type: ignore[arg-type]  # the form's fields
                )  # fmt: skip
        if done:
            self._ctx.notices.toast(tr("Feedback noted"), undo=True)
            self._put_away()
            self.left.emit()
            self._refresh()

    def _leave(self) -> None:
        self.close_form()
        self.left.emit()
