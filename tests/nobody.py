"""Running a program as somebody without rights, where root can and the other finds this Python."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

BECOME = ("setpriv", "--reuid", "65534", "--clear-groups")
"""What a command begins with that runs as nobody."""


def _can_run() -> bool:
    """Whether nobody can run this Python: it may lie in a folder of root's."""
    if not shutil.which(BECOME[0]) or os.geteuid() != 0:
        return False
    tried = [*BECOME, sys.executable, "-c", "import json"]
    return subprocess.run(tried, capture_output=True, check=False, cwd="/").returncode == 0


as_nobody = pytest.mark.skipif(
    not _can_run(), reason="needs root, setpriv, and a Python that others can run"
)
