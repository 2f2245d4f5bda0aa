"""Lines jotted down elsewhere and pasted here: they go into the rows of those they are about."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.records import Person
from careerdesk.domain.week_lines import Jotted, read_jotted, without
from careerdesk.i18n import tr, trn
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.keys import ENTER
from careerdesk.ui.base.unstored import TEXT, Unstored
from careerdesk.ui.widgets.buttons import TextButton
from careerdesk.ui.widgets.discard import discard_all
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.labels import Caption

JOTTED, JOTTED_HINT, JOTTED_WHO = "weekJotted", "weekJottedHint", "weekJottedWho"
MOST_NAMES = 4  # that are offered to choose from, or named in a sentence
LONGEST = 2_000  # characters of a line

Put = Callable[[int, str], bool]
"""Lets words stand in the row of a person; False where others do."""


class JottedText(GrowingText):
    """`line_ended` once a line is through: after Enter, or when lines were pasted."""

    line_ended = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins another line, and ends this one."""
        super().keyPressEvent(event)
        if event.key() in ENTER:
            self.line_ended.emit()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pasted lines are through."""
        super().insertFromMimeData(source)
        self.line_ended.emit()


class JottedBox(QWidget):
    """Holds the lines that found no place yet, and says in a sentence why."""

    def __init__(self, ctx: Context, put: Put, parent: QWidget | None = None) -> None:
        """*put* takes whose words they are, and the words."""
        super().__init__(parent)
        self._ctx, self._put = ctx, put
        self._people: Sequence[Person] = ()
        self._offered: Sequence[Person] = ()
        self.text = JottedText(
            tr("Notes from your phone, one per line, each starting with a name"), name=JOTTED
        )
        self.unstored = Unstored(ctx, JOTTED, {TEXT: self.text})
        self.hint = Caption(wrap=True)
        self.hint.setObjectName(JOTTED_HINT)
        self._who = QHBoxLayout()
        self._who.setSpacing(4)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.hint, 1)
        foot.addLayout(self._who)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.text)
        column.addLayout(foot)
        self._connect()
        self.unstored.belong_to(0)
        self._tell()

    def _connect(self) -> None:
        self.text.line_ended.connect(self.place)
        self.text.edited.connect(self._tell)
        self.unstored.filled.connect(self._tell)

    def show_people(self, people: Sequence[Person]) -> None:
        """Those whose names are known; the first one is the example of a line."""
        self._people = people
        if people:
            like = tr("Paste notes from your phone, such as “{name}: found the bug”",
                      name=people[0].short_name)  # fmt: skip
            self.text.setPlaceholderText(like)
        self._tell()

    def take_lines(self, lines: str) -> None:
        """Lines that were pasted elsewhere."""
        before = self.text.text().rstrip("\n")
        self._keep(f"{before}\n{lines}" if before else lines)
        self.place()

    @Slot()
    def place(self) -> None:
        """Put each line that is clear into its row; where words stand there, the line waits."""
        self._place(self._read())

    def _place(self, lines: Sequence[Jotted]) -> None:
        gone = [
            one.line
            for one in lines
            if one.person and len(one.words) <= LONGEST and self._put(one.person.id, one.words)
        ]
        if gone:
            self._keep(without(self.text.text(), gone))
        self._tell()

    def _keep(self, text: str) -> None:
        self.text.set_text(text)
        self.unstored.keep()

    def _read(self) -> list[Jotted]:
        return read_jotted(self.text.text(), self._people)

    @Slot()
    def _tell(self) -> None:
        lines = self._read()
        self.hint.setText(hint(lines))
        self.hint.setVisible(bool(lines))
        unclear = _unclear(lines)
        self._offer(unclear.people[:MOST_NAMES] if unclear else ())

    def _offer(self, people: Sequence[Person]) -> None:
        """Let one of these be chosen."""
        if people == self._offered:
            return
        self._offered = people
        discard_all(self._who)
        for person in people:
            button = TextButton(self._ctx.theme, person.name, name=JOTTED_WHO, compact=True)
            button.clicked.connect(carrying(self._choose, person.id))
            self._who.addWidget(button)

    def _choose(self, person_id: int) -> None:
        """The line with a name that fits several is about this one."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)  # before its button goes
        unclear = _unclear(self._read())
        person = next((one for one in self._people if one.id == person_id), None)
        if unclear is not None and person is not None:
            self._place([Jotted(unclear.line, unclear.words, (person,), unclear.name)])


def _unclear(lines: Sequence[Jotted]) -> Jotted | None:
    """The first line whose name fits several people."""
    return next((one for one in lines if len(one.people) > 1 and one.words), None)


def hint(lines: Sequence[Jotted]) -> str:
    """Why lines still stand here, in a sentence; what can be answered comes first."""
    unclear = _unclear(lines)
    if unclear is not None:
        return tr("Who do you mean by “{name}”?", name=_called(unclear))
    unknown = dict.fromkeys(one.name for one in lines if one.name and not one.people)
    if unknown:
        return _unknown(list(unknown))
    words = tr(
        "Press Enter to file the line. If the person's row already has text, the line "
        "will stay here."
    )
    for holds, why in (
        (any(not one.people for one in lines),
         tr("Start each line with a name and a colon, then press Enter to file the line.")),
        (any(len(one.words) > LONGEST for one in lines),
         tr("One line is longer than 2,000 characters. Shorten it.")),
        (any(not one.words for one in lines),
         tr("What did you notice? Type it after the name, then press Enter to file the line.")),
    ):  # fmt: skip
        if holds:
            return why
    return words


def _unknown(names: Sequence[str]) -> str:
    return trn(
        "No one is called {names}, so this line hasn't been filed.",
        "These names don't match anyone, so their lines haven't been filed: {names}.",
        len(names),
        names=", ".join(names[:MOST_NAMES]),
    )


def _called(one: Jotted) -> str:
    """The name as it was typed."""
    if one.name:
        return one.name
    return one.line.removesuffix(one.words).strip() or one.line
