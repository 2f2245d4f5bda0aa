"""The observed program on a machine where one of its modules cannot be loaded.

The variable `BROKEN_MODULE` names it: to import it raises `RuntimeError`, as half an update would.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from types import ModuleType

from tests.e2e import observed


class Broken(MetaPathFinder):
    """Stands before the finders of Python, and fails for one module."""

    def find_spec(
        self, name: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> None:
        if name == os.environ["BROKEN_MODULE"]:
            raise RuntimeError("Ana Ruiz is in no log")


if __name__ == "__main__":
    sys.meta_path.insert(0, Broken())
    sys.exit(observed.main())
