"""The binding is the same, whether its sources were compiled now or before."""

from __future__ import annotations

import json
import marshal
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from careerdesk import binding

pytestmark = pytest.mark.skipif(not binding.COMPARED, reason="not compared on this Python")

LOAD = """
import json, os, pickle, re, sys
from enum import EnumType, Flag
from pathlib import Path
from types import CodeType, FunctionType
compiled = []
sys.addaudithook(lambda event, args: compiled.append(str(args[1])) if event == "compile" else None)
from careerdesk import app, binding
before = binding.builtins.compile, re._compiler.compile
asked, parse = [], re._parser.parse
re._parser.parse = lambda text, *flags: asked.append(text) or parse(text, *flags)
app.load_qt()
re._parser.parse = parse
assert (binding.builtins.compile, re._compiler.compile) == before
assert (EnumType._create_.__module__ == "enum") is (binding.SWITCH in os.environ)
from PySide6 import QtCore, QtGui, QtWidgets
from shibokensupport.signature import get_signature

def code(one):
    inner = [code(const) if isinstance(const, CodeType) else repr(const) for const in one.co_consts]
    return [one.co_code.hex(), one.co_names, one.co_varnames, one.co_flags, one.co_filename,
            one.co_qualname, list(one.co_lines()), one.co_exceptiontable.hex(), inner]

def said(value, depth=0):
    if isinstance(value, re.Pattern):
        plain = re._compiler.compile(value.pattern, value.flags)
        return [value.pattern, value.flags, value.groups, dict(value.groupindex), value == plain]
    if isinstance(value, FunctionType):
        return [code(value.__code__), repr(value.__defaults__), sorted(value.__annotations__)]
    if isinstance(value, type) and depth < 2:
        return {name: said(part, depth + 1) for name, part in vars(value).items()}
    return type(value).__name__

def enumerations():
    kinds = {}
    for module in (QtCore, QtGui, QtWidgets):
        for owner in [module, *(one for one in vars(module).values() if isinstance(one, type))]:
            for name in dir(owner):
                one = getattr(owner, name, None)
                if isinstance(one, EnumType) and one.__module__.startswith("PySide6"):
                    kinds[f"{owner.__name__}.{name}"] = one
    return {name: dumped(one) for name, one in kinds.items()}

def dumped(kind):
    members = kind.__members__
    few = [members[name] for name in list(members)[:3]]
    attributes = {
        name: [type(part).__name__, plainly(part)] for name, part in vars(kind).items()
        if name not in members
    }
    found = [repr(kind), kind.__module__, kind.__qualname__, attributes, tried(list, kind)]
    for name, member in members.items():
        known = {key: plainly(part) for key, part in vars(member).items()}
        found.append([name, known, repr(member), str(member), hash(member), kind[name] is member,
                      kind(member.value) is member, getattr(kind, name) is member,
                      pickle.dumps(member).hex()])
    if issubclass(kind, Flag) and few:
        found += [repr(~one) for one in few] + [repr(one | two) for one in few for two in few]
        found += [tried(list, kind(7 | few[-1].value)), tried(kind, 1 << 40)]
    return found

def tried(call, *arguments):
    try:
        return repr(call(*arguments))
    except Exception as error:
        return repr(error)

def plainly(value):
    if isinstance(value, dict):
        return [[repr(key), repr(part)] for key, part in value.items()]
    return getattr(value, "__qualname__", None) or re.sub("0x[0-9a-f]+", "", repr(value))

def refused(call, *arguments):
    try:
        call(*arguments)
    except TypeError as error:
        return str(error)

print(json.dumps({
    "compiled": [name for name in compiled if name.startswith(binding.CARRIED)],
    "patterns": len(asked),
    "modules": {
        name: {key: said(value) for key, value in vars(module).items()
               if key not in ("__loader__", "__spec__", "__builtins__")}
        for name, module in sorted(sys.modules.items())
        if name.startswith(("shibokensupport", "PySide6.support"))
    },
    "signatures": [
        str(get_signature(one)) for one in
        (QtWidgets.QWidget.setGeometry, QtGui.QPainter.drawText, QtCore.QObject.connect)
    ],
    "errors": [
        refused(QtCore.QRect, "a"), refused(QtCore.QTimer.singleShot, 0),
        refused(QtGui.QColor, 1, 2, 3, 4, 5, 6),
    ],
    "enumerations": enumerations(),
}, sort_keys=True))
"""


def load(kept: Path, **environment: str) -> dict[str, Any]:
    """What a new process finds in the binding, which keeps what it compiles in a folder."""
    inherited = {name: value for name, value in os.environ.items() if name not in UNWANTED}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", LOAD],
        capture_output=True, text=True, timeout=240, check=False, cwd=Path(__file__).parents[2],
        env={**inherited, "PYTHONPYCACHEPREFIX": str(kept), "PYTHONHASHSEED": "0",
             **environment},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


LEAST_ENUMERATIONS = 300
UNWANTED = {binding.SWITCH, "PYTHONDONTWRITEBYTECODE", "SBK_EMBED"}


@pytest.fixture
def plain(tmp_path: Path) -> dict[str, Any]:
    """What the binding is without us."""
    found = load(tmp_path / "plain", **{binding.SWITCH: "1"})
    assert len(found["compiled"]) > 5
    assert not list((tmp_path / "plain").rglob("*.sources"))
    return found


def without(found: dict[str, Any]) -> dict[str, Any]:
    """All of it but what was compiled."""
    return {key: found[key] for key in found.keys() - {"compiled", "patterns"}}


def test_what_was_compiled_before_is_not_compiled_again_and_is_the_same(
    plain: dict[str, Any], tmp_path: Path
) -> None:
    first, second = load(tmp_path), load(tmp_path)
    assert without(first) == without(plain)
    assert without(second) == without(plain)
    assert (first["compiled"], second["compiled"]) == (plain["compiled"], [])
    assert first["patterns"] == plain["patterns"] > second["patterns"]


def test_every_enumeration_is_the_one_that_python_makes(
    plain: dict[str, Any], tmp_path: Path
) -> None:
    found = load(tmp_path)
    assert len(plain["enumerations"]) > LEAST_ENUMERATIONS
    for name, members in plain["enumerations"].items():
        assert found["enumerations"][name] == members, name


def cut(kept: bytes) -> bytes:
    """As after a crash of the computer."""
    return kept[: len(kept) // 2] + bytes(len(kept) - len(kept) // 2)


def of_another_python(kept: bytes) -> bytes:
    """With the mark of a Python that has other codes."""
    return b"\x00\x00" + kept[2:]


def of_another_form(kept: bytes) -> bytes:
    """As another version of the program lays it out."""
    size = len(binding._HEAD)
    return kept[: size - 1] + b"\1" + kept[size:]


@pytest.mark.parametrize("spoil", [cut, of_another_python, of_another_form, lambda _kept: b""])
def test_what_is_not_whole_or_of_another_python_is_compiled_again(
    plain: dict[str, Any], tmp_path: Path, spoil: Any
) -> None:
    load(tmp_path)
    (kept,) = tmp_path.rglob("*.sources")
    whole = kept.read_bytes()
    kept.write_bytes(spoil(whole))
    assert load(tmp_path) == plain
    assert kept.read_bytes() == whole


def test_the_text_of_another_version_is_compiled(tmp_path: Path) -> None:
    known = binding.Compiling({}, {})
    old = known.source(b"a = 1", "shibokensupport/a.py", "exec")
    later = binding.Compiling(known.sources, {})
    assert later.source(b"a = 1", "shibokensupport/a.py", "exec") is old
    new = later.source(b"a = 2", "shibokensupport/a.py", "exec")
    assert (later.has_more, new.co_consts) == (True, (2, None))


def test_what_is_no_source_of_the_binding_is_compiled_as_ever() -> None:
    compiling = binding.Compiling({}, {})
    compiling.source(b"a = 1", "ours.py", "exec")
    compiling.source("a = 1", "shibokensupport/a.py", "exec")
    compiling.source(b"a = 1", "shibokensupport/a.py", "exec", 0, True)
    assert compiling.sources == {}


@pytest.mark.parametrize("flags", [re.NOFLAG, re.IGNORECASE, re.VERBOSE | re.DOTALL, re.ASCII])
@pytest.mark.parametrize("pattern", ["a(?P<one>b)?|[^c-e]+(?i:x)", r"\b(\w)(?=\1)$", "(?s).*?é"])
def test_a_pattern_that_was_kept_is_that_which_python_compiles(
    pattern: str, flags: re.RegexFlag
) -> None:
    first = binding.Compiling({}, {})
    made = first.pattern(pattern, flags.value)
    kept = marshal.loads(marshal.dumps(first.patterns))
    again = binding.Compiling({}, kept).pattern(pattern, flags.value)
    assert made == again == re.compile(pattern, flags)
    assert (again.groups, again.groupindex) == (made.groups, made.groupindex)
    assert binding.Compiling({}, {}).pattern(b"a+") == re.compile(b"a+")


def test_a_text_of_ours_is_kept_under_its_name() -> None:
    first = binding.Compiling({}, {})
    made = first.text("ours.A", "a = 1")
    again = binding.Compiling(first.sources, {})
    assert again.text("ours.A", "a = 1") is made
    assert not again.has_more
    assert again.text("ours.A", "a = 2").co_consts == (2, None)
    assert again.has_more


def test_only_what_a_module_has_as_its_own_is_kept_of_patterns(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compiling = binding.Compiling({}, {})
    monkeypatch.setattr(binding._compiler, "compile", compiling.pattern_of_module)
    assert re.compile("typed by somebody").match("typed by somebody")
    exec(compile("import re\nre.compile('of a module')", "ours.py", "exec"), {})
    assert [pattern for pattern, _flags in compiling.patterns] == ["of a module"]


def test_what_other_versions_left_does_not_pile_up() -> None:
    old = {(f"old {number}", number): () for number in range(binding.MOST + 1)}
    compiling = binding.Compiling({}, old)
    compiling.pattern("new", 0)
    assert list(compiling.everything[1]) == [("new", 0)]


START = """
import sys
compiled = []

def note(event, args):
    records = sys.modules.get("careerdesk.dataclass")
    known = getattr(records, "compiler", None)
    if event == "compile" and known and known is not records.compiled_now:
        compiled.append(args[0])  # the start goes on

sys.addaudithook(note)
from careerdesk import cli
status = cli.run(["--store", sys.argv[1], "--measure-start"])
texts = [1 for text in compiled if "def __init__(" in str(text)[:20]]
import re, careerdesk.dataclass as records
assert compile.__module__ == "builtins" and re._compiler.compile.__name__ == "compile"
assert records.compiler is records.compiled_now
print(status, len(texts))
"""


def begun(script: str, folder: Path) -> list[str]:
    """The words of the last line that a start in a process of its own prints."""
    inherited = {name: value for name, value in os.environ.items() if name not in UNWANTED}
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder / "store.db")],
        capture_output=True, text=True, timeout=240, check=True,
        cwd=Path(__file__).parents[2],
        env={**inherited, "PYTHONPYCACHEPREFIX": str(folder / "kept"),
             "CAREERDESK_HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    return done.stdout.splitlines()[-1].split()


def test_a_second_start_compiles_nothing(tmp_path: Path) -> None:
    (first, many), (second, few) = begun(START, tmp_path), begun(START, tmp_path)
    assert (first, second) == ("0", "0")
    assert int(many) > 5
    assert few == "0"


REFUSED = """
import re, sys
from careerdesk import cli, dataclass as records
status = cli.run(["open", "Nobody", "--store", sys.argv[1]])
assert re._compiler.compile.__name__ == "compile"
assert records.compiler is records.compiled_now
print(status)
"""


def test_a_start_that_is_refused_compiles_as_python_does_again(tmp_path: Path) -> None:
    assert begun(REFUSED, tmp_path) == ["2"]


@pytest.mark.skipif(not hasattr(sys, "getdlopenflags"), reason="this system has one way only")
def test_libraries_are_linked_as_python_does_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(binding.SWITCH, raising=False)
    before = sys.getdlopenflags()
    with binding.linked_when_called():
        assert sys.getdlopenflags() & (os.RTLD_LAZY | os.RTLD_NOW) == os.RTLD_LAZY
    assert sys.getdlopenflags() == before
    monkeypatch.setenv(binding.SWITCH, "1")
    with binding.linked_when_called():
        assert sys.getdlopenflags() == before


def test_a_python_that_keeps_nothing_is_left_alone(plain: dict[str, Any], tmp_path: Path) -> None:
    assert load(tmp_path, PYTHONDONTWRITEBYTECODE="1") == plain
    assert not list(tmp_path.rglob("*.sources"))


def test_a_folder_that_cannot_be_written_is_no_trouble(
    plain: dict[str, Any], tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert load(blocked) == plain
