"""The golden thread: from what moves a person to what came of it, followed both ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.golden_thread import GoldenThread, Key, Node, NodeKind
from careerdesk.domain.loop import Aspiration
from careerdesk.domain.records import Motivator
from careerdesk.domain.text import one_line
from careerdesk.domain.views import ItemView
from careerdesk.i18n import tr, trn
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.base.context import Context
from careerdesk.ui.discovery.thread_card import ThreadCard
from careerdesk.ui.discovery.thread_words import ICONS, node_kind_word, node_words, nothing_word
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.buttons import LinkButton
from careerdesk.ui.widgets.discard import discard_all
from careerdesk.ui.widgets.flow import FlowLayout
from careerdesk.ui.widgets.labels import Caption, Muted
from careerdesk.ui.widgets.section import Section
from careerdesk.ui.widgets.tab_order import holds_focus

GOLDEN_THREAD = "redThread"
GAP, TIGHT = 14, 8
ROOMY = 112  # of the width for each strand
LEAST_ACROSS = 86  # where there is less for each, they stand below each other
MOST = 4  # cards of a strand, until all are asked for
MOST_LOOSE = 6


class _Column(QWidget):
    """The cards of one kind of node, and what is said below them; the same ones show others."""

    pressed = Signal(object)
    followed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cards: list[ThreadCard] = []
        self._keys: list[Key] = []
        self._nothing, self._more = Caption(wrap=True), Caption()
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(8)
        for words in (self._nothing, self._more):
            self._stack.addWidget(words)
        self._stack.addStretch(1)

    def show_keys(self, keys: Sequence[Key], nothing: str, more: int) -> dict[Key, ThreadCard]:
        """A card for each of the nodes; *nothing* is said where there is none, *more* are left."""
        self._keys = list(keys)
        while len(self._cards) < len(keys):
            self._add_card()
        for place, card in enumerate(self._cards):
            card.setVisible(place < len(keys))
            if place >= len(keys):
                card.say("", "", "", "")  # of somebody else
        self._nothing.setText(nothing)
        self._nothing.setVisible(bool(nothing))
        self._more.setText(tr("{n} more", n=more))
        self._more.setVisible(more > 0)
        return dict(zip(keys, self._cards, strict=False))

    def _add_card(self) -> None:
        place, card = len(self._cards), ThreadCard(self._theme, self)
        card.clicked.connect(carrying(self._press, place))
        card.followed.connect(carrying(self._follow, place))
        self._cards.append(card)
        self._stack.insertWidget(place, card)

    def _press(self, place: int) -> None:
        self.pressed.emit(self._keys[place])

    def _follow(self, place: int) -> None:
        self.followed.emit(self._keys[place])


class ThreadStrip(QWidget):
    """The strands side by side with the lines that tie them."""

    chosen = Signal(object)
    followed = Signal(object)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self.cards: dict[Key, ThreadCard] = {}
        self._columns: list[_Column] = []
        self._ties: list[tuple[Key, Key]] = []
        self._count = len(NodeKind)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        ctx.theme.changed.connect(self.update)

    def show_columns(
        self, columns: Sequence[Sequence[Node]], thread: GoldenThread, root: Key, *, most: int
    ) -> None:
        """Show these nodes with their ties; *root* is where they are followed from.

        The keyboard stays with its node, which may come to another card.
        """
        held = next((key for key, card in self.cards.items() if card.hasFocus()), None)
        self.cards = {}
        order = [key for key in thread.nodes if key[0] is NodeKind.MOTIVATOR]
        ends = Counter(tie[1] for tie in thread.ties if tie[1][0] is NodeKind.CHECK_IN)
        reads = {key: count for key, count in ends.items() if count > 1}
        for shows, kind, column in zip(
            self._columns_for(len(columns)), thread.node_kinds, columns, strict=True
        ):
            shown = [node for node in column if node.key == root] or list(column[:most])
            nothing = "" if column else nothing_word(kind)
            keys = [node.key for node in shown]
            self.cards |= shows.show_keys(keys, nothing, len(column) - len(shown))
            for node in shown:
                place = order.index(node.key) + 1 if node.key in order else 0
                self._say(node, place, reads, chosen=node.key == root)
        if held in self.cards:
            self.cards[held].setFocus()
        ties = thread.ties | thread.joined()
        self._ties = [tie for tie in ties if tie[0] in self.cards and tie[1] in self.cards]
        self._count = len(columns)
        self._arrange()
        self.update()

    def _columns_for(self, count: int) -> Sequence[_Column]:
        """So many columns; those that are left say nothing of whom they showed before."""
        while len(self._columns) < count:
            added = _Column(self._ctx.theme, self)
            added.pressed.connect(self._press)
            added.followed.connect(self.followed)
            self._columns.append(added)
            self._row.addWidget(added, 1)
        for place, one in enumerate(self._columns):
            one.setVisible(place < count)  # now, so that it is settled with the page
        for left in self._columns[count:]:
            left.show_keys((), "", 0)
        return self._columns[:count]

    def _say(self, node: Node, place: int, reads: Mapping[Key, int], *, chosen: bool) -> None:
        card, kind = self.cards[node.key], node.node_kind
        words, caption = node_words(node, place, self._ctx.clock.today())
        if node.key in reads:
            caption = trn("1 value", "{n} values", reads[node.key])
        card.say(ICONS[kind], node_kind_word(kind), words, caption)
        card.setObjectName(f"{GOLDEN_THREAD}{kind.name}{node.id}")
        card.setChecked(chosen)

    def _press(self, key: Key) -> None:
        (self.followed if self.cards[key].isChecked() else self.chosen).emit(key)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Below each other where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        measure = self._ctx.theme.look.measure
        across = self.width() >= measure(LEAST_ACROSS * self._count)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if across else ways.TopToBottom)
        self._row.setSpacing(TIGHT if self.width() < measure(ROOMY * self._count) else GAP)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The ties between neighbours, in the gaps between the cards."""
        if self._row.direction() is QBoxLayout.Direction.TopToBottom:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._ctx.theme.look.colour.growth, 2))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        near = [tie for tie in self._ties if tie[1][0] - tie[0][0] == 1]
        for start, end in near:
            painter.drawPath(_tie(self._side(start, mirrored), self._side(end, not mirrored)))
        painter.end()

    def _side(self, key: Key, left: bool) -> QPointF:
        card = self.cards[key]
        middle = card.mapTo(self, card.rect().center())
        return QPointF(middle.x() + (-1 if left else 1) * card.width() / 2, middle.y())


def _tie(start: QPointF, end: QPointF) -> QPainterPath:
    path = QPainterPath(start)
    half = (end.x() - start.x()) / 2
    path.cubicTo(start + QPointF(half, 0), end - QPointF(half, 0), end)
    return path


class GoldenThreadPane(QWidget):
    """The thread through one node, and the ends that hang loose.

    `rearranged` tells that Tab has others to go over.
    """

    rearranged = Signal()

    def __init__(self, ctx: Context) -> None:
        """Show nobody yet."""
        super().__init__()
        self._ctx = ctx
        self._person_id = 0
        self._thread = GoldenThread({}, frozenset())
        self._on = date.min  # the day its words are of
        self._root: Key | None = None
        self._all = False
        self.setObjectName(GOLDEN_THREAD)
        self.section = Section(ctx.theme, tr("Golden thread"), "thread", rule=False)
        self.strip = ThreadStrip(ctx)
        self.more = LinkButton(ctx.theme, tr("Show all"), "chevron-right", name="redThreadAll")
        self.loose = QWidget()
        self._ends = QVBoxLayout(self.loose)
        self._ends.setContentsMargins(0, 0, 0, 0)
        self._ends.setSpacing(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.section)
        for part in (self.strip, self.more, self.loose):
            self.section.body.addWidget(part)
        self.section.body.setSpacing(6)
        self.strip.chosen.connect(self.follow)
        self.strip.followed.connect(self._open)
        self.more.clicked.connect(self._turn_all)

    def show_thread(self, person_id: int, thread: GoldenThread) -> None:
        """Show the thread of a person; where it was followed from stays.

        A page is read again with every word that is typed: the same thread keeps its cards.
        """
        today = self._ctx.clock.today()
        if (person_id, thread, today) == (self._person_id, self._thread, self._on):
            return
        if person_id != self._person_id:
            self._root, self._all = None, False
        self._person_id, self._thread, self._on = person_id, thread, today
        if self._root not in thread.nodes:
            self._root = thread.first()
        self.setVisible(bool(thread.nodes))
        self._show()
        self._show_loose()

    def follow(self, key: Key) -> None:
        """Follow the thread from a node, both ways."""
        if key not in self._thread.nodes or key == self._root:
            return
        self._root, self._all = key, False
        at_card = holds_focus(self.strip)
        self._show()
        self.rearranged.emit()
        if at_card:
            self.strip.cards[key].setFocus()

    def follow_motivator(self, motivator_id: int) -> None:
        """Follow the thread from a motivator."""
        self.follow((NodeKind.MOTIVATOR, motivator_id))

    def follow_aspiration(self, aspiration_id: int) -> None:
        """Follow the thread from an aspiration."""
        self.follow((NodeKind.ASPIRATION, aspiration_id))

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        links = self.loose.findChildren(LinkButton)
        return [*self.strip.cards.values(), self.more, *links]

    def _show(self) -> None:
        if self._root is None:
            return
        columns = self._thread.through(self._root)
        most = max(map(len, columns)) if self._all else MOST
        self.strip.show_columns(columns, self._thread, self._root, most=most)
        self.more.setVisible(any(self._is_cut(column) for column in columns))
        fewer, every = (tr("Show fewer"), "chevron-down"), (tr("Show all"), "chevron-right")
        words, icon = fewer if self._all else every
        self.more.set_words(words)
        self.more.set_icon(icon)

    def _is_cut(self, column: Sequence[Node]) -> bool:
        """Whether a column has more than is shown at first; that of the root is shown whole."""
        return len(column) > MOST and all(node.key != self._root for node in column)

    def _show_loose(self) -> None:
        discard_all(self._ends)
        thread = self._thread
        self._add_loose(
            tr("Aspirations without a goal:"), [_wish_end(one) for one in thread.unserved]
        )
        self._add_loose(
            tr("Motivators without a goal:"), [_motivator_end(one) for one in thread.unfed]
        )
        self._add_loose(
            tr("Goals without a motivator:"), [_goal_end(one) for one in thread.unfeeding]
        )
        self.loose.setVisible(bool(thread.unserved or thread.unfed or thread.unfeeding))

    def _add_loose(self, label: str, ends: Sequence[tuple[Key, str]]) -> None:
        if not ends:
            return
        row = QWidget()
        flow = FlowLayout(row, gap=8)
        self._ends.addWidget(row)
        head = Muted(label)
        flow.addWidget(head)
        for key, words in ends[:MOST_LOOSE]:
            link = LinkButton(self._ctx.theme, words, ICONS[key[0]], name=f"loose{key[1]}")
            link.clicked.connect(carrying(self.follow, key))
            flow.addWidget(link)
            head.setMinimumHeight(link.sizeHint().height())
        if len(ends) > MOST_LOOSE:
            flow.addWidget(Muted(tr("{n} more", n=len(ends) - MOST_LOOSE)))
        row.show()

    def _turn_all(self) -> None:
        self._all = not self._all
        self._show()
        self.rearranged.emit()

    def _open(self, key: Key) -> None:
        node = self._thread.nodes[key]
        navigator = self._ctx.navigator
        if node.goal is not None:
            navigator.open_goal(self._person_id, node.goal.id)
        elif node.read is not None:
            navigator.open_check_in(self._person_id, node.id)
        elif not any(tie[0] == key for tie in self._thread.ties):
            navigator.open(self._person_id, "plan")


def _wish_end(one: Aspiration) -> tuple[Key, str]:
    return (NodeKind.ASPIRATION, one.id), one_line(one.statement, 60)


def _motivator_end(one: Motivator) -> tuple[Key, str]:
    return (NodeKind.MOTIVATOR, one.id), one_line(one.name, 60)


def _goal_end(one: ItemView) -> tuple[Key, str]:
    return (NodeKind.GOAL, one.id), one_line(one.item.title, 60)
