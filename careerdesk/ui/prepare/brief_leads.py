"""Where the rows of a brief lead, and what the page does with its question and its feedback."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from careerdesk.domain.brief_facts import ActionGlance
from careerdesk.domain.brief_lines import LineKind, Part
from careerdesk.i18n import tr
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.prepare.brief_rows import BriefRow

if TYPE_CHECKING:
    from careerdesk.domain.views import Brief
    from careerdesk.ui.base.context import Context
    from careerdesk.ui.feedback.feedback_editing import FeedbackEditing
    from careerdesk.ui.prepare.brief_acts import BriefActs
    from careerdesk.ui.prepare.brief_columns import Columns


class BriefPage(Protocol):
    """The page of a brief, as far as its rows need it."""

    ctx: Context
    person_id: int
    acts: BriefActs
    columns: Columns
    editing: FeedbackEditing

    @property
    def brief(self) -> Brief | None:
        """What is shown."""

    def reload(self) -> None:
        """Read again."""

    def compose(self) -> None:
        """Make the rows again."""

    def turn_whole(self, part: Part) -> None:
        """Show all of a section, or fewer again."""

    def keep_whole(self, part: Part) -> None:
        """Show all of a section from now on."""

    def focus_feedback(self) -> None:
        """Put the cursor where feedback is typed."""


class BriefLeads:
    """Does for a page what its rows ask for."""

    def __init__(self, page: BriefPage) -> None:
        """No question was skipped yet."""
        self._page = page
        self.skipped: frozenset[int] = frozenset()

    def open_goal(self, row: BriefRow) -> None:
        """Go to the goal, or to that of a step."""
        key = row.key
        if row.kind is LineKind.STEP:
            step = self._step(row)
            if step is None:
                return
            key = step.item_id
        self._page.ctx.navigator.open_goal(self._page.person_id, key)

    def _step(self, row: BriefRow) -> ActionGlance | None:
        found = self._page.acts.record(row)
        return found if isinstance(found, ActionGlance) else None

    def open_plan(self, row: BriefRow) -> None:  # noqa: ARG002  # every row leads there
        """Go to the plan."""
        self._page.ctx.navigator.open(self._page.person_id, "plan")

    def open_discovery(self, row: BriefRow) -> None:
        """Go to Discovery: to the aspiration that the row is about, if it is about one."""
        if row.kind is LineKind.WISH:
            self._page.ctx.navigator.open_aspiration(self._page.person_id, row.key)
            return
        self._page.ctx.navigator.open(self._page.person_id, "discovery")

    def fold(self, row: BriefRow) -> None:
        """Unfold a note, or fold it."""
        self._page.columns.maker.unfolded ^= {row.key}
        self._page.compose()

    def show_more(self, row: BriefRow) -> None:
        """Show all of a section, or fewer again."""
        self._page.turn_whole(row.part)

    def put_on_agenda(self, row: BriefRow) -> None:
        """Put the question on the agenda, and propose another one."""
        from careerdesk.services import checkins

        page = self._page
        page.keep_whole(Part.AGENDA)
        if try_action(
            page.ctx, checkins.add_agenda, page.ctx.store, page.person_id, row.text,
            question_id=row.key,
        ):  # fmt: skip
            page.ctx.notices.toast(tr("Added to the agenda for the next check-in"), undo=True)

    def ask(self, row: BriefRow) -> None:
        """Ask the question now."""
        self._page.ctx.navigator.ask(self._page.person_id, row.key)

    def another(self, row: BriefRow) -> None:
        """Propose another question."""
        self.skipped |= {row.key}
        self._page.reload()

    def add_feedback(self, row: BriefRow) -> None:  # noqa: ARG002
        """Let feedback be typed."""
        self._page.focus_feedback()

    def edit_feedback(self, row: BriefRow) -> None:
        """Let feedback be typed again."""
        found = self._page.acts.feedback_of(row)
        if found is not None:
            self._page.editing.edit(found)

    def tell_feedback(self, row: BriefRow) -> None:
        """It was told."""
        found = self._page.acts.feedback_of(row)
        if found is not None:
            self._page.acts.tell(found)
