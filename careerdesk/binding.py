"""Loading the binding of Qt without compiling its sources at each start.

PySide6 carries some of its modules as source text within its library, where Python finds no
compiled form of them, and so compiles them whenever it is imported: 120 KB each time. Here they
are kept compiled beside our own compiled modules, and are used for the very same text alone, by
the same Python. Where anything is not as it was when this was compared, the binding is loaded as
it always is (`docs/adr/0066-what-a-start-imports.md`).
"""

from __future__ import annotations

import builtins
import marshal
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.machinery import SourceFileLoader
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from pathlib import Path
from types import CodeType
from typing import Any

SWITCH = "CAREERDESK_PLAIN_BINDING"
"""The variable of the environment that lets the binding be loaded as it always is."""
COMPARED = sys.implementation.name == "cpython" and (3, 11) <= sys.version_info < (3, 14)
CARRIED = "signature_bootstrap.py", "shibokensupport/"
"""How the names begin under which the binding compiles what it carries."""

_Key = tuple[str, int, bytes]  # the name, and how long the text is and what it hashes to
_CHECK = 8  # bytes of a hash


@contextmanager
def compiled_once() -> Iterator[None]:
    """Let what the binding carries be taken from what was compiled before, while it is imported.

    What is compiled now is kept for the next start, where Python keeps compiled modules, too.
    """
    target = None if os.environ.get(SWITCH) or not COMPARED else kept_at()
    if target is None:
        yield
        return
    sources = _Sources(_read(target))
    plain = builtins.compile
    builtins.compile = sources.compile
    try:
        yield
    finally:
        builtins.compile = plain
    if sources.has_more and not sys.dont_write_bytecode:
        _write(target, sources.seen)


def kept_at() -> Path | None:
    """Where the compiled form is kept; None where this Python keeps none."""
    try:
        return Path(cache_from_source(__file__)).with_suffix(".sources")
    except NotImplementedError:
        return None


class _Sources:
    """Stands in for `compile`: of what the binding carries, only what is not known is compiled."""

    def __init__(self, known: dict[_Key, CodeType]) -> None:
        self._known = known
        self._plain: Any = builtins.compile
        self.seen: dict[_Key, CodeType] = {}

    @property
    def has_more(self) -> bool:
        """Whether there was anything that was not known."""
        return not self.seen.keys() <= self._known.keys()

    def compile(self, source: Any, filename: Any, mode: str, *rest: Any, **named: Any) -> Any:
        """As the function of Python."""
        usual = mode == "exec" and type(source) is bytes and not rest and not named
        if not usual or not isinstance(filename, str) or not filename.startswith(CARRIED):
            return self._plain(source, filename, mode, *rest, **named)
        key = filename, len(source), source_hash(source)
        found = self._known.get(key)
        if found is None:
            found = self._plain(source, filename, mode)
        self.seen[key] = found
        return found


def _read(target: Path) -> dict[_Key, CodeType]:
    """What was kept; nothing where it is not there, not whole, or of another Python."""
    try:
        kept = target.read_bytes()
    except OSError:
        return {}
    head, content = kept[: len(MAGIC_NUMBER) + _CHECK], kept[len(MAGIC_NUMBER) + _CHECK :]
    if head != MAGIC_NUMBER + source_hash(content):
        return {}
    known: dict[_Key, CodeType] = marshal.loads(content)  # noqa: S302  # as trusted as our modules
    return known


def _write(target: Path, seen: dict[_Key, CodeType]) -> None:
    """Keep it, whole or not at all; silently not where nothing can be written."""
    content = marshal.dumps(seen)
    head = MAGIC_NUMBER + source_hash(content)
    SourceFileLoader("", str(target)).set_data(str(target), head + content)
