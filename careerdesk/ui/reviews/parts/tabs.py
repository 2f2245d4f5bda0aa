"""What every tab of a review and every tab of a cycle does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.domain.reviews.records import Review
from careerdesk.domain.reviews.stages import Stage
from careerdesk.services.reviews import reviews
from careerdesk.services.reviews.cycles import CycleView
from careerdesk.services.reviews.reviews import BoardRow, ReviewView
from careerdesk.services.versions import TextRef
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.navigation import Destination
from careerdesk.ui.base.saved_field import SavedField
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.landing import land
from careerdesk.ui.widgets.note_editor import NoteEditor


class ReviewTab(QWidget):
    """One tab of a review.

    `ctx` is that of Reviews: what is made with its theme wears the colours of Reviews.
    `tab_wanted` carries the name of another tab that is to be opened, one of `person_tabs.TABS`.
    """

    tab_wanted = Signal(str)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx

    def show_review(self, view: ReviewView) -> None:
        """Show a review, or the same one after a change; a subclass says how.

        What is being typed is left alone.
        """

    def arrive(self, to: Destination) -> bool:
        """Go to the text that was found; tells whether it is here."""
        return land(self, to)

    def focus_first(self) -> None:
        """Put the focus where work on this tab begins; a subclass says where."""
        self.setFocus()


class ReviewText(SavedField):
    """Keeps an editor and one text of a review the same; what is typed is never replaced."""

    def __init__(self, ctx: Context, editor: NoteEditor | GrowingText, field: str) -> None:
        """Bind *editor* to the text *field* of the reviews it will show."""
        super().__init__(ctx, editor, f"review-{field}", self.store_text)
        self._of = field

    def show_review(self, review: Review) -> None:
        """Show the text of this review, unless there is newer one in the editor."""
        text = str(getattr(review, self._of))
        self.show_text(review.id, text, TextRef(Review, review.id, self._of))

    def store_text(self, review_id: int, text: str, merge: str, origin: QObject) -> None:
        """One edit of the service."""
        fields = {self._of: text}
        reviews.write(self._ctx.store, review_id, merge=merge, origin=origin, **fields)


class DatedText(ReviewText):
    """With the first words the day on which they came is set, as one step of undo."""

    def __init__(
        self, ctx: Context, editor: NoteEditor | GrowingText, field: str, day: str
    ) -> None:
        """Bind *editor* to the text *field*; *day* names the field of its day."""
        super().__init__(ctx, editor, field)
        self._day = day

    @override
    def store_text(self, review_id: int, text: str, merge: str, origin: QObject) -> None:
        """The words, and their day where they are the first."""
        values: dict[str, object] = {self._of: text}
        if text.strip() and getattr(self._ctx.store.get(Review, review_id), self._day) is None:
            values[self._day] = self._ctx.clock.today()
        reviews.write(self._ctx.store, review_id, merge=merge, origin=origin, **values)


@dataclass(frozen=True, slots=True)
class OpenCycle:
    """A cycle as Reviews has read it."""

    view: CycleView
    rows: Sequence[BoardRow]

    @property
    def taking_part(self) -> list[BoardRow]:
        """Everyone who is not left out."""
        return [row for row in self.rows if row.facts.stage is not Stage.LEFT_OUT]

    @property
    def is_closed(self) -> bool:
        """Whether nothing in it may be changed."""
        return self.view.cycle.closed_on is not None


class CycleTab(QWidget):
    """One tab of a cycle.

    `review_wanted` carries a review and the tab to open, `side_wanted` another tab of the cycle,
    `cycle_wanted` another cycle, `person_wanted` a person among those who take part or do not.
    """

    review_wanted = Signal(int, str)
    side_wanted = Signal(str)
    cycle_wanted = Signal(int)
    person_wanted = Signal(int)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Take the context of Reviews; show nothing yet."""
        super().__init__(parent)
        self.ctx = ctx

    def show_cycle(self, cycle: OpenCycle) -> None:
        """Show a cycle, or the same one after a change; a subclass says how."""

    def focus_first(self) -> None:
        """Put the focus where work on this tab begins; a subclass says where."""
        self.setFocus()

    def arrive(self, to: Destination) -> bool:
        """Go to the text that was found; tells whether it is here."""
        return land(self, to)

    def focus_person(self, person_id: int) -> None:
        """Put the focus on a person's row, where this tab has rows."""

    def step_back(self) -> bool:
        """Take one thing back, such as a filter, before Reviews is left; whether there was one."""
        return False
