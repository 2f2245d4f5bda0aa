"""A document from which what is private is left out until it is asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from careerdesk.documents.model import Document
from careerdesk.domain.parts import Parts
from careerdesk.i18n import tr
from careerdesk.ui.base.announce import announce
from careerdesk.ui.base.context import Context
from careerdesk.ui.widgets.buttons import TickBox
from careerdesk.ui.widgets.document_preview import DocumentPreview
from careerdesk.ui.widgets.labels import Caption

NOTHING_PRIVATE = False  # as it is shown first


class PrivatePreview(DocumentPreview):
    """Shows what *make* makes, with what is private once *private* is ticked, and says so.

    *warns* says what is in it then. Neither is there while the screen is shared. A subclass puts
    `private` and `warning` where it wants them.
    """

    def __init__(
        self,
        ctx: Context,
        make: Callable[[bool], Parts[Document]],
        what: str,
        label: str,
        parent: QWidget | None,
        *,
        box: str,
        warns: str,
    ) -> None:
        """Show it without what is private; *box* is the handle of the tick."""
        self._make, self._warns = make, warns
        super().__init__(ctx, make(NOTHING_PRIVATE), what, label, parent)
        self.private = TickBox(ctx.theme, tr("Include private content"), name=box)
        self.warning = Caption(wrap=True)
        self.private.toggled.connect(self.make_again)
        ctx.sharing.hide_while_sharing(self.private, self.warning)
        self._tell()

    def make_again(self) -> None:
        """Show it as it is wanted now, and say what is in it."""
        making = self._make(self.private.isChecked())
        self._tell()
        announce(self, self.warning.text())
        self.show_document(making)

    def _tell(self) -> None:
        private = self.private.isChecked()
        self.warning.set_kind("warning" if private else "caption")
        self.warning.setText(self._warns if private else tr("Contains nothing private."))
