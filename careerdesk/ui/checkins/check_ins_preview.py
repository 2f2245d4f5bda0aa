"""The check-ins with a person, to be read again on paper."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from careerdesk.documents.checkins import composing_summary
from careerdesk.documents.model import Document
from careerdesk.domain.parts import Parts
from careerdesk.i18n import tr
from careerdesk.services import exporting
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.document_words import document_words
from careerdesk.ui.widgets.labels import Strong
from careerdesk.ui.widgets.private_preview import PrivatePreview

CHECK_INS_PREVIEW, WITH_PRIVATE = "talksPreview", "talksWithPrivate"


class CheckInsPreview(PrivatePreview):
    """All earlier check-ins with a person."""

    def __init__(self, ctx: Context, person_id: int, parent: QWidget | None = None) -> None:
        """Show the check-ins without what is private; raises `NotFound`."""
        super().__init__(
            ctx,
            lambda private: _made(ctx, person_id, private=private),
            tr("checkins"),
            tr("Check-in print preview"),
            parent,
            box=WITH_PRIVATE,
            warns=tr("For your eyes only: includes private notes, agenda items and temperature."),
        )
        self.setObjectName(CHECK_INS_PREVIEW)
        self.setWindowTitle(tr("Export check-ins"))
        self.head.addWidget(Strong(tr("All earlier check-ins, newest first."), wrap=True))
        self.head.addWidget(self.private)
        self.head.addWidget(self.warning)


def _made(ctx: Context, person_id: int, *, private: bool) -> Parts[Document]:
    today = ctx.clock.today()
    found = exporting.check_ins_summary(ctx.store, person_id, today, private=private)
    return composing_summary(found, document_words())
