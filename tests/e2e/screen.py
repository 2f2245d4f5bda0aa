"""A screen of its own, a program on it, and a hand with a real keyboard and a real mouse."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
TOOLS = ("Xvfb", "openbox", "xdotool")
PATIENCE = 180.0
OBSERVED = Path(__file__).with_name("observed.py")
_pause = threading.Event()


def missing_tools() -> list[str]:
    """What this machine lacks for a screen of its own."""
    return [tool for tool in TOOLS if not shutil.which(tool)]


@contextmanager
def screen(size: str = "1280x860x24", *, managed: bool = True) -> Iterator[dict[str, str]]:
    """An X screen with a window manager; gives the environment for programs on it.

    One that is not *managed* gives no window the focus: no cursor blinks, nothing is painted twice.
    """
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as display:
        number = display.readline().strip()
    environment = {
        **os.environ,
        "DISPLAY": f":{number}",
        "QT_QPA_PLATFORM": "xcb",
        "LC_ALL": "C.UTF-8",
    }
    managers: list[subprocess.Popen[bytes]] = []
    try:
        if managed:
            _wait_for_manager(managers, environment)
        yield environment
    finally:
        for process in (*managers, server):
            process.terminate()
            process.wait()


def _wait_for_manager(managers: list[subprocess.Popen[bytes]], environment: dict[str, str]) -> None:
    """Have a window manager before anything else: one that comes later takes the keyboard away.

    Where it ends, or is not there after a while, it is started again; each is noted in *managers*.
    """
    asked = ["xdotool", "get_num_desktops"]  # only a window manager can say it
    end = time.monotonic() + PATIENCE
    again = 0.0
    while subprocess.run(asked, env=environment, capture_output=True, check=False).returncode:
        now = time.monotonic()
        assert now < end, "no window manager came"
        if now > again or managers[-1].poll() is not None:
            for one in managers:
                one.kill()
            managers.append(_openbox(environment))
            again = now + PATIENCE / 6
        _pause.wait(0.03)


def _openbox(environment: dict[str, str]) -> subprocess.Popen[bytes]:
    quiet = subprocess.DEVNULL
    return subprocess.Popen(["openbox"], env=environment, stdout=quiet, stderr=quiet)


class Program:
    """The program in a window of its own, seen through its observer."""

    def __init__(
        self,
        environment: dict[str, str],
        *arguments: str,
        script: Path = OBSERVED,
        within: Sequence[str] = (),
    ) -> None:
        """Start it with *arguments*; *script* runs it under its observer, *within* a command."""
        self.environment = environment
        self.process = subprocess.Popen(
            [*within, sys.executable, str(script), *arguments],
            env={**environment, "PYTHONPATH": str(Path(__file__).parents[2])},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, verb: str, name: str = "", **more: object) -> Any:
        """Ask the observer; None where there is no such widget."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps({"ask": verb, "name": name, **more}) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def until(
        self, look: Callable[[], T], wanted: Callable[[T], bool] = bool, patience: float = PATIENCE
    ) -> T:
        """Look until what is seen is *wanted*; fails with what was seen last."""
        end = time.monotonic() + patience
        while True:
            seen = look()
            if wanted(seen):
                return seen
            assert time.monotonic() < end, f"in vain; the last look gave {seen!r}"
            _pause.wait(0.03)

    def place(self, name: str) -> list[int]:
        """Where a widget is, once it can be seen and the window manager has put it there."""
        seen: list[list[int] | None] = [None]

        def look() -> list[int] | None:
            _pause.wait(0.1)
            seen.append(self.ask("where", name))
            return seen[-1] if seen[-1] == seen[-2] else None

        found = self.until(look, lambda area: bool(area and area[2] > 0))
        assert found
        return found

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        self.process.kill()
        self.process.communicate()

    def close(self) -> int:
        """Ask it to end, and give its exit status."""
        self.process.terminate()
        self.process.communicate(timeout=PATIENCE)
        return self.process.returncode


class Hand:
    """A person's keyboard and mouse."""

    def __init__(self, program: Program) -> None:
        """Work on the screen of *program*."""
        self.program = program

    def _do(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.program.environment, check=True)

    def keys(self, *keys: str) -> None:
        """Press keys, one after the other: "ctrl+z", "Return"."""
        self._do("key", "--delay", "30", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._do("type", "--delay", "12", text)

    def click(self, name: str) -> None:
        """Click into the middle of a widget."""
        x, y, width, height = self.program.place(name)
        self._do("mousemove", str(x + width // 2), str(y + height // 2), "click", "1")

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Drag with the left button: press, a dozen small moves, a pause, release."""
        self._do("mousemove", *map(str, start))
        self._do("mousedown", "1")
        for step in range(1, 13):
            x, y = (a + (b - a) * step // 12 for a, b in zip(start, end, strict=True))
            self._do("mousemove", str(x), str(y))
            _pause.wait(0.03)
        self._do("mousemove", str(end[0] + 1), str(end[1]))
        _pause.wait(0.3)
        self._do("mouseup", "1")
