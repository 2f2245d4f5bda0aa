"""The share sheet: what the person will read beside what becomes of it, and what they answer."""

from __future__ import annotations

from datetime import date
from typing import Literal

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.records import CheckIn
from careerdesk.domain.reviews.changes import are_others
from careerdesk.i18n import tr
from careerdesk.services.reviews import bridges, reviews, steps
from careerdesk.services.reviews import sheet as review_sheet
from careerdesk.services.reviews.bridges import CareerConversation
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.services.store import Changes
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.base.work_week import my_week
from careerdesk.ui.reviews.parts.content_tab import ContentTab, why_locked
from careerdesk.ui.reviews.parts.tabs import DatedText, ReviewText
from careerdesk.ui.reviews.sharing.kept_sheets import KeptSheets
from careerdesk.ui.reviews.sharing.meetings_box import MeetingsBox
from careerdesk.ui.reviews.sharing.sharing_box import Correction, SharingBox
from careerdesk.ui.reviews.sharing.sheet_paper import SheetPaper
from careerdesk.ui.reviews.sharing.sheet_words import changed_words
from careerdesk.ui.widgets.buttons import Badge, OutlinedButton
from careerdesk.ui.widgets.labels import Caption, SmallLabel, Strong
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.past_day import DayUntilToday
from careerdesk.ui.widgets.section import Rule

SHARE_TAB, SHARE_WORDS, RESPONSE, RESPONSE_ON, EXPORT_SHEET, EXPORT_PACKET = (
    "shareSheetTab", "shareWords", "reviewResponse", "responseOn", "exportShareSheet",
    "exportPacket",
)  # fmt: skip
TWO_COLUMNS = 840
BESIDE = 370
LINES = (4, 14)


class ShareSheetTab(ContentTab):
    """Shows a pure record of what may be shared; calibration, pay and names are not in it."""

    widest = 1100

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(ctx, SHARE_TAB, parent)
        theme = ctx.theme
        self.says = Strong(wrap=True)
        self.draft = Badge(theme, tr("Draft, not sealed yet"), kind="warning")
        self.kept = KeptSheets(ctx)
        self.paper = SheetPaper()
        self.box = SharingBox(ctx)
        self.meetings = MeetingsBox(ctx)
        self.export = OutlinedButton(
            theme, tr("Export share sheet…"), "export", name=EXPORT_SHEET, compact=True
        )
        self.packet = OutlinedButton(
            theme, tr("Export packet…"), "export", name=EXPORT_PACKET, compact=True
        )
        self.packet_words = Caption(
            tr(
                "The packet is for the approval meeting. It includes ratings, calibration "
                "rounds and pay."
            ),
            wrap=True,
        )
        self.closing = NoteEditor(
            theme, tr("Your closing remarks"), name=SHARE_WORDS,
            placeholder=tr(
                "Say thank you and explain what comes next. This text will appear on the "
                "sheet."
            ),
        )  # fmt: skip
        self.response_label = SmallLabel(wrap=True)
        self.response = NoteEditor(
            theme, tr("Their response"), name=RESPONSE,
            placeholder=tr("In their own words"),
        )  # fmt: skip
        self.response_on = DayUntilToday(ctx.clock.today, tr("Received on"), name=RESPONSE_ON)
        self._closing = ReviewText(ctx, self.closing, "share_words")
        self._response = DatedText(ctx, self.response, "response", "response_on")
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._right = QWidget()
        self._beside = QVBoxLayout(self._right)
        self._above = QVBoxLayout()
        self._wide: bool | None = None
        self._day_to_share: date | None = None
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        for editor in (self.closing, self.response):
            editor.grow(*LINES)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.says, 1)
        head.addWidget(self.draft, 0, Qt.AlignmentFlag.AlignTop)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(head)
        left.addWidget(self.kept)
        left.addWidget(self.paper)
        left.addStretch(1)
        self._columns.setSpacing(28)
        self._columns.addLayout(left, 1)
        self._columns.addWidget(self._right)
        self._fill_right()
        self.column.addLayout(self._above)
        self.column.addLayout(self._columns, 1)
        self._fold(wide=True)

    def _fill_right(self) -> None:
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(SmallLabel(tr("Received on")))
        said.addWidget(self.response_on, 1)
        column = self._beside
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Rule())
        column.addSpacing(2)
        column.addWidget(SmallLabel(self.closing.accessibleName()))
        column.addWidget(self.closing)
        column.addSpacing(6)
        column.addWidget(self.response_label)
        column.addWidget(self.response)
        column.addLayout(said)
        column.addSpacing(6)
        column.addWidget(Rule())
        column.addSpacing(2)
        column.addWidget(self.meetings)
        column.addSpacing(6)
        column.addWidget(Rule())
        column.addSpacing(2)
        for button in (self.export, self.packet):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.packet_words)
        column.addStretch(1)

    def _connect(self) -> None:
        self.ctx.bridge.changed.connect(self._heard)
        self.kept.chosen.connect(self._show_paper)
        self.box.share_wanted.connect(self._ask_to_share)
        self.box.correct_wanted.connect(self._correct)
        self.box.changes_wanted.connect(self._show_changes)
        self.box.withdraw_wanted.connect(self._withdraw)
        self.box.check_in_wanted.connect(self._plan_check_in)
        self.closing.edited.connect(self._follow_closing)
        self.response_on.picked.connect(self._say_when)
        self.keep_halves(self.response_on)
        self.export.clicked.connect(self._export_sheet)
        self.packet.clicked.connect(self._export_packet)
        for editor in (self.closing, self.response):
            editor.refused.connect(self.ctx.notices.toast)

    @override
    def show_tab(self, view: ReviewView, *, free: bool) -> None:
        """Show the sheet as it was read, or will be, and where sharing stands."""
        name = view.person.short_name
        self.kept.show_review(view)
        self._closing.show_review(view.review)
        self.meetings.show_person(view.person.id)
        check_in = self._check_in(view)
        self._show_paper()  # the last to read, so that nothing takes down what is said of it
        correction = self._correction(view, free=free)
        self.box.show_state(view, check_in, self.kept.sheets, correction)
        self._response.show_review(view.review)
        self.response_label.setText(tr("{name}'s response", name=name))
        self.response_on.set_day(view.review.response_on)
        for widget in (self.packet, self.packet_words):
            widget.setVisible(view.cycle.cycle.calibrates)
        for editor in (self.closing, self.response):
            editor.setReadOnly(not free)
        self.response_on.setEnabled(free)
        self.order.set_stops(
            [self.kept.choice, *self.box.tab_stops(), self.closing, self.response, self.response_on,
             *self.meetings.tab_stops(), self.export, self.packet]
        )  # fmt: skip

    @override
    def focus_first(self) -> None:
        """The obvious next thing, else the closing words; once it is shared, the answer."""
        if not self.box.focus_first():
            shared = self.view is not None and self.view.review.shared_on is not None
            words = self.response if shared else self.closing
            words.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where it is narrow."""
        super().resizeEvent(event)
        measure = self.ctx.theme.look.measure
        self._fold(wide=self.width() >= measure(TWO_COLUMNS))

    def _fold(self, *, wide: bool) -> None:
        """Two columns, or one with what comes next above the sheet, where it is seen."""
        if wide == self._wide:
            return
        self._wide = wide
        measure = self.ctx.theme.look.measure
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)
        (self._beside if wide else self._above).insertWidget(0, self.box)
        self.box.setMaximumWidth(measure(BESIDE))
        self._right.setMinimumWidth(measure(BESIDE) if wide else 0)
        self._right.setMaximumWidth(measure(BESIDE if wide else self.widest))

    def _check_in(self, view: ReviewView) -> CareerConversation | None:
        if view.review.shared_on is None:
            return None
        week = my_week(self.ctx.settings)
        check_ins = try_read(
            self.ctx, bridges.career_conversations, self.ctx.store, view.cycle.id, week=week
        )
        return next((one for one in check_ins or () if one.id == view.person.id), None)

    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        if self.view is not None and self.isVisible() and changes.touches(CheckIn):
            self.box.show_check_in(self._check_in(self.view))

    @Slot()
    def _show_paper(self) -> None:
        """Show the sheet that is chosen: what was read stays, what will be read is followed."""
        if self.view is None:
            return
        read = self.kept.read
        sheet = read or try_read(self.ctx, review_sheet.sheet_now, self.ctx.store, self.view)
        self.paper.setVisible(sheet is not None)  # a banner says why
        if sheet is None:
            self.says.setText("")
            self.draft.hide()
            return
        self.paper.show_sheet(sheet, self.ctx.clock.today())
        self.draft.setVisible(sheet.is_draft and not why_locked(self.view))
        self.says.setText(self.kept.words)
        self.paper.setAccessibleName(self.kept.words)
        self._follow_closing()

    @Slot()
    def _follow_closing(self) -> None:
        if self.kept.read is None:
            self.paper.show_closing(self.closing.text())

    def _correction(self, view: ReviewView, *, free: bool) -> Correction:
        """What was changed since it was shared, and whether it can be shared once more."""
        if view.review.shared_on is None:
            return Correction()
        last = self.kept.sheets[-1] if self.kept.sheets else None
        if last is None or last.sheet is None:  # nobody can tell what was read
            return Correction(free=free)
        changes = try_read(self.ctx, review_sheet.changed_after, self.ctx.store, view)
        if changes is None or not (changes.words or free):
            return Correction()
        words = changed_words(changes, view.person.short_name)
        return Correction(words, changes.words, free and bool(words))

    @Slot(object)
    def _ask_to_share(self, day: date) -> None:
        """Share, after a look at what is other than sealed, where something is."""
        if not self.ctx.autosaver.flush() or self.view is None:
            return
        step = self.view.cycle.step(self.view.review.proposed_step)
        if not are_others(self.view.review, self.view.facts.seal, step.uid if step else ""):
            self._share(day)
            return
        from careerdesk.ui.reviews.sharing.changes import StillYourWords

        dialog = StillYourWords(self.ctx, self.view, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._day_to_share = day
        dialog.accepted.connect(self._go_on)
        dialog.open()

    @Slot()
    def _go_on(self) -> None:
        if self._day_to_share is not None:
            self._share(self._day_to_share)

    @Slot(object)
    def _correct(self, day: date) -> None:
        if not self.ctx.autosaver.flush():
            return
        with self.box.unstored.taking():
            done = try_action(self.ctx, steps.correct, self.ctx.store, self.review_id, day)
        if done:
            self.ctx.notices.toast(
                tr("Shared again. The earlier version has been kept."), undo=True
            )
            self.focus_first()

    @Slot()
    def _show_changes(self) -> None:
        if self.view is None or not self.ctx.autosaver.flush():
            return
        from careerdesk.ui.reviews.sharing.sheet_changes import SheetChangesDialog

        dialog = SheetChangesDialog(self.ctx, self.view, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _share(self, day: date) -> None:
        with self.box.unstored.taking():
            done = try_action(self.ctx, steps.share, self.ctx.store, self.review_id, day)
        if done:
            self.ctx.notices.toast(tr("Marked as shared"), undo=True)
            self.focus_first()

    @Slot()
    def _withdraw(self) -> None:
        if try_action(self.ctx, steps.withdraw, self.ctx.store, self.review_id):
            self.ctx.notices.toast(tr("Withdrawn. Their response has been kept."), undo=True)
            self.focus_first()

    @Slot(object)
    def _plan_check_in(self, day: date) -> None:
        done = try_action(
            self.ctx, bridges.plan_career_conversation, self.ctx.store, self.review_id,
            week=my_week(self.ctx.settings),
        )  # fmt: skip
        if done:
            self.ctx.notices.toast(
                tr("Career conversation planned for {day}", day=Dates.week_day(day)), undo=True
            )
            self.focus_first()

    @Slot(object)
    def _say_when(self, day: object) -> None:
        store = self.ctx.store
        try_action(self.ctx, reviews.write, store, self.review_id, response_on=day).ignored_because(
            "a banner says why; the next reading shows what is stored"
        )

    @Slot()
    def _export_sheet(self) -> None:
        self._preview("share")

    @Slot()
    def _export_packet(self) -> None:
        self._preview("packet")

    def _preview(self, kind: Literal["share", "packet"]) -> None:
        """Show the document as its reader sees it, to print, save or copy."""
        from careerdesk.ui.reviews.sharing.sheet_preview import ReviewPreview

        if not self.ctx.autosaver.flush():
            return
        dialog = try_read(
            self.ctx, ReviewPreview, self.ctx, self.review_id, self.window(), kind,
            sheet_id=self.kept.chosen_id,
        )  # fmt: skip
        if dialog is not None:
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()
