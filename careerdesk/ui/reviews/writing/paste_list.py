"""Where a list from elsewhere is pasted: it says before it is kept how many it is split into."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from careerdesk.compat import override
from careerdesk.domain.reviews.evidence import split_list
from careerdesk.i18n import tr, trn
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.unstored import TEXT, Unstored
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.inline_form import InlineForm
from careerdesk.ui.widgets.labels import Caption, SmallLabel

PASTE_TEXT, PASTE_COUNT = "accomplishmentPasteText", "accomplishmentPasteCount"
SHOWN = 3


class PasteList(InlineForm):
    """`saved` carries the accomplishments that the text is split into."""

    saved = Signal(list)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(ctx.theme, "accomplishmentPasted", parent)
        hint = tr("One item per line or paragraph. Bullets and numbers will be removed.")
        self.text = GrowingText(tr("Paste a list to split into items"), hint, name=PASTE_TEXT)
        self.count = Caption(wrap=True)
        self.count.setObjectName(PASTE_COUNT)
        self.column.addWidget(SmallLabel(self.text.accessibleName()))
        self.column.addWidget(self.text)
        self.column.addWidget(self.count)
        self.end()
        self.unstored = Unstored(ctx, PASTE_TEXT, {TEXT: self.text})
        self.text.textChanged.connect(self._preview)  # words come and go by the program too
        self._preview()

    def focus_first(self) -> None:
        """Where the list goes."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.text, self.save, self.cancel]

    @Slot()
    def _preview(self) -> None:
        found = split_list(self.text.text())
        self.save.setEnabled(bool(found))
        self.save.set_words(_button(len(found)))
        shown = "; ".join(found[:SHOWN]) + ("; …" if len(found) > SHOWN else "")
        self.count.setText(tr("{n}: {list}", n=len(found), list=shown) if found else "")
        self.count.setVisible(bool(found))

    @override
    def keep(self) -> None:
        """Tell what the text is split into."""
        found = split_list(self.text.text())
        if found:
            self.saved.emit(found)


def _button(count: int) -> str:
    if not count:
        return tr("Add")
    return trn("Add 1", "Add {n}", count)
