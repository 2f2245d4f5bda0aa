"""The first screen: one promise, and three ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from careerdesk.compat import override
from careerdesk.i18n import tr
from careerdesk.services import people
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.new_people import usual_rhythm
from careerdesk.ui.base.page import StandalonePage
from careerdesk.ui.base.unstored import TEXT, Unstored
from careerdesk.ui.theme.theme import set_area
from careerdesk.ui.widgets.buttons import FilledButton, OutlinedButton
from careerdesk.ui.widgets.empty_state import Scrolled
from careerdesk.ui.widgets.labels import Caption, Muted, RoleLabel, SmallLabel, Strong, Title
from careerdesk.ui.widgets.look_chooser import LookChooser
from careerdesk.ui.widgets.plain_text import clean_lines
from careerdesk.ui.widgets.section import IconMark

WIDEST = 708
NAME_EDIT = "firstNameEdit"


class _Promise(RoleLabel):
    """White words on the accent."""

    role = "display"
    kind = "on-accent"


class _Brand(RoleLabel):
    role = "heading"
    kind = "on-accent"


class _PromiseText(RoleLabel):
    role = "body"
    kind = "on-accent"


class WayCard(QFrame):
    """A way to begin: icon, name, one sentence, and a button that does it."""

    def __init__(self, ctx: Context, icon: str, words: tuple[str, str, str], handle: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        title, text, button = words
        self.button = OutlinedButton(ctx.theme, button, name=handle, compact=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(6)
        column.addWidget(IconMark(ctx.theme, icon, 22, "growth"))
        column.addWidget(Strong(title))
        column.addWidget(Muted(text, wrap=True))
        column.addStretch(1)
        column.addWidget(self.button)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The whole card presses its button."""
        inside = self.rect().contains(event.position().toPoint())
        if inside and event.button() == Qt.MouseButton.LeftButton:
            self.button.click()


class FirstStart(StandalonePage):
    """Shown while there is nobody yet; Enter adds a person and takes the next name."""

    stands_alone = True
    import_wanted = Signal()
    demo_wanted = Signal()
    done = Signal(int)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.setObjectName(names.FIRST_START)
        set_area(self, "growth")
        self.edit = QLineEdit()
        self.edit.setObjectName(NAME_EDIT)
        self.edit.setAccessibleName(tr("Person's name"))
        self._unstored = Unstored(ctx, NAME_EDIT, {TEXT: self.edit})
        self._unstored.belong_to(0)
        self.add = FilledButton(ctx.theme, tr("Add"), name="firstNameAdd")
        self.open = OutlinedButton(ctx.theme, tr("Get started"), name="firstBegin")
        self.told = Caption(
            tr("Press Enter to add this person, then type the next name."), wrap=True
        )
        self.looks: QComboBox = LookChooser(ctx, "firstLook")
        self.import_card = WayCard(
            ctx,
            "import",
            (tr("Import a list"), tr("A CSV file from your HR system."), tr("Choose a file…")),
            "firstImport",
        )
        self.demo_card = WayCard(
            ctx,
            "discovery",
            (
                tr("Look around"),
                tr("A sample team that's deleted when you close the demo."),
                tr("Open the demo"),
            ),
            "firstDemo",
        )
        self._last_id = 0
        self._count = 0
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._promise(), 1)
        right = QHBoxLayout()
        right.setContentsMargins(44, 28, 44, 28)
        right.addWidget(self._ways(), 1)
        row.addLayout(right, 2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scrolled(inner))

    def _promise(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("kind", "promise")
        column = QVBoxLayout(frame)
        column.setContentsMargins(44, 44, 44, 44)
        column.setSpacing(20)
        column.addLayout(self._marked("thread", 22, _Brand("CareerDesk")))
        column.addStretch(2)
        column.addWidget(_Promise(tr("Know what motivates your people, and act on it."), wrap=True))
        column.addWidget(
            _PromiseText(
                tr("Find out what they want, make a plan together and follow up every week."),
                wrap=True,
            )
        )
        column.addStretch(3)
        words = tr(
            "Everything stays in one file on this computer. CareerDesk never opens a "
            "network connection."
        )
        column.addLayout(self._marked("lock", 18, _PromiseText(words, wrap=True)))
        rights = tr(
            "People may ask to see the notes you keep about them. Some companies "
            "require approval from HR or the works council first."
        )
        column.addLayout(self._marked("people", 18, _PromiseText(rights, wrap=True)))
        return frame

    def _marked(self, icon: str, size: int, label: RoleLabel) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        mark = IconMark(self._ctx.theme, icon, size, "on-growth")
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        return row

    def _ways(self) -> QWidget:
        holder = QWidget()
        holder.setMaximumWidth(self._ctx.theme.look.measure(WIDEST))
        column = QVBoxLayout(holder)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(Title(tr("Who's on your team?"), wrap=True))
        column.addWidget(
            Muted(
                tr("You can do the rest later, or restore a copy, from the File menu."), wrap=True
            )
        )
        column.addSpacing(12)
        column.addWidget(SmallLabel(tr("Person's name")))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.edit, 1)
        line.addWidget(self.add)
        line.addWidget(self.open)
        self.open.hide()
        column.addLayout(line)
        column.addWidget(self.told)
        column.addSpacing(20)
        cards = QHBoxLayout()
        cards.setSpacing(14)
        cards.addWidget(self.import_card, 1)
        cards.addWidget(self.demo_card, 1)
        column.addLayout(cards)
        column.addSpacing(20)
        look = QHBoxLayout()
        look.addWidget(Muted(tr("Appearance:")))
        look.addWidget(self.looks)
        look.addStretch(1)
        column.addLayout(look)
        column.addStretch(2)
        return holder

    def _connect(self) -> None:
        self.edit.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        self.open.clicked.connect(self._begin)
        self.import_card.button.clicked.connect(self.import_wanted)
        self.demo_card.button.clicked.connect(self.demo_wanted)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc throws a name away that is being typed."""
        if event.key() == Qt.Key.Key_Escape and not self._unstored.is_blank:
            self._unstored.discard()
        else:
            super().keyPressEvent(event)

    @property
    def adding(self) -> bool:
        """Whether names are being typed one after the other."""
        return self._count > 0

    @Slot()
    def _add(self) -> None:
        lines = clean_lines(self.edit.text())
        if not lines:
            if self._last_id:
                self._begin()
            return
        with self._unstored.taking():
            rhythm = usual_rhythm(self._ctx.settings)
            added = try_action(
                self._ctx, people.add_many, self._ctx.store, lines, rhythm=rhythm, origin=self
            ).value
        if not added:
            return
        self._count += len(added)
        self._last_id = self._last_id or added[0].id
        self.edit.setFocus()
        self.open.show()
        self.told.setText(
            tr(
                "{name} added. Type the next name, or press Enter to get started.",
                name=added[-1].name,
            )
        )

    @Slot()
    def _begin(self) -> None:
        first, self._last_id, self._count = self._last_id, 0, 0
        self.done.emit(first)

    @override
    def focus_first(self) -> None:
        """Put the cursor where the first name is typed."""
        self.edit.setFocus()
