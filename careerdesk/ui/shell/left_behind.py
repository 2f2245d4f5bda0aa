"""What the start after a crash says: calmly, once, and where half-typed words wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from careerdesk.domain.errors import UserError
from careerdesk.domain.loop import Objective, Template
from careerdesk.domain.records import PlanItem
from careerdesk.i18n import tr
from careerdesk.services import drafts
from careerdesk.services.drafts import Draft, Owner
from careerdesk.ui.base import names
from careerdesk.ui.base.holders import holder_of
from careerdesk.ui.base.navigation import CHECK_INS, DISCOVERY, PLAN, PREPARE
from careerdesk.ui.plan.objectives import OBJECTIVE_ADD
from careerdesk.ui.shell.actions import SHOW_OBJECTIVES, SHOW_TEMPLATES
from careerdesk.ui.shell.capture import CAPTURE_EDIT

if TYPE_CHECKING:
    from careerdesk.ui.base.notices import Action
    from careerdesk.ui.shell.main_window import MainWindow

TABS = (PREPARE, DISCOVERY, PLAN, CHECK_INS)
BESIDE = {
    CAPTURE_EDIT: names.QUICK_CAPTURE,
    OBJECTIVE_ADD: SHOW_OBJECTIVES,
    drafts.table(Objective): SHOW_OBJECTIVES,
    drafts.table(Template): SHOW_TEMPLATES,
}
"""The commands that open what is nobody's, by the field or the kind of record it is about."""


class LeftBehind(QObject):
    """Tells that the program did not end well the last time, and leads to what was typed last."""

    def __init__(
        self, window: MainWindow, copy_details: Callable[[], None], parent: QObject
    ) -> None:
        """Say it in *window*."""
        super().__init__(parent)
        self._window, self._copy_details = window, copy_details

    def tell(self) -> None:
        """Put it up; what was not stored is offered, if there is any."""
        words = tr("CareerDesk didn't close properly last time. Everything you saved is here.")
        actions: list[Action] = [(tr("Copy details"), self._copy_details)]
        draft = self._newest()
        if draft is not None:
            words = " ".join((words, tr("The text you were typing has been restored.")))
            actions.insert(0, (tr("Show text"), self.show))
        self._window.ctx.notices.banner(names.CRASHED, "warning", words, actions)

    def _newest(self) -> Draft | None:
        with suppress(UserError):  # what cannot be read is said by anyone who shows it
            found = drafts.every(self._window.ctx.store)
            return max(found, key=lambda one: one.typed_at, default=None)
        return None

    def show(self) -> None:
        """Go to the field that holds what was typed last, as far as it can be shown now."""
        draft = self._newest()
        if draft is None:
            self._window.ctx.notices.clear_banner(names.CRASHED)
            return
        folded: Callable[[], object] = _stay
        for go in self._ways(draft):
            go()
            fields = self._fields(draft.owner)
            for field in fields:
                if field.isVisible():
                    field.setFocus()
                    return
            page = self._window.person_page.page
            if page is not None and any(page.isAncestorOf(field) for field in fields):
                folded = go
        folded()
        self._window.ctx.notices.toast(
            tr("Open the page where you were typing, and your text will be there.")
        )

    def _ways(self, draft: Draft) -> Iterator[Callable[[], object]]:
        """Where the field may be, the likeliest first: where one is comes before all."""
        window, person_id = self._window, draft.whose
        if person_id and not window.open_person(person_id, window.person_page.tab):
            return
        yield _stay
        action = BESIDE.get(draft.kind) or BESIDE.get(draft.handle)
        if action is not None and window.actions_[action].isEnabled():
            yield window.actions_[action].trigger
        if drafts.is_of_reviews(draft):
            yield partial(window.ctx.navigator.open_reviews, person_id)
        elif person_id:
            if draft.kind == drafts.table(PlanItem):
                yield partial(window.ctx.navigator.open_goal, person_id, draft.record_id)
            for tab in TABS:
                yield partial(window.open_person, person_id, tab)

    def _fields(self, owner: Owner) -> list[QWidget]:
        """The fields that hold the words of *owner*; some may be folded away."""
        holders = [(field, holder_of(field)) for field in self._window.findChildren(QWidget)]
        return [field for field, one in holders if one is not None and one.owner == owner]


def _stay() -> None:
    """It may be here."""
