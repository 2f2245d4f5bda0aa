"""Who answers for the words in a field: whose they are, and that none of them are lost."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QWidget

from careerdesk.domain.drafts import Owner

HELD_BY = "heldBy"
DISCARDED = "discarded"


class Holder(Protocol):
    """Answers for fields; `owner` is None while they stand empty for nobody."""

    owner: Owner | None
    stores: bool  # each change is a step of the store: the fields have no undo of their own


def is_discarded(field: QWidget) -> bool:
    """Whether *field* was taken off its page, and only waits for its end."""
    return bool(field.window().property(DISCARDED))


def hold(field: QWidget, holder: Holder) -> None:
    """Say who answers for the words in *field*."""
    field.setProperty(HELD_BY, holder)


def holder_of(field: QWidget | None) -> Holder | None:
    """Who answers for the words in *field*, if anybody does."""
    while field is not None:
        holder: Holder | None = field.property(HELD_BY)
        if holder is not None:
            return holder
        field = field.parentWidget() if field.objectName() == "qt_spinbox_lineedit" else None
    return None


class Finding:
    """Holds the words of a field that only finds: they are stored nowhere and may go any time."""

    stores = False

    def __init__(self, field: QWidget) -> None:
        self.owner: Owner | None = Owner(handle=field.objectName())
        hold(field, self)
