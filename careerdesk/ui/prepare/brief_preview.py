"""A brief on one page, to take along."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from careerdesk.documents.brief import brief_document
from careerdesk.documents.model import Document
from careerdesk.documents.pdf import default_paper
from careerdesk.domain.parts import Parts, at_once
from careerdesk.i18n import tr
from careerdesk.services.brief import Brief
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.document_words import document_words
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.labels import Strong
from careerdesk.ui.widgets.private_preview import PrivatePreview

WITH_PRIVATE, PAPER = "briefWithPrivate", "briefPaper"


class BriefPreview(PrivatePreview):
    """A brief on the sheet that is chosen."""

    def __init__(self, ctx: Context, brief: Brief, parent: QWidget | None = None) -> None:
        """Show the brief without what is private."""
        self._brief = brief
        sheets = [(one, one) for one in dict.fromkeys((default_paper(), "A4", "A5", "Letter"))]
        self.paper = DropDown(ctx.theme, sheets, tr("Paper size"), name=PAPER)
        super().__init__(
            ctx,
            self._made,
            tr("brief"),
            tr("Print preview of the brief"),
            parent,
            box=WITH_PRIVATE,
            warns=tr(
                "For your eyes only: includes private agenda items, feedback and temperature."
            ),
        )
        self.setObjectName("briefPreview")
        self.setWindowTitle(tr("Export brief"))
        self.head.addWidget(Strong(tr("Everything you need on one page."), wrap=True))
        self.head.addWidget(self.paper)
        self.head.addWidget(self.private)
        self.head.addWidget(self.warning)
        self.paper.picked.connect(self.make_again)

    def _made(self, private: bool) -> Parts[Document]:
        paper = str(self.paper.value())
        words = document_words()
        return at_once(brief_document(self._brief, words, private=private, paper=paper))
