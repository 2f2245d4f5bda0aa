"""The check-ins with a person, to be read again on paper."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from careerdesk.documents.checkins import summary_document
from careerdesk.documents.model import Document
from careerdesk.i18n import tr
from careerdesk.services import exporting
from careerdesk.ui.base.announce import announce
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.document_words import document_words
from careerdesk.ui.widgets.buttons import TickBox
from careerdesk.ui.widgets.document_preview import DocumentPreview
from careerdesk.ui.widgets.labels import Caption, Strong

CHECK_INS_PREVIEW, WITH_PRIVATE = "talksPreview", "talksWithPrivate"


class CheckInsPreview(DocumentPreview):
    """What is private is left out until it is asked for."""

    def __init__(self, ctx: Context, person_id: int, parent: QWidget | None = None) -> None:
        """Show the check-ins without what is private; raises `NotFound`."""
        document = _made(ctx, person_id, private=False)
        super().__init__(
            ctx, document, tr("checkins"), tr("Print preview of the check-ins"), parent
        )
        self._person_id = person_id
        self.setObjectName(CHECK_INS_PREVIEW)
        self.setWindowTitle(tr("Export check-ins"))
        self.private = TickBox(ctx.theme, tr("Include private"), name=WITH_PRIVATE)
        self.warning = Caption(wrap=True)
        self.head.addWidget(Strong(tr("All earlier check-ins, newest first."), wrap=True))
        self.head.addWidget(self.private)
        self.head.addWidget(self.warning)
        self.private.toggled.connect(self._make)
        ctx.sharing.hide_while_sharing(self.private, self.warning)
        self._tell()

    def _make(self) -> None:
        private = self.private.isChecked()
        self.document = _made(self._ctx, self._person_id, private=private)
        self._tell()
        announce(self, self.warning.text())
        self.show_pages()

    def _tell(self) -> None:
        private = self.private.isChecked()
        self.warning.set_kind("warning" if private else "caption")
        self.warning.setText(
            tr("For your eyes only: includes private notes, points and temperature.")
            if private
            else tr("Contains nothing private.")
        )


def _made(ctx: Context, person_id: int, *, private: bool) -> Document:
    today = ctx.clock.today()
    found = exporting.check_ins_summary(ctx.store, person_id, today, private=private)
    return summary_document(found, document_words())
