"""A brief on one page, to take along."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from careerdesk.documents.brief import brief_document
from careerdesk.documents.pdf import default_paper
from careerdesk.i18n import tr
from careerdesk.services.brief import Brief
from careerdesk.ui.base.announce import announce
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.document_words import document_words
from careerdesk.ui.widgets.buttons import TickBox
from careerdesk.ui.widgets.document_preview import DocumentPreview
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.labels import Caption, Strong

WITH_PRIVATE, PAPER = "briefWithPrivate", "briefPaper"


class BriefPreview(DocumentPreview):
    """What is private is left out until it is asked for."""

    def __init__(self, ctx: Context, brief: Brief, parent: QWidget | None = None) -> None:
        """Show the brief without what is private."""
        self._brief = brief
        document = brief_document(brief, document_words(), private=False)
        super().__init__(ctx, document, tr("brief"), tr("Print preview of the brief"), parent)
        self.setObjectName("briefPreview")
        self.setWindowTitle(tr("Export brief"))
        self.private = TickBox(ctx.theme, tr("Include private"), name=WITH_PRIVATE)
        sheets = [(one, one) for one in dict.fromkeys((default_paper(), "A4", "A5", "Letter"))]
        self.paper = DropDown(ctx.theme, sheets, tr("Sheet"), name=PAPER)
        self.warning = Caption(wrap=True)
        self.head.addWidget(Strong(tr("Everything you need on one page."), wrap=True))
        self.head.addWidget(self.paper)
        self.head.addWidget(self.private)
        self.head.addWidget(self.warning)
        self.private.toggled.connect(self._make)
        self.paper.picked.connect(self._make)
        ctx.sharing.hide_while_sharing(self.private, self.warning)
        self._tell()

    def _make(self) -> None:
        private, paper = self.private.isChecked(), str(self.paper.value())
        words = document_words()
        self.document = brief_document(self._brief, words, private=private, paper=paper)
        self._tell()
        announce(self, self.warning.text())
        self.show_pages()

    def _tell(self) -> None:
        private = self.private.isChecked()
        self.warning.set_kind("warning" if private else "caption")
        self.warning.setText(
            tr("For your eyes only: includes private points, feedback and temperature.")
            if private
            else tr("Contains nothing private.")
        )
