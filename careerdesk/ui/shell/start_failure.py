"""What stands in the window when a part of it could not be made: words, and a way out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from careerdesk import paths
from careerdesk.i18n import tr

MARGIN = 48


class StartFailure(QWidget):
    """Says that the window could not be made, and why if that is known.

    It is made of Qt's plain parts: whatever of ours failed may be what others are made of.
    """

    def __init__(self, why: str) -> None:
        """Show *why*, a sentence, or else where the log is."""
        super().__init__()
        self.setObjectName("startFailure")
        self.words = QLabel(
            "\n\n".join(
                (
                    tr("CareerDesk couldn't open its window."),
                    why or _where_it_is_said(),
                    tr(
                        "Close CareerDesk and start it again. To check that your data file "
                        "is intact, run careerdesk check in a terminal."
                    ),
                )
            )
        )  # fmt: skip
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.button = QPushButton(tr("Close"))
        self.button.setObjectName("closeFailedStart")
        self.button.setAutoDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(16)
        column.addWidget(self.words)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)


def _where_it_is_said() -> str:
    return tr("See the log for details: {path}", path=paths.state_dir() / "careerdesk.log")
