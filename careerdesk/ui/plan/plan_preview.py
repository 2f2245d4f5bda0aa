"""A plan as its person will read it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from careerdesk.documents.plan import plan_document
from careerdesk.domain.parts import at_once
from careerdesk.i18n import tr
from careerdesk.services import exporting
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.document_words import document_words
from careerdesk.ui.widgets.document_preview import DocumentPreview
from careerdesk.ui.widgets.labels import Muted, Strong


class PlanPreview(DocumentPreview):
    """Nothing private can be in it."""

    def __init__(self, ctx: Context, plan_id: int, parent: QWidget | None = None) -> None:
        """Show the plan; raises `NotFound`."""
        shared, agreed = exporting.plan_to_hand_over(ctx.store, plan_id)
        document = plan_document(shared, ctx.clock.today(), document_words(), agreed)
        super().__init__(
            ctx, at_once(document), tr("plan"), tr("The plan as they'll see it"), parent
        )
        self.setObjectName("planPreview")
        self.setWindowTitle(tr("Export plan"))
        name = shared.person_short_name
        self.head.addWidget(Strong(tr("This is what {name} will read.", name=name), wrap=True))
        nothing = Muted(tr("Contains nothing private."), wrap=True)
        self.head.addWidget(nothing)
        ctx.sharing.hide_while_sharing(nothing)
