"""The seal of a review: when it was set, the first digits of its digest, what changed since."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from careerdesk.domain.reviews.records import Seal
from careerdesk.domain.reviews.seal import SHOWN_DIGITS
from careerdesk.i18n import tr, trn
from careerdesk.ui.base.texts import MIDDLE_DOT, Dates
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.labels import Body, Caption, Strong
from careerdesk.ui.widgets.section import IconMark

SEAL_BADGE = "sealBadge"
DRAWING = 26
GROUP = 4  # digits that stand together


class SealBadge(QFrame):
    """Tells of a seal in two lines; its accessible name is both as one sentence."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Tell nothing yet."""
        super().__init__(parent)
        self.setObjectName(SEAL_BADGE)
        self.setProperty("kind", "seal")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.word = Strong(tr("Sealed"))
        self.word.set_kind("accent")
        self.when = Body()
        self.caption = Caption()
        first = QHBoxLayout()
        first.setSpacing(5)
        first.addWidget(self.word)
        first.addWidget(self.when)
        first.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addLayout(first)
        words.addWidget(self.caption)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 14, 6)
        row.setSpacing(11)
        row.addWidget(IconMark(theme, "seal", DRAWING, "growth"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words)

    def show_seal(self, seal: Seal, changes: int | None) -> None:
        """Tell of a seal under which so many things were changed since; None: nobody can tell."""
        when = sealed_when(seal)
        parts = [tr("digest {digits}", digits=digits(seal))]
        if changes is not None:
            parts.append(changes_words(changes))
        self.when.setText(when)
        self.caption.setText(MIDDLE_DOT.join(parts))
        self.setToolTip(tr("SHA-256 digest: {digest}", digest=seal.digest))
        self.setAccessibleName(", ".join((tr("Sealed"), when, *parts)))


def digits(seal: Seal) -> str:
    """The first digits of a digest, in groups: *7f3a 91c2*."""
    shown = seal.digest[:SHOWN_DIGITS]
    return " ".join(shown[at : at + GROUP] for at in range(0, len(shown), GROUP))


def changes_words(count: int) -> str:
    """*2 changes since*."""
    if not count:
        return tr("no changes since")
    return trn("1 change since then", "{n} changes since then", count)


def sealed_when(seal: Seal) -> str:
    """*9 November 2026, 16:20*; in words where the moment was changed from outside."""
    if seal.sealed_on is None:
        return tr("on an unknown date")
    return f"{Dates.long_day(seal.sealed_on)}, {Dates.time(seal.sealed_at.astimezone())}"
