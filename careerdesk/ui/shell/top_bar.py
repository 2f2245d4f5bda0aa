"""The row at the top: menus at the left, search in the middle, undo, redo and share-safe right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QStyle, QToolButton, QWidget

from careerdesk.compat import override
from careerdesk.i18n import tr
from careerdesk.ui.base import names
from careerdesk.ui.shell.actions import Actions
from careerdesk.ui.shell.search_field import SearchField
from careerdesk.ui.shell.switch import Switch
from careerdesk.ui.theme.theme import Theme, set_area

GAP = 16  # on both sides of the field, at least


class TopBar(QWidget):
    """Holds the menu bar, the field for searching and the buttons of what is always needed.

    The field stands in the middle of the window while there is room, whatever is beside it.
    """

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons: list[QToolButton] = []
        self.setObjectName(names.TOP_BAR)
        set_area(self, "ground")
        self.menu_bar = QMenuBar()
        self.menu_bar.setObjectName(names.MENU_BAR)
        self.menu_bar.setAccessibleName(tr("Menu"))
        actions.fill(self.menu_bar)
        self._icons = {"undo": actions[names.UNDO], "redo": actions[names.REDO]}
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 20, 0)
        row.setSpacing(4)
        row.addWidget(self.menu_bar, 1, Qt.AlignmentFlag.AlignVCenter)
        self.search = SearchField(theme, actions[names.SEARCH])
        self.search.setParent(self)
        self._undo = [self._button(action) for action in self._icons.values()]
        for button in self._undo:
            row.addWidget(button)
        self.share = Switch(theme, tr("Share-safe"), "share-safe", "share", name=names.SHARE_SAFE)
        row.addSpacing(8)
        row.addWidget(self.share)
        self.setMinimumHeight(theme.look.row("body", 8, 44))
        self._draw()
        self._name()
        theme.changed.connect(self._draw)
        self._mode = actions[names.SHARE_SAFE_MODE]
        self.share.clicked.connect(self._mode.trigger)
        self._mode.changed.connect(self._turn)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"{action.objectName()}Button")
        button.setProperty("kind", "tool")
        button.setIconSize(QSize(18, 18))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setDefaultAction(action)
        self._buttons.append(button)
        action.changed.connect(self._name)
        return button

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the field into the middle."""
        super().resizeEvent(event)
        self._place_search()

    @override
    def event(self, event: QEvent) -> bool:
        """What is beside the field may have grown."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_search()
        return done

    def _place_search(self) -> None:
        menus = 0 if self.menu_bar.isNativeMenuBar() else self._menus_width()
        beside = sum(one.sizeHint().width() + 4 for one in (*self._undo, self.share)) + 28
        first, last = 8 + menus + GAP, self.width() - beside - GAP
        least, most = self.search.minimumSizeHint(), self.search.sizeHint()
        wide = max(least.width(), min(most.width(), last - first))
        left = max(first, min((self.width() - wide) // 2, last - wide))
        place = QRect(left, (self.height() - most.height()) // 2, wide, most.height())
        direction = self.layoutDirection()
        self.search.setGeometry(QStyle.visualRect(direction, self.rect(), place))

    def _menus_width(self) -> int:
        """How wide the menus are: from right to left Qt counts the empty room beside them too."""
        hint = self.menu_bar.sizeHint().width()
        if not self.isRightToLeft():
            return hint
        places = map(self.menu_bar.actionGeometry, self.menu_bar.actions())
        return hint - min((place.left() for place in places if place.isValid()), default=0)

    @Slot()
    def _turn(self) -> None:
        """The switch stands as the mode does, and as it may be turned."""
        self.share.setChecked(self._mode.isChecked())
        self.share.setEnabled(self._mode.isEnabled())

    @Slot()
    def _name(self) -> None:
        for button in self._buttons:
            button.setAccessibleName(button.defaultAction().text())

    def _draw(self) -> None:
        for name, action in self._icons.items():
            action.setIcon(self._theme.icon(name, "text-muted", 18))
            action.setIconVisibleInMenu(False)
