"""Telling a screen reader what is shown without being asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str, *, urgent: bool = False) -> None:
    """Have *words* spoken; *urgent* ones at once, in the middle of whatever is read."""
    if words:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # dear, and late

        event = QAccessibleAnnouncementEvent(widget, words)
        if urgent:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)
