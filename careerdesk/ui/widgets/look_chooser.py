"""The choice of light, dark, high contrast or the system's own."""

from __future__ import annotations

from PySide6.QtCore import Slot

from careerdesk.i18n import tr
from careerdesk.ui.base.context import Context
from careerdesk.ui.widgets.drop_down import DropDown


class LookChooser(DropDown):
    """The choice of colours; it holds at once and at the next start."""

    def __init__(self, ctx: Context, handle: str) -> None:
        options: tuple[tuple[object, str], ...] = (
            ("system", tr("Match system")),
            ("light", tr("Light")),
            ("dark", tr("Dark")),
            ("high_contrast", tr("High contrast")),
        )
        super().__init__(ctx.theme, options, tr("Appearance"), name=handle)
        self._ctx = ctx
        self.set_value(ctx.theme.choice)
        self.picked.connect(self._choose)

    @Slot(object)
    def _choose(self, choice: str) -> None:
        self._ctx.settings.setValue("theme", choice)
        self._ctx.theme.choose(choice)
