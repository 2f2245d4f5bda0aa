"""The place of the window on the screen, and its ground before anything stands on it."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, QSettings, QSize, QTimer, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette, QRegion, QScreen
from PySide6.QtWidgets import QMainWindow

GEOMETRY = "window/geometry"
SIZE, LEAST = QSize(1280, 800), QSize(1024, 700)
DESKTOP_MS = 500
FRAME = QSize(0, 48)  # about what a desktop puts above a window: it is not known before it shows


def restore_geometry(window: QMainWindow, settings: QSettings) -> None:
    """Give the window the size and place it had; Qt moves it onto a screen that is there."""
    window.resize(first_size(QGuiApplication.primaryScreen().availableSize()))
    geometry = settings.value(GEOMETRY)
    if isinstance(geometry, QByteArray):
        window.restoreGeometry(geometry)


class StaysOnScreen(QObject):
    """Brings a window back when a screen goes or shrinks, as when a projector is unplugged.

    Most desktops do so themselves, and are given the time for it.
    """

    def __init__(self, window: QMainWindow) -> None:
        """Watch all screens for *window*, those that are plugged in later too."""
        super().__init__(window)
        self._window = window
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(DESKTOP_MS)
        self._soon.timeout.connect(self._come_back)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._watch)
            application.screenRemoved.connect(self._look_soon)
        for screen in QGuiApplication.screens():
            self._watch(screen)

    @Slot(QScreen)
    def _watch(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self._look_soon)

    @Slot()
    def _look_soon(self) -> None:
        self._soon.start()

    @Slot()
    def _come_back(self) -> None:
        """Nothing is done to a window of which all is seen, also over two screens."""
        outside = QRegion(self._window.frameGeometry())
        for screen in QGuiApplication.screens():
            outside -= QRegion(screen.availableGeometry())
        if not outside.isEmpty() and not self._window.isMaximized():
            self._window.restoreGeometry(self._window.saveGeometry())


def first_size(screen: QSize) -> QSize:
    """As large as one likes to work, and with its frame no larger than the screen if that can be.

    *screen* is the room without the bars of the desktop. One that is only too low shows as much of
    the window as it can; on one that is too narrow it has to be moved about anyway.
    """
    if screen.width() < LEAST.width():
        return SIZE
    return SIZE.boundedTo(screen - FRAME).expandedTo(LEAST)


def save_geometry(window: QMainWindow, settings: QSettings) -> None:
    """Remember size and place."""
    settings.setValue(GEOMETRY, window.saveGeometry())


def wear_ground(window: QMainWindow, choice: str) -> None:
    """Paint the empty window in the ground of the chosen look, so that it does not flash."""
    from careerdesk.ui.theme.tokens import DARK, HIGH_CONTRAST, LIGHT

    dark = window.palette().color(QPalette.ColorRole.Window).lightness() < 128
    system = DARK if dark else LIGHT
    chosen = {"light": LIGHT, "dark": DARK, "high_contrast": HIGH_CONTRAST}.get(choice, system)
    palette = window.palette()
    palette.setColor(QPalette.ColorRole.Window, QColor(chosen.ground))
    window.setPalette(palette)
