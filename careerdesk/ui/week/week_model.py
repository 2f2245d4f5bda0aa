"""The rows of the close of a week: what is known of a person, and what is typed for them."""

from __future__ import annotations

from datetime import date

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.domain.week import Notice, WeekRow
from careerdesk.i18n import tr
from careerdesk.ui.base.texts import plain_tip
from careerdesk.ui.week.week_words import (
    check_ins_words,
    is_late,
    notice_words,
    promises_words,
    quiet_words,
    untold_words,
)
from careerdesk.ui.widgets.record_list import RecordListModel


@dataclass(frozen=True, slots=True)
class WeekLine:
    """A row as it is shown on a day; `words` are typed and stored nowhere but as a draft."""

    row: WeekRow
    today: date
    words: str = ""
    what: Notice = Notice.PRAISE

    @property
    def id(self) -> int:
        """The person's id."""
        return self.row.id

    @property
    def quiet(self) -> str:
        """That nothing was noted for some time, if so."""
        return quiet_words(self.row, self.today)

    @property
    def check_ins(self) -> str:
        """The check-ins of next week."""
        return check_ins_words(self.row.check_ins)

    @property
    def promises(self) -> str:
        """What I promised."""
        return promises_words(self.row.promises, self.today)

    @property
    def is_late(self) -> bool:
        """Whether a promise is."""
        return any(is_late(one, self.today) for one in self.row.promises)

    @property
    def untold(self) -> str:
        """The praise that waits."""
        return untold_words(self.row.untold)

    @property
    def known(self) -> list[str]:
        """All that is known, in sentences; private last."""
        check_ins = tr("Next week: {check_ins}", check_ins=self.check_ins) if self.check_ins else ""
        promises = tr("My promises: {promises}", promises=self.promises)
        return [
            part
            for part in (check_ins, promises if self.promises else "", self.untold, self.quiet)
            if part
        ]


class WeekModel(RecordListModel[WeekLine]):
    """Rows are `WeekLine`s."""

    @override
    def text(self, row: WeekLine) -> str:
        """The name."""
        return row.row.person.name

    @override
    def tip(self, row: WeekLine) -> str:
        """All of it, since any of it may be cut."""
        return plain_tip("\n".join((row.row.person.name, *row.known)))

    @override
    def spoken(self, row: WeekLine) -> str:
        """The name, what is known, and what is typed already."""
        typed = ""
        if row.words:
            typed = tr(
                "{what}, not saved yet: {words}", what=notice_words()[row.what], words=row.words
            )
        return ". ".join(part for part in (row.row.person.name, *row.known, typed) if part)
