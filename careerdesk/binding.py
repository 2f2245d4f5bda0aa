"""Starting without compiling what was compiled at the last start.

PySide6 carries some of its modules as source text within its library, where Python finds no
compiled form of them, and so compiles them whenever it is imported: 120 KB each time, and their
patterns besides. The patterns of all other modules, and the `__init__` of our records, are compiled
at each start as well. Here all that is kept compiled beside our own compiled modules, and is used
for the very same text alone, by the same Python. Where anything is not as it was when this was
compared, all is done as Python always does (`docs/adr/0066-what-a-start-imports.md`).
"""

from __future__ import annotations

import builtins
import marshal
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
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

MOST = 1_000
"""So many texts and patterns are kept at most: more are those of other versions."""

_Source = tuple[str, int, bytes]  # the name, and how long the text is and what it hashes to
_Sources = dict[_Source, CodeType]
_Patterns = dict[tuple[str, int], tuple[Any, ...]]  # what `_sre` takes, by the pattern and flags
_HEAD = MAGIC_NUMBER + b"\3"  # of what is kept: which Python made it, and how it is laid out
_CHECK = 8  # bytes of a hash
_MODULE = 3  # frames above, beyond those of `re`, is who asks for a pattern
_of_python: Any = import_module("_sre")
_compiler: Any = import_module("re._compiler")
_parser: Any = import_module("re._parser")


class _Start:
    """The start that goes on now, if one does."""

    compiling: Compiling | None = None


def begin_start() -> None:
    """From now on take from the last start what it compiled, until `end_start`."""
    from careerdesk import dataclass

    target = _target()
    if target is None or _Start.compiling is not None:
        return
    _Start.compiling = start = Compiling(*_read(target))
    _compiler.compile = start.pattern_of_module
    dataclass.compiler = start.text


def end_start() -> None:
    """Compile as Python does again, and keep what was new for the next start.

    Where no start goes on, nothing is done.
    """
    from careerdesk import dataclass

    start, _Start.compiling = _Start.compiling, None
    if start is None:
        return
    start.put_back()
    dataclass.compiler = dataclass.compiled_now
    target = _target()
    if target is not None and start.has_more and not sys.dont_write_bytecode:
        _write(target, start)


@contextmanager
def compiled_once() -> Iterator[None]:
    """Let what the binding carries be taken from what was compiled before, while it is imported.

    What is compiled now is kept for the next start, where Python keeps compiled modules, too.
    """
    target = _target()
    if target is None:
        yield
        return
    quick = _Start.compiling or Compiling(*_read(target))
    with quick.in_place():
        yield
    if quick is not _Start.compiling and quick.has_more and not sys.dont_write_bytecode:
        _write(target, quick)


def _target() -> Path | None:
    return None if os.environ.get(SWITCH) or not COMPARED else kept_at()


@contextmanager
def linked_when_called() -> Iterator[None]:
    """Let what a library calls in another be looked up at the first call, as programs do.

    Python has all of it looked up when a library is loaded: thousands of functions of Qt, of which
    a start calls few.
    """
    if os.environ.get(SWITCH) or not hasattr(sys, "setdlopenflags"):
        yield
        return
    before = sys.getdlopenflags()
    sys.setdlopenflags(before & ~os.RTLD_NOW | os.RTLD_LAZY)
    try:
        yield
    finally:
        sys.setdlopenflags(before)


def kept_at() -> Path | None:
    """Where the compiled form is kept; None where this Python keeps none."""
    try:
        return Path(cache_from_source(__file__)).with_suffix(".sources")
    except NotImplementedError:
        return None


class Compiling:
    """Stands in for what compiles sources and patterns: only what is not known is compiled."""

    def __init__(self, sources: _Sources, patterns: _Patterns) -> None:
        """Know what was compiled before; `sources` and `patterns` are what was asked for since."""
        self._known = sources, patterns
        self._plain: Any = builtins.compile
        self._plain_pattern: Any = _compiler.compile
        self.sources: _Sources = {}
        self.patterns: _Patterns = {}

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """Be asked in place of Python's own for the while."""
        before = builtins.compile, _compiler.compile
        builtins.compile, _compiler.compile = self.source, self.pattern
        try:
            yield
        finally:
            builtins.compile, _compiler.compile = before

    def put_back(self) -> None:
        """Let Python's own be asked for patterns again."""
        _compiler.compile = self._plain_pattern

    @property
    def everything(self) -> tuple[_Sources, _Patterns]:
        """What was asked for, and what was known besides, unless that became too much."""
        sources, patterns = self._known
        if len(sources) + len(patterns) > MOST:
            return self.sources, self.patterns
        return sources | self.sources, patterns | self.patterns

    @property
    def has_more(self) -> bool:
        """Whether there was a text or a pattern that was not known."""
        sources, patterns = self._known
        return not (
            self.sources.keys() <= sources.keys() and self.patterns.keys() <= patterns.keys()
        )

    def source(self, source: Any, filename: Any, mode: str, *rest: Any, **named: Any) -> Any:
        """As `compile`."""
        usual = mode == "exec" and type(source) is bytes and not rest and not named
        if not usual or not isinstance(filename, str) or not filename.startswith(CARRIED):
            return self._plain(source, filename, mode, *rest, **named)
        return self._kept(filename, source, source, filename)

    def text(self, name: str, text: str) -> CodeType:
        """The code of a *text* of ours, known by its *name*."""
        return self._kept(name, text.encode(), text, "<string>")

    def _kept(self, name: str, content: bytes, source: Any, filename: str) -> CodeType:
        key = name, len(content), source_hash(content)
        found = self._known[0].get(key)
        if found is None:
            found = self._plain(source, filename, "exec")
        self.sources[key] = found
        return found

    def pattern_of_module(self, pattern: Any, flags: int = 0) -> Any:
        """As the function of `re`; what a module has as its own is kept, and no other.

        What is made of a text that somebody typed must not be.
        """
        if sys._getframe(_MODULE).f_code.co_name == "<module>":  # noqa: SLF001  # cheap
            return self.pattern(pattern, flags)
        return self._plain_pattern(pattern, flags)

    def pattern(self, pattern: Any, flags: int = 0) -> Any:
        """As the function of `re`."""
        if type(pattern) is not str or type(flags) is not int:
            return self._plain_pattern(pattern, flags)
        key = pattern, flags
        self.patterns[key] = self._known[1].get(key) or _parts_of(pattern, flags)
        return _of_python.compile(pattern, *self.patterns[key])


def _parts_of(pattern: str, flags: int) -> tuple[Any, ...]:
    """What Python makes of a pattern, as its own function does."""
    tree = _parser.parse(pattern, flags)
    numbers: dict[str, int] = dict(tree.state.groupdict)
    names: list[str | None] = [None] * tree.state.groups
    for name, number in numbers.items():
        names[number] = name
    code = list(map(int, _compiler._code(tree, flags)))  # noqa: SLF001  # some have names there
    return int(flags | tree.state.flags), code, tree.state.groups - 1, numbers, tuple(names)


def _read(target: Path) -> tuple[_Sources, _Patterns]:
    """What was kept; nothing where it is not there, not whole, or of another Python."""
    try:
        kept = target.read_bytes()
    except OSError:
        return {}, {}
    content = kept[len(_HEAD) + _CHECK :]
    if not kept.startswith(_HEAD + source_hash(content)):
        return {}, {}
    version, sources, patterns = marshal.loads(content)  # noqa: S302  # as trusted as our modules
    return (sources, patterns) if version == _of_python.MAGIC else ({}, {})


def _write(target: Path, quick: Compiling) -> None:
    """Keep it, whole or not at all; silently not where nothing can be written."""
    content = marshal.dumps((_of_python.MAGIC, *quick.everything))
    whole = _HEAD + source_hash(content) + content
    SourceFileLoader("", str(target)).set_data(str(target), whole)
