"""Where the program begins: nothing of it is readable by others, and no traceback is shown."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line or the window; returns the exit status."""
    os.umask(0o077)
    _keep_no_core()
    from careerdesk.cli import run

    return run(list(sys.argv[1:] if arguments is None else arguments))


def _keep_no_core() -> None:
    """A crash must not leave the notes in a file: no core dump is written."""
    try:
        import resource
    except ImportError:
        return
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))


if __name__ == "__main__":
    sys.exit(main())
