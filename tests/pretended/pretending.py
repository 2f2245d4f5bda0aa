"""What a run of the tests pretends, in its own process and in those that it starts."""

from __future__ import annotations

import builtins
import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import cache
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import Any

SQLITE = "CAREERDESK_TESTS_SQLITE"
WINDOWS = "CAREERDESK_TESTS_WINDOWS"
PRETENDS = "careerdesk_tests_pretend"
FACTORY = "careerdesk.data.library"
PROGRAM = "careerdesk"
HERE = Path(__file__).parent

Instead = Callable[[str], ModuleType | None]
"""What a module of the program is given for a name that it imports, if not the module itself."""


def is_windows() -> bool:
    """Whether this run pretends to be on Windows."""
    return bool(os.environ.get(WINDOWS))


def is_renamed() -> bool:
    """Whether every store of this run is opened by a library that is not `sqlite3`."""
    return os.environ.get(SQLITE) == "renamed"


def what() -> list[str]:
    """What is pretended, for the head of the run."""
    return ["a renamed sqlite3"] * is_renamed() + ["Windows"] * is_windows()


def pretend() -> None:
    """Pretend what the environment asks for, if anything."""
    if hasattr(sys, PRETENDS) or not (is_windows() or is_renamed()):
        return
    setattr(sys, PRETENDS, True)
    if FACTORY in sys.modules:
        raise RuntimeError(f"{FACTORY} was imported before the tests could pretend anything.")
    if is_renamed():
        sys.meta_path.insert(0, Imports(lambda name: name == FACTORY, _renamed_sqlite))
    if is_windows():
        sys.meta_path.insert(0, Imports(_is_of_the_program, _of_windows))


def tell_children() -> None:
    """Let every Python that this process starts pretend the same, whatever environment it gets."""
    if is_windows() or is_renamed():
        os.environ.update(_with_this_folder(os.environ))
        subprocess.Popen = _Popen  # type: ignore[misc]


class _Popen(subprocess.Popen):  # type: ignore[type-arg]
    def __init__(self, *values: Any, **named: Any) -> None:
        if named.get("env") is not None:
            named["env"] = _with_this_folder(named["env"])
        super().__init__(*values, **named)


def _with_this_folder(environment: Any) -> dict[str, str]:
    paths = environment.get("PYTHONPATH", "").split(os.pathsep)
    if paths[0] != str(HERE):
        paths.insert(0, str(HERE))
    asked = {name: os.environ[name] for name in (SQLITE, WINDOWS) if os.environ.get(name)}
    return {**environment, **asked, "PYTHONPATH": os.pathsep.join(filter(None, paths))}


def _is_of_the_program(name: str) -> bool:
    return name.partition(".")[0] == PROGRAM


@cache
def _beside(name: str, folder: Path = HERE) -> ModuleType:
    """A module of the tests, which no path leads to in a program that the tests start."""
    spec = importlib.util.spec_from_file_location(f"pretended_{name}", folder / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def _renamed() -> ModuleType:
    found: ModuleType = _beside("other_library", HERE.parent).other_sqlite(watch=False)
    return found


@cache
def _windows() -> ModuleType:
    """Windows, from the first module of the program on: no other program hears of it."""
    found = _beside("as_windows")
    found.pretend()
    return found


def _of_windows(name: str) -> ModuleType | None:
    found: ModuleType | None = _windows().module(name)
    return found


def _renamed_sqlite(name: str) -> ModuleType | None:
    return _renamed() if name == "sqlite3" else None


class Imports(MetaPathFinder):
    """Finds modules as ever, and gives some of them others than they ask for."""

    def __init__(self, concerns: Callable[[str], bool], instead: Instead) -> None:
        self._concerns = concerns
        self._instead = instead

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The spec that the finders behind this one have, with a loader that gives others."""
        if not self._concerns(name):
            return None
        behind = sys.meta_path[sys.meta_path.index(self) + 1 :]
        for finder in behind:
            spec = finder.find_spec(name, path, target) if hasattr(finder, "find_spec") else None
            if spec is not None:
                if isinstance(spec.loader, SourceFileLoader):
                    spec.loader = _Loader(spec.loader, self._instead)
                return spec
        return None


class _Loader(SourceFileLoader):
    def __init__(self, plain: SourceFileLoader, instead: Instead) -> None:
        super().__init__(plain.name, plain.path)
        self._plain = plain
        self._instead = instead

    def exec_module(self, module: ModuleType) -> None:
        """Run the module with an import of its own."""
        own = vars(module).setdefault("__builtins__", dict(vars(builtins)))
        own["__import__"] = self._importing(own["__import__"])
        self._plain.exec_module(module)

    def _importing(self, before: Callable[..., Any]) -> Callable[..., Any]:
        def importing(name: str, *values: Any, **named: Any) -> Any:
            instead = self._instead(name) if _level(*values, **named) == 0 else None
            return before(name, *values, **named) if instead is None else instead

        return importing


def _level(
    _globals: object = None, _locals: object = None, _names: object = (), level: int = 0
) -> int:
    return level
