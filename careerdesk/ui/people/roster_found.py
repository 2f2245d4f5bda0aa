"""What was found in a table: its columns, those not used, its letters, and what is doubtful."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.domain.roster import Roster
from careerdesk.domain.roster_encodings import CHOICES
from careerdesk.i18n import tr
from careerdesk.ui.base import names
from careerdesk.ui.base.texts import plain_tip, remark_words
from careerdesk.ui.people.roster_model import field_word
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.labels import Muted, SmallLabel

MOST_IGNORED = 12  # titles that are named; a table may have a thousand


class RosterFound(QWidget):
    """Says it in as few lines as there is something to say; `picked` carries another encoding."""

    picked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = Muted(tr("Reading the table…"), wrap=True)
        self.ignored = Muted(wrap=True)
        self.remarks = Muted(wrap=True)
        self.remarks.set_kind("warning")
        self.remarks.setObjectName(names.IMPORT_REMARKS)
        options: list[tuple[object, str]] = [(name, encoding_word(name)) for name in CHOICES]
        self.encoding = DropDown(theme, options, tr("Encoding"), name=names.IMPORT_ENCODING)
        self.encoding.picked.connect(self.picked)
        self._letters = SmallLabel(tr("Encoding"), self)
        self._letters.setBuddy(self.encoding)
        self._arrange(theme)

    def _arrange(self, theme: Theme) -> None:
        letters = QHBoxLayout()
        letters.setSpacing(8)
        letters.addWidget(self._letters)
        letters.addWidget(self.encoding)
        letters.addStretch(1)
        self.encoding.setMaximumWidth(theme.look.measure(360))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for label in (self.columns, self.ignored, self.remarks):
            column.addWidget(label)
        column.addLayout(letters)
        for hidden in (self.ignored, self.remarks, self._letters, self.encoding):
            hidden.hide()

    def show_roster(self, roster: Roster) -> None:
        """Say what was found; a choice of letters is shown where there are any but plain ones."""
        found = (f"{field_word(key)} ({title})" for key, title in roster.columns.items())
        self.columns.setText(tr("Columns found: {columns}", columns=", ".join(found)))
        self.ignored.setText(ignored_words(roster))
        self.ignored.setToolTip(plain_tip(", ".join(roster.ignored)))
        self.remarks.setText("\n".join(map(remark_words, roster.remarks)))
        for label in (self.ignored, self.remarks):
            label.setVisible(bool(label.text()))
        if roster.matters or self.encoding.isVisibleTo(self):
            self._show_encoding(roster.encoding)

    def _show_encoding(self, encoding: str) -> None:
        others = [] if encoding in CHOICES else [encoding]
        self.encoding.set_options([(name, encoding_word(name)) for name in (*CHOICES, *others)])
        self.encoding.set_value(encoding)
        self._letters.show()
        self.encoding.show()


def ignored_words(roster: Roster) -> str:
    """Which columns are not used, in a sentence, or nothing."""
    if not roster.ignored:
        return ""
    named = ", ".join(roster.ignored[:MOST_IGNORED])
    more = " …" if len(roster.ignored) > MOST_IGNORED else ""
    return tr("Columns not used: {columns}", columns=named + more)


def encoding_word(name: str) -> str:
    """An encoding as programs for tables call it."""
    return {
        "utf-8": "UTF-8",
        "utf-16": "UTF-16",
        "utf-32": "UTF-32",
        "utf-16-le": "UTF-16 LE",
        "utf-16-be": "UTF-16 BE",
        "cp1252": tr("Western European (Windows-1252)"),
        "mac-roman": tr("Western European (Mac Roman)"),
        "cp1250": tr("Central European (Windows-1250)"),
        "iso8859-2": tr("Central European (ISO 8859-2)"),
        "cp850": tr("Western European (DOS 850)"),
        "cp1254": tr("Turkish (Windows-1254)"),
        "cp1251": tr("Cyrillic (Windows-1251)"),
        "cp1253": tr("Greek (Windows-1253)"),
        "cp932": tr("Japanese (Shift JIS)"),
        "gb18030": tr("Chinese, simplified (GB 18030)"),
        "big5": tr("Chinese, traditional (Big5)"),
        "cp949": tr("Korean (Windows-949)"),
    }.get(name, name)
