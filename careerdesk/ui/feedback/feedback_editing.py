"""Typing feedback: a form that opens where it is wanted, and whose words wait for their person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from careerdesk.domain.feedback import Feedback
from careerdesk.i18n import tr
from careerdesk.ui.base.acting import has_gone
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import Outcome, try_action
from careerdesk.ui.base.unstored import owner_of

if TYPE_CHECKING:
    from careerdesk.ui.feedback.feedback_form import FeedbackForm


class FeedbackEditing(QObject):
    """Opens the form for new feedback or for some that is there, and stores what is typed.

    The form is made when it is wanted first. `turned` tells that it opened or was put away,
    `left` that typing is over, `saved` that something was stored.
    """

    turned = Signal()
    left = Signal()
    saved = Signal()

    def __init__(
        self, ctx: Context, place: str, make: Callable[[], FeedbackForm], parent: QObject
    ) -> None:
        """*place* goes into the handles; *make* gives the form, put where it is to be seen."""
        super().__init__(parent)
        self._ctx, self._place, self._make = ctx, place, make
        self._form: FeedbackForm | None = None
        self._person_id = 0
        self._check_in_id: int | None = None
        self._edited: Feedback | None = None
        self._known: Mapping[int, Feedback] = {}

    @property
    def form(self) -> FeedbackForm:
        """The form; it is made by asking for it."""
        if self._form is None:
            self._form = self._make()
            self._form.hide()
            self._ctx.sharing.hide_while_sharing(self._form)
            self._form.saved.connect(self._save)
            self._form.cancelled.connect(self._leave)
            self._form.unstored.filled.connect(self._open)
        return self._form

    @property
    def is_open(self) -> bool:
        """Whether the form is to be seen."""
        return self._form is not None and not self._form.isHidden()

    def show(self, person_id: int, check_in_id: int | None, known: Iterable[Feedback]) -> None:
        """Serve a person; what is noted now belongs to that check-in. *known* can be edited."""
        ownerless = self._form is not None and self._form.unstored.owner is None
        other = person_id != self._person_id
        self._person_id, self._check_in_id = person_id, check_in_id
        self._known = {one.id: one for one in known}
        if other or ownerless:
            self.put_away()
        self._edit_again()
        if not self.is_open:
            self._go_on()

    def open(self) -> None:
        """Let feedback be typed, with the cursor in its first field."""
        if self._may_be_seen():
            if not self.is_open:
                self._edit(None)
            self._show_form()

    def edit(self, found: Feedback) -> None:
        """Let feedback be typed again."""
        if self._may_be_seen():
            self._edit(found)
            self._show_form()

    def _may_be_seen(self) -> bool:
        """Whether the form may be; else it is said why: typed words would go where nobody looks."""
        shared = self._ctx.sharing.on
        if shared:
            self._ctx.notices.toast(tr("Turn off share-safe mode to add or edit feedback"))
        return not shared

    def is_open_for(self, person_id: int) -> bool:
        """Whether something may be typed about that person, or was typed and waits."""
        return (person_id == self._person_id and self.is_open) or self._holds(person_id, 0)

    def take_in(self) -> bool:
        """Keep what is typed in the form, if anything is; False if it could not be stored."""
        if self._form is None:
            return True
        if self._form.unstored.is_kept and self._form.isVisible():
            self._form.keep()
        return not self._form.unstored.is_kept

    def close(self) -> None:
        """Put the form away; what was typed in it is gone, until it is undone."""
        if self.form.unstored.discard():
            self.put_away()

    def put_away(self) -> None:
        """Show the form no longer; its words wait."""
        self._edited = None
        if self._form is None:
            return
        self._form.hide()
        self.turned.emit()
        if self._person_id:
            self._form.unstored.belong_to(self._person_id, Feedback)

    def _holds(self, person_id: int, key: int) -> bool:
        owner = owner_of(person_id, Feedback, key, f"{self._place}Feedback")
        return self._ctx.drafts.holds(owner)

    def _edit(self, found: Feedback | None) -> None:
        """Show feedback, or none, in the form; what was typed over it goes before."""
        from careerdesk.services import feedback

        self._edited = found
        self.form.about.offer(feedback.goals(self._ctx.store, self._person_id, found))
        unstored = self.form.unstored
        fresh = unstored.belong_to(self._person_id, Feedback, found.id if found else 0)
        if fresh or unstored.is_untouched:
            self.form.begin(found)
            unstored.start_here()

    def _go_on(self) -> None:
        """Open the form again in which something was typed."""
        for found in (None, *self._known.values()):
            if self._holds(self._person_id, found.id if found else 0):
                self._edit(found)
                self._open()
                return
        if self._form is not None:
            self._form.unstored.belong_to(self._person_id, Feedback)

    def _edit_again(self) -> None:
        """Undo or an earlier version changed what the form shows, or took it away."""
        edited = self._edited
        if edited is None:
            return
        fresh = self._known.get(edited.id, edited)
        if has_gone(self._ctx, Feedback, edited.id):
            self.close()
        elif fresh != edited:
            self._edit(fresh)

    def _open(self) -> None:
        self.form.show()
        self.turned.emit()

    def _show_form(self) -> None:
        self._open()
        self.form.situation.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _save(self, fields: dict[str, object]) -> None:
        from careerdesk.services import feedback

        today, store, edited = self._ctx.clock.today(), self._ctx.store, self._edited
        done: Outcome[Feedback] | Outcome[None]
        with self.form.unstored.taking():
            if edited is not None:
                done = try_action(self._ctx, feedback.change, store, edited.id, today, **fields)
            else:
                done = try_action(
                    self._ctx, feedback.add, store, self._person_id, today,
                    made_in=self._check_in_id, **fields,  # type: ignore[arg-type]  # the form's fields
                )  # fmt: skip
        if done:
            self._ctx.notices.toast(tr("Feedback saved"), undo=True)
            self.put_away()
            self.left.emit()
            self.saved.emit()

    def _leave(self) -> None:
        self.close()
        self.left.emit()
