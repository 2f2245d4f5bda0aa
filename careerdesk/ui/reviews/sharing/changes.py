"""What was sealed beside what stands there now, with the differences marked."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.domain.reviews.changes import SealChanges, changes_since
from careerdesk.domain.reviews.seal import Sealed, read_body
from careerdesk.i18n import tr
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.ui.base.context import Context
from careerdesk.ui.reviews.parts.words import rating_words
from careerdesk.ui.reviews.sharing.seal_badge import changes_words, digits, sealed_when
from careerdesk.ui.reviews.sharing.side_by_side import mark_changes
from careerdesk.ui.theme.theme import set_area
from careerdesk.ui.widgets.buttons import FilledButton, OutlinedButton
from careerdesk.ui.widgets.dialog_size import take_size
from careerdesk.ui.widgets.labels import Body, Muted, SmallLabel, Strong, Title
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.reader import reader

SEAL_CHANGES, SEALED_TEXT, TEXT_NOW = "sealChanges", "sealedText", "textNow"
SEALED_WHY, WHY_NOW, CLOSE = "sealedWhy", "whyNow", "sealChangesClose"
STILL_YOURS, GO_ON = "stillYourWords", "shareAllTheSame"
WHY_LINES = (1, 4)


class SealChangesDialog(QDialog):
    """Read alone; Esc closes."""

    def __init__(self, ctx: Context, view: ReviewView, parent: QWidget | None = None) -> None:
        """Compare the seal of a review with what stands under it."""
        super().__init__(parent)
        self._ctx = ctx
        self.setObjectName(SEAL_CHANGES)
        self.setWindowTitle(tr("Changes since sealing"))
        set_area(self, "review")
        review, seal = view.review, view.facts.seal
        step = view.cycle.step(review.proposed_step)
        held = read_body(seal) or Sealed("", "", "")
        self.changes = changes_since(review, seal, step.uid if step else "")
        self.title = Title(tr("Changes since sealing"))
        self.summary = Muted(summary_words(view, self.changes, self.changes.count), wrap=True)
        self.then = self._side(tr("Sealed narrative"), SEALED_TEXT, held.narrative)
        self.now = self._side(tr("Current narrative"), TEXT_NOW, review.narrative)
        light = not view.cycle.cycle.calibrates
        self.then_rating = Body(_rating(held.proposed, light=light), wrap=True)
        self.now_rating = Body(_rating(step.label if step else "", light=light), wrap=True)
        self.then_why = self._side(tr("Sealed reason"), SEALED_WHY, held.why)
        self.now_why = self._side(tr("Current reason"), WHY_NOW, review.proposed_why)
        self.close_button = OutlinedButton(ctx.theme, tr("Close"), name=CLOSE)
        self._last = QHBoxLayout()
        self._whys: list[QWidget] = []
        self._arrange()
        self._mark()
        self.close_button.clicked.connect(self.reject)
        self.close_button.setFocus()
        take_size(self, ctx.theme, 960, 600, parent)

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for column, parts in enumerate(
            (
                (Strong(tr("Sealed")), self.then_rating, self.then, self.then_why),
                (Strong(tr("Now")), self.now_rating, self.now, self.now_why),
            )
        ):
            head, rating, text, why = parts
            label = SmallLabel(tr("Reason"))
            self._whys += [label, why]
            for row, part in enumerate((head, rating, text, label, why)):
                grid.addWidget(part, row, column)
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(2, 1)
        for part in (self.then_why, self.now_why):
            part.grow(*WHY_LINES)
        if self.changes.rating:
            self.now_rating.set_kind("accent")
        self._last.addStretch(1)
        self._last.addWidget(self.close_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(8)
        outer.addWidget(self.title)
        outer.addWidget(self.summary)
        outer.addLayout(grid, 1)
        outer.addLayout(self._last)

    def _side(self, label: str, name: str, text: str) -> NoteEditor:
        return reader(self._ctx.theme, label, name, text)

    def _mark(self) -> None:
        theme = self._ctx.theme
        mark_changes(theme, self.then, self.now, self.changes.narrative)
        mark_changes(theme, self.then_why, self.now_why, self.changes.why)


class StillYourWords(SealChangesDialog):
    """The same before a review is shared, with one press to go on; nothing of it is stored."""

    def __init__(self, ctx: Context, view: ReviewView, parent: QWidget | None = None) -> None:
        """Ask; `accepted` when the answer is yes."""
        super().__init__(ctx, view, parent)
        asks = tr("Does this still say what you mean?")
        self.setObjectName(STILL_YOURS)
        self.setWindowTitle(asks)
        self.title.setText(asks)
        self.close_button.set_words(tr("Not yet"))
        self.go_on = FilledButton(ctx.theme, tr("Yes, mark as shared"), name=GO_ON)
        self._last.addWidget(self.go_on)
        for part in self._whys:  # it is not on the sheet
            part.hide()
        shown = self.changes.narrative.count + self.changes.rating
        self.summary.setText(summary_words(view, self.changes, shown))
        self.go_on.clicked.connect(self.accept)
        self.go_on.setFocus()


def summary_words(view: ReviewView, changes: SealChanges, count: int) -> str:
    """When it was sealed, how much of what is shown changed, and what cannot be marked."""
    seal = view.facts.seal
    if seal is None:
        return tr("This review isn't sealed.")
    if read_body(seal) is None:
        return tr("Sealed {when}. What was sealed can't be read.", when=sealed_when(seal))
    said = tr(
        "Sealed {when} (digest {digits}): {changes}.",
        when=sealed_when(seal),
        digits=digits(seal),
        changes=changes_words(count),
    )
    if changes.narrative.unmarked:
        unmarked = tr(
            "Changes aren't highlighted, because the two versions either differ too "
            "much or differ only in spacing."
        )
        return f"{said} {unmarked}"
    return said


def _rating(label: str, *, light: bool) -> str:
    return tr(
        "{rating}: {label}",
        rating=rating_words(sealed=False, light=light),
        label=label or tr("none"),
    )
