"""How the first window hears a second start: through a socket that only this user can reach."""

from __future__ import annotations

import os
import socket
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal, Slot

from careerdesk.calling import (
    ANSWER_S,
    HEARD,
    MOST_BYTES,
    address_of,
    listen,
    name_of,
    wish_in,
)

MOST_CALLERS = 8  # at the same time; who is above waits in the line of the system


class SingleInstance(QObject):
    """Rings when another start asks for the window; `asked` says where it is to go, a `Wish`.

    Who says anything else is hung up on, and so is who says nothing for long.
    """

    asked = Signal(object)

    def __init__(self, store: Path, parent: QObject) -> None:
        """Listen for starts with *store*, whose lock is ours; else nobody hears them."""
        super().__init__(parent)
        self._callers: set[_Caller] = set()
        self._pipe = _Pipe(name_of(store), self) if os.name == "nt" else None
        self._path = None if self._pipe is not None else address_of(store)
        self._socket = listen(self._path) if self._path is not None else None
        if self._socket is None or self._path is None:
            return
        self._inode = _inode(self._path)
        self._notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._called)

    @property
    def hears(self) -> bool:
        """Whether a start with this store can be heard."""
        return self._socket is not None or (self._pipe is not None and self._pipe.hears)

    @Slot()
    def _called(self) -> None:
        if self._socket is None or len(self._callers) >= MOST_CALLERS:
            return
        try:
            connection, _ = self._socket.accept()
        except OSError:  # who called has hung up meanwhile
            return
        self._callers.add(_Caller(connection, self))
        self._notifier.setEnabled(len(self._callers) < MOST_CALLERS)

    def through(self, caller: _Caller) -> None:
        """A caller is done with; the next one in the line is heard."""
        self._callers.discard(caller)
        if self._socket is not None:
            self._notifier.setEnabled(True)

    def stop(self) -> None:
        """Stop listening: who calls now is told that nobody is there."""
        if self._pipe is not None:
            self._pipe.stop()
        if self._socket is None or self._path is None:
            return
        self._notifier.setEnabled(False)
        self._socket.close()
        self._socket = None
        for caller in tuple(self._callers):
            caller.hang_up()
        if self._inode is not None and _inode(self._path) == self._inode:  # else it is another's
            self._path.unlink(missing_ok=True)


def _inode(path: Path) -> int | None:
    """Which file is there, if any."""
    try:
        return path.lstat().st_ino
    except OSError:
        return None


class _Caller(QObject):
    """One start that has called, till it has said what it wants."""

    def __init__(self, connection: socket.socket, bell: SingleInstance) -> None:
        super().__init__(bell)
        self._bell = bell
        self._said = b""
        self._connection = connection
        connection.setblocking(False)  # noqa: FBT003
        self._notifier = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.timeout.connect(self.hang_up)
        self._end.start(round(ANSWER_S * 1000))

    @Slot()
    def _read(self) -> None:
        try:
            part = self._connection.recv(MOST_BYTES)
        except BlockingIOError:
            return
        except OSError:
            part = b""
        self._said += part
        if not part or len(self._said) > MOST_BYTES:
            self.hang_up()
        elif self._said.endswith(b"\n"):
            self._answer()

    def _answer(self) -> None:
        wish = wish_in(self._said)
        if wish is None:
            self.hang_up()
            return
        try:
            self._connection.send(HEARD)
        except OSError:  # it has not waited; it is as if nobody had called
            wish = None
        self.hang_up()
        if wish is not None:
            self._bell.asked.emit(wish)

    @Slot()
    def hang_up(self) -> None:
        """Stop speaking with this one."""
        self._notifier.setEnabled(False)
        self._end.stop()
        self._connection.close()
        self._bell.through(self)
        self.deleteLater()


class _Pipe(QObject):
    """The same on Windows, where Qt knows the pipes; they are this user's alone."""

    def __init__(self, name: str, bell: SingleInstance) -> None:
        from PySide6.QtNetwork import QLocalServer

        super().__init__(bell)
        self._bell = bell
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._called)
        self.hears = self._server.listen(name)

    @Slot()
    def _called(self) -> None:
        caller = self._server.nextPendingConnection()
        caller.setReadBufferSize(MOST_BYTES)
        caller.disconnected.connect(caller.deleteLater)

        def read() -> None:
            if not caller.canReadLine():
                if caller.bytesAvailable() >= MOST_BYTES:
                    caller.abort()
                return
            wish = wish_in(bytes(caller.readLine(MOST_BYTES + 1).data()))
            if wish is not None:
                caller.write(HEARD)
            caller.disconnectFromServer()
            if wish is not None:
                self._bell.asked.emit(wish)

        caller.readyRead.connect(read)
        QTimer.singleShot(round(ANSWER_S * 1000), caller, caller.abort)
        read()

    def stop(self) -> None:
        """Stop listening."""
        self._server.close()
