"""How a second start finds the first window: a local socket that only this user may use."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThread, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS, TRIES = 150, 20


class SingleInstance(QObject):
    """Rings when another start asks for the window."""

    asked = Signal()

    def __init__(self, name: str, parent: QObject) -> None:
        """Listen under *name*; what a crashed program left there is cleared away."""
        super().__init__(parent)
        QLocalServer.removeServer(name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._called)
        self._server.listen(name)

    @Slot()
    def _called(self) -> None:
        caller = self._server.nextPendingConnection()
        caller.disconnected.connect(caller.deleteLater)
        caller.disconnectFromServer()
        self.asked.emit()

    def stop(self) -> None:
        """Hear no more: who calls now is told that nobody is there."""
        self._server.close()


def ask_to_come_forward(name: str, tries: int = TRIES) -> bool:
    """Call the window that listens under *name*; tell whether one was there.

    A window that is just opening is waited for, a few seconds at the most; with fewer *tries*
    less.
    """
    caller = QLocalSocket()
    for _ in range(tries):
        caller.connectToServer(name)
        if caller.waitForConnected(PATIENCE_MS):
            caller.disconnectFromServer()
            return True
        QThread.msleep(PATIENCE_MS)
    return False
