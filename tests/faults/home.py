"""A home of its own for the real program, started in it again and again."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from careerdesk.services import checkins, people
from tests.stores import blank_store

ROOT = Path(__file__).parents[2]
MARK = "qzmarkerqz"
"""A word that nothing but the store may hold."""
PATIENCE = 240


class Home:
    """All folders that the program is told of are in *folder*; its store has Ana."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = folder / "home" / "data" / "careerdesk.db"
        self.state = folder / "home" / "state"
        self.settings = folder / "home" / "config" / "careerdesk.ini"
        store = blank_store(self.store)
        checkins.add_agenda(store, people.add(store, "Ana Ruiz").id, "What went well")
        store.close()
        (folder / "tmp").mkdir()
        self.process: subprocess.Popen[str] | None = None

    def environment(self) -> dict[str, str]:
        """That of the program."""
        tmp = str(self.folder / "tmp")
        return os.environ | {
            "CAREERDESK_HOME": str(self.folder / "home"), "HOME": str(self.folder),
            "XDG_CONFIG_HOME": str(self.folder / ".config"),
            "XDG_CACHE_HOME": str(self.folder / ".cache"),
            "XDG_DATA_HOME": str(self.folder / ".local"),
            "TMPDIR": tmp, "XDG_RUNTIME_DIR": tmp, "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1",
        }  # fmt: skip

    def start(
        self,
        script: str,
        *,
        within: Sequence[str] = (),
        changed: Mapping[str, str] = MappingProxyType({}),
    ) -> str:
        """Start it with a script (of `watched`) in it; the first line that it prints."""
        self.process = subprocess.Popen(
            [*within, sys.executable, "-c", script.replace("{mark}", MARK)],
            env=self.environment() | dict(changed),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self.process.stdout
        return self.process.stdout.readline().rstrip("\n")

    def end(self, number: int | None = None) -> str:
        """Send a signal, if one is given, and wait for the end; what was printed till then."""
        assert self.process
        if number is not None:
            self.process.send_signal(number)
        out, err = self.process.communicate(timeout=PATIENCE)
        return out + err

    def kill(self) -> None:
        """End it, if it still runs."""
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.communicate()

    @property
    def status(self) -> int | None:
        """How it ended."""
        return self.process.returncode if self.process else None

    def log(self) -> str:
        """What the log says."""
        path = self.state / "careerdesk.log"
        return path.read_text() if path.exists() else ""

    def report(self) -> str:
        """What the report of crashes says."""
        path = self.state / "crash-report.txt"
        return path.read_text() if path.exists() else ""

    def leaks(self, mark: str = MARK) -> list[str]:
        """Files that hold *mark*, other than the store, its journal and its backups."""
        own = {Path(f"{self.store}{end}") for end in ("", "-wal", "-journal")}
        own |= set(self.store.with_name("careerdesk-backups").glob("*.db"))
        return [
            str(path.relative_to(self.folder))
            for path in self.folder.rglob("*")
            if path.is_file() and path not in own and mark.encode() in path.read_bytes()
        ]
