"""The longer texts of a goal: what it is for, on both sides, and the private note."""

from __future__ import annotations

from careerdesk.i18n import tr
from careerdesk.ui.base import names
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.private import private_name

TEXT_LINES = (1, 9)


def text_fields(theme: Theme) -> dict[str, NoteEditor]:
    """Their editors by the names of the fields, each as high as its words."""
    fields = {
        "for_person": NoteEditor(
            theme,
            tr("For the person"),
            name=names.ITEM_FOR_PERSON,
            role="body",
            placeholder=tr("What they want from this goal, in their own words"),
        ),
        "for_business": NoteEditor(
            theme,
            tr("For the business"),
            name=names.ITEM_FOR_BUSINESS,
            role="body",
            placeholder=tr("What the team or company gets out of this goal"),
        ),
        "private_note": NoteEditor(
            theme,
            private_name(tr("note on the goal")),
            name=names.ITEM_PRIVATE_NOTE,
            role="body",
            placeholder=tr("Never included in anything you share"),
            private=True,
        ),
    }
    for field in fields.values():
        field.document().setDocumentMargin(1)
        field.grow(*TEXT_LINES)
    return fields
