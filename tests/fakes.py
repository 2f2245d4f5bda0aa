"""What stands in for the user and the world where a test must not wait for them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from careerdesk.ui.base.file_dialogs import Dialogs


class ReadyAnswers(Dialogs):
    """Answers at once what a test has laid ready, and remembers what was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.said: list[str] = []
        self.chosen: Path | None = None
        self.agrees = True
        self.picks: int | None = None

    def save_path(self, title: str, suggested: str, pattern: str) -> Path | None:
        self.asked.append(title)
        return self.chosen

    def open_path(self, title: str, pattern: str) -> Path | None:
        self.asked.append(title)
        return self.chosen

    def folder_path(self, title: str) -> Path | None:
        self.asked.append(title)
        return self.chosen

    def choose(self, title: str, text: str, buttons: Sequence[str]) -> int | None:
        self.asked.append(title)
        if self.picks is not None:
            return self.picks
        return len(buttons) - 1 if self.agrees else None

    def confirm(self, title: str, text: str, button: str) -> bool:
        self.asked.append(title)
        self.said.append(text)
        return self.agrees
