"""How a field says that it cannot take what was typed: to the eye and to a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QToolTip, QWidget

from careerdesk.ui.base.announce import announce
from careerdesk.ui.theme.theme import set_kind
from careerdesk.ui.widgets.labels import plain_tip


def refuse(field: QWidget, sentence: str) -> None:
    """Mark a field, and say why below it; what was typed stays."""
    set_kind(field, "true", "refused")
    field.setAccessibleDescription(sentence)
    QToolTip.showText(field.mapToGlobal(QPoint(0, field.height())), plain_tip(sentence), field)
    announce(field, sentence)


def forgive(field: QWidget) -> None:
    """Take the mark away."""
    set_kind(field, "", "refused")
    field.setAccessibleDescription("")
