"""Windows, as far as the program can tell it from here: what it lacks, and what it refuses.

The modules of the program see an `os`, a `sys`, a `time` and a `signal` without what Windows does
not have. What Windows does otherwise is done otherwise for all: names that are those of devices or
hold marks it does not take, files that the program has open and so can neither rename nor remove,
folders that cannot be opened, `fsync` that wants to write, modes and links that do not exist.
"""

from __future__ import annotations

import errno
import fcntl
import io
import os
import shutil
import signal
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from types import FrameType, ModuleType
from typing import Any

NOWHERE = frozenset({
    "fcntl", "resource", "pwd", "grp", "termios", "tty", "pty", "posix", "syslog", "readline",
    "curses", "spwd", "crypt", "nis",
})  # fmt: skip
OF_POSIX = {
    "os": frozenset({
        "O_CLOEXEC", "O_DIRECTORY", "O_DSYNC", "O_NOATIME", "O_NOCTTY", "O_NOFOLLOW", "O_NONBLOCK",
        "O_PATH", "O_SYNC", "O_TMPFILE", "WNOHANG", "chown", "chroot", "ctermid", "environb",
        "fchmod", "fchown", "fdatasync", "fork", "forkpty", "fstatvfs", "getegid", "geteuid",
        "getgid", "getgroups", "getloadavg", "getpgid", "getpgrp", "getpriority", "getresuid",
        "getsid", "getuid", "getxattr", "initgroups", "killpg", "lchown", "lockf", "mkfifo",
        "mknod", "nice", "openpty", "pathconf", "pidfd_open", "posix_fadvise", "posix_fallocate",
        "posix_spawn", "posix_spawnp", "pread", "preadv", "pwrite", "pwritev", "readv",
        "register_at_fork", "sched_getaffinity", "sched_setaffinity", "sched_yield", "sendfile",
        "setegid", "seteuid", "setgid", "setgroups", "setpgid", "setpriority", "setresuid",
        "setsid", "setuid", "setxattr", "statvfs", "sync", "sysconf", "tcgetpgrp", "tcsetpgrp",
        "ttyname", "uname", "wait", "wait3", "wait4", "waitid", "writev",
    }),
    "time": frozenset({
        "CLOCK_BOOTTIME", "CLOCK_MONOTONIC", "CLOCK_MONOTONIC_RAW", "CLOCK_PROCESS_CPUTIME_ID",
        "CLOCK_REALTIME", "CLOCK_TAI", "CLOCK_THREAD_CPUTIME_ID", "clock_getres", "clock_gettime",
        "clock_gettime_ns", "clock_settime", "pthread_getcpuclockid", "tzset",
    }),
    "signal": frozenset({
        name for name in dir(signal)
        if (name.startswith("SIG") and not name.startswith("SIG_") and name not in
            {"SIGABRT", "SIGFPE", "SIGILL", "SIGINT", "SIGSEGV", "SIGTERM"})
        or name in {"SIG_BLOCK", "SIG_UNBLOCK", "SIG_SETMASK", "alarm", "getitimer", "pause",
                    "pthread_kill", "pthread_sigmask", "setitimer", "siginterrupt", "sigpending",
                    "sigtimedwait", "sigwait", "sigwaitinfo"}
    }),
    "sys": frozenset(),
    "socket": frozenset({"AF_UNIX", "SO_PEERCRED", "SCM_RIGHTS", "send_fds", "recv_fds"}),
}  # fmt: skip
BY_WAY_OF = frozenset({
    __name__, "contextlib", "os", "pathlib", "pathlib._local", "shutil", "tempfile",
})  # fmt: skip
SAYS = {"os": {"name": "nt"}, "sys": {"platform": "win32"}}
DEVICES = frozenset({
    "con", "prn", "aux", "nul", "conin$", "conout$",
    *(f"{port}{number}" for port in ("com", "lpt") for number in "123456789¹²³"),
})  # fmt: skip
MARKS = frozenset('<>:"|?*') | {chr(number) for number in range(1, 32)}


class Without(ModuleType):
    """A module of Python without some names, and with other values for some."""

    def __init__(self, real: ModuleType) -> None:
        super().__init__(real.__name__, real.__doc__)
        self.__dict__["_real"] = real

    def __getattr__(self, name: str) -> Any:
        real = self.__dict__["_real"]
        if name in OF_POSIX[real.__name__]:
            raise AttributeError(f"Windows has no {real.__name__}.{name}")
        return SAYS.get(real.__name__, {}).get(name, getattr(real, name))

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self.__dict__["_real"], name, value)

    def __delattr__(self, name: str) -> None:
        delattr(self.__dict__["_real"], name)


_modules: dict[str, Without] = {}


def module(name: str) -> ModuleType | None:
    """What a module of the program has in place of one of Python's."""
    top = name.partition(".")[0]
    if top in NOWHERE:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)
    if top in OF_POSIX:
        if top not in _modules:
            _modules[top] = Without(__import__(top))
        return _modules[top]
    return None


def pretend() -> None:
    """Let files be as on Windows, for the rest of this process."""
    for owner, name, value in otherwise():
        setattr(owner, name, value)


def otherwise() -> list[tuple[ModuleType, str, Any]]:
    """What has to be put in the place of what is there, so that files are as on Windows."""
    changes: dict[str, Any] = {
        "fsync": _fsync_of(os.fsync),
        "open": _open_of(os.open),
        "link": _no_links,
        "chmod": _chmod_of(os.chmod),
        "mkdir": _named(os.mkdir, 0),
        "unlink": _closed(os.unlink, (0,)),
        "remove": _closed(os.remove, (0,)),
        "rename": _named(_closed(os.rename, (0, 1)), 1),
        "replace": _named(_closed(os.replace, (0, 1)), 1),
    }
    opens_folders = (shutil, "_use_fd_functions", False)
    reads_proc = (io, "open", _nothing_in_proc(io.open))
    return [opens_folders, reads_proc, *((os, name, value) for name, value in changes.items())]


def _refused(number: int, path: object) -> OSError:
    return OSError(number, os.strerror(number), str(path))


def _nothing_in_proc(open_: Callable[..., Any]) -> Callable[..., Any]:
    """What `Path.open` calls."""

    def opening(path: Any, *values: Any, **named: Any) -> Any:
        if str(path).startswith("/proc/"):
            raise _refused(errno.ENOENT, path)
        return open_(path, *values, **named)

    return opening


def _fsync_of(fsync: Callable[[int], None]) -> Callable[[int], None]:
    def sync(descriptor: int) -> None:
        if fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDONLY:
            raise _refused(errno.EBADF, descriptor)
        fsync(descriptor)

    return sync


def _open_of(open_: Callable[..., int]) -> Callable[..., int]:
    def open_file(path: Any, flags: int, mode: int = 0o777, **more: Any) -> int:
        special = flags & os.O_TMPFILE == os.O_TMPFILE or more.get("dir_fd") is not None
        if not special and os.path.isdir(path):
            raise _refused(errno.EACCES, path)
        if not special and flags & os.O_CREAT:
            _check_name(path)
        return open_(path, flags, mode & 0o600 | 0o066, **more)

    return open_file


def _no_links(source: Any, _target: Any, **_named: Any) -> None:
    raise _refused(errno.EPERM, source)


def _chmod_of(chmod: Callable[..., None]) -> Callable[..., None]:
    """No modes, but that a program can be run."""

    def change(path: Any, mode: int, **named: Any) -> None:
        if mode & 0o111:
            chmod(path, stat.S_IMODE(os.stat(path).st_mode) | 0o111, **named)

    return change


def _named(call: Callable[..., None], place: int) -> Callable[..., None]:
    """The call, refusing a name that Windows has not."""

    @wraps(call)
    def calling(*values: Any, **named: Any) -> None:
        if len(values) > place and not isinstance(values[place], int):
            _check_name(values[place])
        call(*values, **named)

    return calling


def _check_name(path: Any) -> None:
    name = os.path.basename(os.fsdecode(path))
    if MARKS & set(name):
        raise _refused(errno.EINVAL, path)
    if name.partition(".")[0].rstrip(" ").casefold() in DEVICES or name != name.rstrip(". "):
        raise _refused(errno.EACCES, path)


def _closed(call: Callable[..., None], places: tuple[int, ...]) -> Callable[..., None]:
    """The call, refusing the program what it has open itself.

    A test is somebody else: it pulls out a stick, or has a server that takes a file away.
    """

    @wraps(call)
    def calling(*values: Any, **named: Any) -> None:
        if not named and _is_of_the_program(sys._getframe(1)):
            for place in places:
                if _is_open(values[place]):
                    raise _refused(errno.EACCES, values[place])
        call(*values, **named)

    return calling


def _is_of_the_program(caller: FrameType | None) -> bool:
    """Whether a call comes from the program, by way of Python's own modules or directly."""
    while caller is not None and caller.f_globals.get("__name__") in BY_WAY_OF:
        caller = caller.f_back
    return caller is not None and str(caller.f_globals.get("__name__")).startswith("careerdesk")


def _is_open(path: Any) -> bool:
    try:
        wanted = os.lstat(path)
    except (OSError, TypeError, ValueError):
        return False
    if not stat.S_ISREG(wanted.st_mode):
        return False
    for descriptor in os.listdir("/proc/self/fd"):
        with suppress(OSError):
            if os.path.samestat(os.fstat(int(descriptor)), wanted):
                return True
    return False
