"""The question bank, as rows for one person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from careerdesk.compat import override
from careerdesk.domain.text import one_line
from careerdesk.domain.views import AskedQuestion
from careerdesk.i18n import tr
from careerdesk.ui.base.texts import lens_word
from careerdesk.ui.discovery.question_row import asked_text
from careerdesk.ui.widgets.record_list import RecordListModel


class QuestionModel(RecordListModel[AskedQuestion]):
    """Rows are `AskedQuestion`s."""

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        """Start without rows; *today* gives the day that *months ago* counts from."""
        super().__init__(parent)
        self._today = today

    @override
    def text(self, row: AskedQuestion) -> str:
        """The question on one line."""
        return one_line(row.words)

    @override
    def tip(self, row: AskedQuestion) -> str | None:
        """None: the view says the whole question where it is cut."""
        return None

    @override
    def spoken(self, row: AskedQuestion) -> str:
        """Question, lens, and when it was asked last."""
        asked = asked_text(row, self._today())
        if row.last_asked is not None:
            asked = tr("asked {when}", when=asked)
        return tr(
            "{question} {lens}, {asked}",
            question=self.text(row),
            lens=lens_word(row.question.lens),
            asked=asked,
        )
