"""A talk that is going on: agenda and promises, notes, key results and temperature."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QTabBar, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.ui import names
from careerdesk.ui.context import Context
from careerdesk.ui.pages.readings import Readings
from careerdesk.ui.pages.talk_bar import TalkBar
from careerdesk.ui.pages.talk_notes import TalkNotes
from careerdesk.ui.pages.temperature import TemperatureBox
from careerdesk.ui.texts import tr
from careerdesk.ui.widgets.agenda import AgendaBox
from careerdesk.ui.widgets.promises import PromiseBox
from careerdesk.ui.widgets.section import Rule, Section

LEFT, RIGHT, NARROW_LEFT = 300, 330, 344
WIDE_LEFT, WIDE_RIGHT, ROOMY = 340, 380, 1500
THREE_COLUMNS = 980  # below this width the third column is a tab of the first
TABS = "checkInColumnTabs"
SCROLL_BAR = 10


class RunningTalk(QWidget):
    """Three columns, or two where the third is a tab beside agenda and promises."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start without a talk."""
        super().__init__(parent)
        self._ctx = ctx
        self._wide = True
        theme = ctx.theme
        self.bar = TalkBar(ctx)
        self.agenda = AgendaBox(ctx, "talk", brief=True)
        self.promises = PromiseBox(ctx, "talk", grouped=True)
        self.notes = TalkNotes(ctx, names.CHECK_IN_SHARED, names.CHECK_IN_PRIVATE)
        self.readings = Readings(ctx)
        self.temperature = TemperatureBox(ctx)
        self.agenda_section = _section(Section(theme, tr("Agenda"), "prepare"), self.agenda)
        self.promise_section = _section(Section(theme, tr("Promises"), "promise"), self.promises)
        self.reading_section = _section(
            Section(theme, tr("Key results now"), "key-result", tr("enter in passing")),
            self.readings,
        )
        self.feeling_section = _section(
            Section(theme, tr("Temperature"), "temperature"), self.temperature
        )
        self.tabs = self._make_tabs()
        self._left, self._left_area, left_side = _column((28, 12, 18, 8))
        self._right, self._right_area, right_side = _column((20, 12, 24, 8))
        self._left_side, self._right_side = left_side, right_side
        self._right_rule = Rule(upright=True)
        self._arrange()
        self._connect()

    @property
    def is_wide(self) -> bool:
        """Whether there are three columns."""
        return self._wide

    def focus_agenda(self) -> None:
        """Put the cursor where a point is typed."""
        if not self._wide:
            self.tabs.setCurrentIndex(0)
        self.agenda.focus_add()

    def _make_tabs(self) -> QTabBar:
        tabs = QTabBar()
        tabs.setObjectName(TABS)
        tabs.setAccessibleName(tr("Parts of the talk"))
        tabs.setDrawBase(False)
        tabs.setExpanding(False)
        for word in (tr("Agenda"), tr("Promises"), tr("Readings")):
            tabs.addTab(word)
        tabs.hide()
        return tabs

    def _arrange(self) -> None:
        strip = QHBoxLayout()
        strip.setContentsMargins(28, 0, 18, 0)
        strip.addWidget(self.tabs)
        strip.addStretch(1)
        self._left_side.layout().insertLayout(0, strip)  # type: ignore[union-attr]
        self._left.setSpacing(0)
        for section in (self.agenda_section, self.promise_section):
            self._left.addWidget(section)
        for section in (self.reading_section, self.feeling_section):
            self._right.addWidget(section)
        self._left.addStretch(1)
        self._right.addStretch(1)
        self._set_widths(LEFT, RIGHT)
        middle = QVBoxLayout()
        middle.setContentsMargins(20, 12, 20, 16)
        middle.addWidget(self.notes)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._left_side)
        body.addWidget(Rule(upright=True))
        body.addLayout(middle, 1)
        body.addWidget(self._right_rule)
        body.addWidget(self._right_side)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.bar)
        outer.addLayout(body, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._show_tab)
        self.agenda.changed.connect(self._tell_agenda)

    def _tell_agenda(self) -> None:
        rows = self.agenda.model.rows
        done = len(rows) - self.agenda.model.open_count()
        words = tr("{done} of {all}").format(done=done, all=len(rows)) if rows else ""
        self.agenda_section.set_caption(words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        look = self._ctx.theme.look
        roomy = event.size().width() >= look.measure(ROOMY)
        self._set_widths(*((WIDE_LEFT, WIDE_RIGHT) if roomy else (LEFT, RIGHT)))
        wide = event.size().width() >= look.measure(THREE_COLUMNS)
        if wide != self._wide:
            self._wide = wide
            self._fold()

    def _fold(self) -> None:
        """Put the third column where it belongs at this width."""
        home = self._right if self._wide else self._left
        for place, section in enumerate((self.reading_section, self.feeling_section)):
            home.insertWidget(place if self._wide else place + 2, section)
        self._right_side.setVisible(self._wide)
        self._right_rule.setVisible(self._wide)
        self.tabs.setHidden(self._wide)
        self._set_widths(LEFT, RIGHT)
        self._show_tab()

    def _set_widths(self, left: int, right: int) -> None:
        if self._wide:
            self._left_side.setFixedWidth(self._ctx.theme.look.measure(left))
            self._right_side.setFixedWidth(self._wanted(right, self.feeling_section, 20 + 24))
        else:
            width = self._wanted(NARROW_LEFT, self.feeling_section, 28 + 18)
            self._left_side.setFixedWidth(width)

    def _wanted(self, least: int, section: Section, margins: int) -> int:
        """The width of a column: at least so, and wide enough for a section and a scroll bar."""
        needed = section.minimumSizeHint().width() + margins + SCROLL_BAR
        return max(self._ctx.theme.look.measure(least), needed)

    def _show_tab(self) -> None:
        parts = (
            (self.agenda_section,),
            (self.promise_section,),
            (self.reading_section, self.feeling_section),
        )
        for place, sections in enumerate(parts):
            for section in sections:
                section.setVisible(self._wide or place == self.tabs.currentIndex())


def _section(section: Section, *parts: QWidget) -> Section:
    for part in parts:
        section.body.addWidget(part)
    return section


def _column(margins: tuple[int, int, int, int]) -> tuple[QVBoxLayout, QScrollArea, QWidget]:
    """A column that scrolls, with the widget it stands in."""
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(*margins)
    column.setSpacing(12)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    side = QWidget()
    outer = QVBoxLayout(side)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    outer.addWidget(area, 1)
    return column, area, side
