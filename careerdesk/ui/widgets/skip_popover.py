"""Skipping a planned check-in, with why if one likes."""

from __future__ import annotations

from PySide6.QtCore import QRect, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from careerdesk.compat import override
from careerdesk.domain.records import CheckIn
from careerdesk.i18n import tr
from careerdesk.services import people, planning
from careerdesk.services.store import Store
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.texts import kind_word
from careerdesk.ui.base.unstored import TEXT
from careerdesk.ui.widgets.buttons import FilledButton
from careerdesk.ui.widgets.labels import Caption, Strong
from careerdesk.ui.widgets.planning_words import moment_words
from careerdesk.ui.widgets.popover import Popover

SKIPPING, REASON, SKIP = "skipPopover", "skipReason", "skipGo"
MOST = 2_000


class SkipPopover(Popover):
    """Enter notes that the check-in does not take place; the cadence goes on as it was."""

    def __init__(
        self, ctx: Context, anchor: QWidget, check_in: CheckIn, *, at: QRect | None = None
    ) -> None:
        """*at* is the part of *anchor* to stand beside."""
        self._check_in = check_in
        name = people.get(ctx.store, check_in.person_id).short_name
        title = tr(
            "Skip: {kind} with {name}, {moment}",
            kind=kind_word(check_in.kind),
            name=name,
            moment=moment_words(check_in.starts_at),
        )
        super().__init__(ctx, anchor, name=SKIPPING, label=title, at=at)
        self.why = QLineEdit()
        self.why.setObjectName(REASON)
        self.why.setMaxLength(MOST)
        self.why.setPlaceholderText(tr("Why? (optional)"))
        self.why.setAccessibleName(tr("Reason for skipping (private)"))
        self.hint = Caption(
            tr(
                "The check-in will stay in the history. The reason will be left out of "
                "anything you share."
            )
        )
        self.hint.setWordWrap(True)
        self.go = FilledButton(ctx.theme, tr("Skip"), name=SKIP)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.go)
        for widget in (Strong(title, wrap=True), self.why, self.hint):
            self.column.addWidget(widget)
        self.column.addLayout(foot)
        self.keep_words(SKIPPING, {TEXT: self.why}, check_in.person_id, check_in.id)
        self.set_stops(*([self.go] if ctx.sharing.on else [self.why, self.go]))
        for private in (self.why, self.hint):
            private.setHidden(ctx.sharing.on)  # it goes when that is turned
        self.go.clicked.connect(self.submit)

    @override
    @Slot()
    def submit(self) -> None:
        """Skip it."""
        ctx, words = self.ctx, "" if self.ctx.sharing.on else self.why.text()
        with self.taking():
            done = try_action(
                ctx, planning.skip, ctx.store, self._check_in.id, ctx.clock.now(), words
            )
        if done.say(self._done_words()):
            self.leave()

    def _done_words(self) -> str:
        """That it is skipped, and which one its repeat has planned next."""
        following = planned_by_repeat(self.ctx.store, self._check_in)
        if following is None:
            return tr("Skipped, but kept in the history")
        return tr("Skipped. The next one is on {moment}", moment=moment_words(following.starts_at))


def planned_by_repeat(store: Store, check_in: CheckIn) -> CheckIn | None:
    """What the repeat of a check-in has planned, if it has one."""
    left = planning.planned(store, check_in.person_id)
    return next((one for one in left if one.repeat_id == check_in.repeat_id is not None), None)
