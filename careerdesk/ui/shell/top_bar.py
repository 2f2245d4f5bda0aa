"""The row at the top: menus at the left; undo, redo and the share-safe switch at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QToolButton, QWidget

from careerdesk.ui.base import names
from careerdesk.ui.base.texts import tr
from careerdesk.ui.shell.actions import Actions
from careerdesk.ui.shell.switch import Switch
from careerdesk.ui.theme.theme import Theme, set_room


class TopBar(QWidget):
    """Holds the menu bar and the buttons of what is needed all the time."""

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons: list[QToolButton] = []
        self.setObjectName(names.TOP_BAR)
        set_room(self, "ground")
        self.menu_bar = QMenuBar()
        self.menu_bar.setObjectName(names.MENU_BAR)
        self.menu_bar.setAccessibleName(tr("Menu"))
        actions.fill(self.menu_bar)
        self._icons = {"undo": actions[names.UNDO], "redo": actions[names.REDO]}
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 20, 0)
        row.setSpacing(4)
        row.addWidget(self.menu_bar, 1, Qt.AlignmentFlag.AlignVCenter)
        for action in self._icons.values():
            row.addWidget(self._button(action))
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
