"""The figures of earlier runs, in a file of JSON, so that a run is compared with the one before."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from benchmarks.figures import Result


@dataclass
class History:
    """The runs of one file, oldest first."""

    runs: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    def read(cls, path: Path) -> History:
        """What *path* holds; nothing yet if there is no such file."""
        return cls(json.loads(path.read_text(encoding="utf-8"))["runs"] if path.exists() else [])

    def last(self) -> dict[str, float]:
        """The last figure or ratio of each goal that was found on such a machine."""
        here, found = _machine(), {}
        for run in self.runs:
            if run["machine"] == here:
                for one in run["results"]:
                    height = one["measured"] if one["ratio"] is None else one["ratio"]
                    found[f"{one['goal']} {one['what']}"] = height
        return found

    def add(self, results: Sequence[Result], turns: int) -> None:
        """Add a run that has just ended."""
        self.runs.append({
            "when": datetime.now().astimezone().isoformat(timespec="seconds"),
            "machine": _machine(), "turns": turns, "load": _load(),
            "results": [result.as_json() for result in results],
        })  # fmt: skip

    def write(self, path: Path) -> None:
        """Write all runs, so that a file that was there is whole at any time."""
        draft = path.with_name(f"{path.name}.new")
        draft.write_text(json.dumps({"runs": self.runs}, indent=1) + "\n", encoding="utf-8")
        draft.replace(path)


def _machine() -> dict[str, object]:
    """What the figures depend on most, besides what else the machine does."""
    return {
        "system": platform.platform(), "python": platform.python_version(),
        "processors": os.cpu_count(),
    }  # fmt: skip


def _load() -> list[float] | None:
    """How many processes were waiting lately, as the system counts; None where it does not."""
    return [round(one, 2) for one in os.getloadavg()] if hasattr(os, "getloadavg") else None
