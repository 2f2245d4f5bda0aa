"""The clock of a process that a test starts.

The library is loaded by itself: the `faketime` command gives each run a semaphore named after its
process, and refuses to start where a killed one left that name behind.
"""

from __future__ import annotations

from pathlib import Path

_FOLDERS = ("/usr/lib/*/faketime", "/usr/lib/faketime", "/usr/lib64/faketime",
            "/usr/local/lib/faketime")  # fmt: skip
LIBRARY = next(
    (
        str(found)
        for folder in _FOLDERS
        for found in sorted(Path("/").glob(f"{folder[1:]}/libfaketime.so.1"))
    ),
    "",
)
"""Where the library is; empty where it is not there."""
WHY = "needs libfaketime to turn the clock"


def clock_at(moment: str) -> dict[str, str]:
    """The environment in which it is *moment*, as 2026-11-17 12:00:00, when a process starts."""
    return {"LD_PRELOAD": LIBRARY, "FAKETIME": f"@{moment}", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
