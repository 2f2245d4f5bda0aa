"""The row that adds points to the agenda of somebody, with its choices."""

from __future__ import annotations

from careerdesk.domain.records import Owner, Person
from careerdesk.i18n import tr, trn
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.person_words import group_of
from careerdesk.ui.widgets.add_row import AddRow
from careerdesk.ui.widgets.buttons import Chip


class AgendaAdd(AddRow):
    """Enter adds a point, many lines add many; from whom, private and how often are choices."""

    def __init__(self, ctx: Context, place: str) -> None:
        """Start with nobody; *place* goes into the handles of the choices."""
        super().__init__(ctx.theme, tr("Add an item"), key_hint="A")
        self._ctx = ctx
        self._person_id = 0
        self.theirs = Chip(ctx.theme, tr("Theirs"), name=f"{place}PointTheirs", checkable=True)
        self.private = Chip(
            ctx.theme, tr("Private"), "lock", name=f"{place}PointPrivate", checkable=True
        )
        self.repeats = Chip(
            ctx.theme, tr("Every time"), name=f"{place}PointRepeats", checkable=True
        )
        ctx.sharing.hide_while_sharing(self.private)
        for chip in (self.theirs, self.private, self.repeats):
            self.add_choice(chip)
        self.unstored = self.keep_words(ctx, f"{place}PointAdd")
        self.edit.submitted.connect(self._add)
        self.left.connect(self._begin_again)

    def serve(self, person: Person) -> None:
        """Add to this person's agenda."""
        self._person_id = person.id
        self.unstored.belong_to(person.id)
        self.theirs.set_words(group_of(Owner.THEM, person))

    def _add(self, lines: list[str]) -> None:
        from careerdesk.services import checkins

        owner = Owner.THEM if self.theirs.isChecked() else Owner.ME
        added = try_action(
            self._ctx, checkins.add_agenda_points, self._ctx.store, self._person_id, lines,
            owner=owner, private=self.private.isChecked(), repeating=self.repeats.isChecked(),
        )  # fmt: skip
        if added and len(lines) > 1:
            added.say(trn("1 item added", "{n} items added", len(lines)))

    def _begin_again(self) -> None:
        for chip in (self.theirs, self.private, self.repeats):
            chip.setChecked(False)
