"""The share sheet as its person reads it, on the page (`documents.reviews.sheet`: on paper)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from careerdesk.documents.prose import prose
from careerdesk.domain.reviews.evidence import split_list
from careerdesk.domain.reviews.sheet import ShareSheet
from careerdesk.i18n import tr
from careerdesk.ui.base.texts import MIDDLE_DOT, Dates
from careerdesk.ui.widgets.labels import Body, Caption, Heading, Lead, Muted, SmallLabel, Title

MOST = 20_000  # characters of a text; the export has all of it
PAPER = "sharePaper"


class SheetPart(QWidget):
    """A heading and its words; gone while there are none."""

    def __init__(self, title: str, name: str) -> None:
        super().__init__()
        self.title = SmallLabel(title)
        self.words = Lead(wrap=True)
        self.words.setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.words)

    def show_words(self, words: str) -> None:
        """Show a text without the marks of its Markdown."""
        self.words.setText(readable(words))
        self.setVisible(bool(self.words.text()))


class SheetPaper(QFrame):
    """A `ShareSheet` on a card: it has no place for what its person does not read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setObjectName(PAPER)
        self.cycle = Caption(wrap=True)
        self.name = Title(wrap=True)
        self.facts = Muted(wrap=True)
        self.rating = Heading(wrap=True)
        self.rating.setObjectName("sheetRating")
        self.meaning = Body(wrap=True)
        self.narrative = SheetPart(tr("Looking back"), "sheetNarrative")
        self.strengths = SheetPart(tr("Based on"), "sheetStrengths")
        self.gaps = SheetPart(tr("Towards the next level"), "sheetGaps")
        self.goals = SheetPart(tr("Goals from this review"), "sheetGoals")
        self.closing = SheetPart(tr("Closing remarks"), "sheetClosing")
        self.nothing = Muted(tr("There's nothing to read yet."), wrap=True)
        self._arrange()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 28)
        column.setSpacing(4)
        head: tuple[QWidget, ...] = (self.cycle, self.name, self.facts)
        for widget in head:
            column.addWidget(widget)
        column.addSpacing(12)
        for widget in (self.rating, self.meaning, self.narrative, self.strengths, self.gaps,
                       self.goals, self.closing, self.nothing):  # fmt: skip
            column.addWidget(widget)
        column.addStretch(1)

    def show_sheet(self, sheet: ShareSheet, today: date) -> None:
        """Show what the person will read."""
        whose = sheet.whose
        period = Dates.period(whose.starts_on, whose.ends_on)
        self.cycle.setText(MIDDLE_DOT.join((whose.cycle, period)))
        self.name.setText(whose.name)
        facts = MIDDLE_DOT.join(part for part in (whose.title, whose.level, whose.team) if part)
        _say(self.facts, facts)
        _say(self.rating, sheet.rating)
        _say(self.meaning, sheet.rating_meaning if sheet.rating else "")
        self.narrative.show_words(sheet.narrative)
        rests = [
            f"{one.title} ({_unbroken(Dates.short_day(one.on, today))})" for one in sheet.strengths
        ]
        self.strengths.show_words(_listed(rests))
        self.gaps.show_words(_listed(split_list(sheet.gaps)))
        self.goals.show_words(_listed(sheet.goals))
        self.closing.show_words(sheet.closing)
        self.nothing.setVisible(sheet.is_empty)

    def show_closing(self, words: str) -> None:
        """Follow the closing words while they are typed."""
        self.closing.show_words(words)


def readable(note: str) -> str:
    """A note as its documents have it: without marks, lines of a list with a point."""
    words = "\n\n".join(prose(note[:MOST]))
    return (
        tr("{words}… (the export contains the full text)", words=words)
        if len(note) > MOST
        else words
    )


def _say(label: QLabel, words: str) -> None:
    """Show words; a label that has none takes no room."""
    label.setText(words)
    label.setVisible(bool(words))


def _listed(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _unbroken(words: str) -> str:
    return words.replace(" ", "\u00a0")
