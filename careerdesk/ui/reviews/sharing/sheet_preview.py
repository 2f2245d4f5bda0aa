"""A review as it is handed over: the share sheet for its person, or the packet for the meeting."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from careerdesk.documents.model import Document
from careerdesk.documents.reviews.packet import packet_document
from careerdesk.documents.reviews.sheet import sheet_document
from careerdesk.domain.parts import at_once
from careerdesk.i18n import tr
from careerdesk.services.reviews import reviews
from careerdesk.services.reviews.sheet import packet, share_sheet, sheet_read
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.document_words import document_words
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.reviews.sharing.seal_head import broken_sheet_words
from careerdesk.ui.theme.theme import set_area
from careerdesk.ui.widgets.buttons import TickBox
from careerdesk.ui.widgets.document_preview import DocumentPreview
from careerdesk.ui.widgets.labels import Caption, Muted, Strong

REVIEW_PREVIEW, WITH_NAMES = "reviewPreview", "packetWithNames"
Kind = Literal["share", "packet"]


class ReviewPreview(DocumentPreview):
    """Shows the pages as they will be read; *ctx* is the one of Reviews."""

    def __init__(
        self,
        ctx: Context,
        review_id: int,
        parent: QWidget | None = None,
        kind: Kind = "share",
        *,
        sheet_id: int = 0,
    ) -> None:
        """Show what its person reads (*share*) or the *packet*; raises `NotFound`.

        *sheet_id* is of something that was shared: without one it is what was read last.
        """
        self._review_id = review_id
        if kind == "packet":
            document = _packet(ctx, review_id)
        else:
            view = reviews.get(ctx.store, review_id)
            self._is_broken = view.is_sheet_broken
            self._sheet = (
                sheet_read(view, sheet_id) if sheet_id else share_sheet(ctx.store, review_id)
            )
            document = sheet_document(self._sheet, ctx.clock.today(), document_words())
        what = tr("review-packet") if kind == "packet" else tr("review")
        label = tr("Packet preview") if kind == "packet" else tr("Share sheet preview")
        super().__init__(ctx, at_once(document), what, label, parent)
        self.setObjectName(REVIEW_PREVIEW)
        set_area(self, "review")
        if kind == "packet":
            self._head_packet()
        else:
            self._head_share()

    def _head_share(self) -> None:
        self.setWindowTitle(tr("Share sheet"))
        sheet = self._sheet
        name, on = sheet.whose.short_name, sheet.shared_on
        if sheet.is_as_read and on:
            words = tr("This is what {name} read on {day}.", name=name, day=Dates.long_day(on))
        elif on:
            words = tr("There's no copy of what {name} read. This is the current sheet.", name=name)
        else:
            words = tr("This is what {name} will read.", name=name)
        self.head.addWidget(Strong(words, wrap=True))
        self.head.addWidget(
            Muted(
                tr("Leaves out calibration notes, pay and the names of people who gave feedback."),
                wrap=True,
            )
        )
        if self._is_broken and sheet.is_as_read:
            told = Caption(broken_sheet_words(), wrap=True)
            told.set_kind("danger")
            self.head.addWidget(told)
        if sheet.is_draft:
            told = Caption(tr("Not sealed yet. Every page is marked as a draft."), wrap=True)
            told.set_kind("warning")
            self.head.addWidget(told)

    def _head_packet(self) -> None:
        self.setWindowTitle(tr("Review packet"))
        told = Caption(
            tr(
                "Confidential: includes ratings, calibration and pay. Every page is marked as "
                "confidential."
            ),
            wrap=True,
        )
        told.set_kind("warning")
        self.head.addWidget(Strong(tr("For the approval meeting."), wrap=True))
        self.head.addWidget(told)
        names = TickBox(self._ctx.theme, tr("Show who said what"), name=WITH_NAMES)
        names.toggled.connect(self._make)
        self.head.addWidget(names)

    @Slot(bool)
    def _make(self, names: bool) -> None:
        self.show_document(at_once(_packet(self._ctx, self._review_id, names=names)))


def _packet(ctx: Context, review_id: int, *, names: bool = False) -> Document:
    found = packet(ctx.store, review_id, include_names=names)
    return packet_document(found, ctx.clock.today(), document_words())
