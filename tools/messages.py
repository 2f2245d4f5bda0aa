"""Writes every text of the program into `careerdesk/locale/careerdesk.pot`, for translators.

    python3 dev.py messages

Texts are found in the syntax tree, where these are called: `tr(text)`, `trn(one, many, n)`,
`trp(context, text)`, `N_(text)`, `Counting(one, many)`, and `trg(whom, they, she=…, he=…, named=…)`
or `NG_`, which are a text for each form of pronouns. A comment above the call that begins with
`TRANSLATORS:` goes along. Entries are sorted by their text and name files without lines, so that
only a changed text changes the file.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TEMPLATE = ROOT / "careerdesk" / "locale" / "careerdesk.pot"
COMMENT = "TRANSLATORS:"
OWN = ("careerdesk/i18n.py", "careerdesk/domain/pronouns.py")  # what the calls are made of
FORMS = ("they", "she", "he", "named")
CONTEXTS = {"named": "name"}  # of the forms whose context is called otherwise
PERCENT = re.compile(r"%(?:\(\w+\))?[sr]")
"""The fields of what `argparse` says."""
HEAD = r"""# The texts of CareerDesk. Written by `python3 dev.py messages`; do not edit.
msgid ""
msgstr ""
"Project-Id-Version: CareerDesk\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\n"
"""


@dataclass
class Entry:
    """A text, where it stands and what translators are told about it."""

    text: str
    context: str = ""
    plural: str = ""
    files: set[str] = field(default_factory=set)
    comments: set[str] = field(default_factory=set)

    def lines(self) -> Iterator[str]:
        """The entry as it stands in the file."""
        yield ""
        for comment in sorted(self.comments):
            yield f"#. {comment}"
        for file in sorted(self.files):
            yield f"#: {file}"
        if "{" in self.text + self.plural:
            yield "#, python-brace-format"
        elif PERCENT.search(self.text):
            yield "#, python-format"
        if self.context:
            yield f"msgctxt {quoted(self.context)}"
        yield f"msgid {quoted(self.text)}"
        if self.plural:
            yield f"msgid_plural {quoted(self.plural)}"
            yield 'msgstr[0] ""'
            yield 'msgstr[1] ""'
        else:
            yield 'msgstr ""'


class Messages:
    """The texts of all files that were read, and what cannot be extracted."""

    def __init__(self) -> None:
        self._entries: dict[tuple[str, str], Entry] = {}
        self.problems: list[str] = []

    def read(self, path: Path, root: Path) -> None:
        """Find the texts of one file."""
        source = path.read_text(encoding="utf-8")
        lines = source.splitlines()
        file = path.relative_to(root).as_posix()
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and file not in OWN:
                self._read_call(node, file, lines)

    def _read_call(self, call: ast.Call, file: str, lines: list[str]) -> None:
        name = called(call)
        reader = {
            "tr": texts_of_tr, "N_": texts_of_tr, "trn": texts_of_trn, "trp": texts_of_trp,
            "trg": texts_of_trg, "NG_": texts_of_trg, "Counting": texts_of_trn,
        }.get(name)  # fmt: skip
        if reader is None:
            return
        try:
            found = list(reader(call))
        except ValueError:
            shown = ast.unparse(call)
            self.problems.append(f"{file}:{call.lineno}: not a text as it is: {shown}")
            return
        comment = comment_above(call.lineno, lines)
        for context, text, plural in found:
            if not text:  # nothing is said where nothing is to be said; "" is the head of the file
                continue
            self._add(Entry(text, context, plural, {file}, {comment} - {""}), call.lineno)

    def _add(self, new: Entry, line: int) -> None:
        known = self._entries.setdefault((new.text, new.context), new)
        if known.plural and new.plural and known.plural != new.plural:
            (file,) = new.files
            self.problems.append(f"{file}:{line}: two plurals of {new.text!r}")
        known.plural = known.plural or new.plural
        known.files |= new.files
        known.comments |= new.comments

    def entries(self) -> list[Entry]:
        """All texts, sorted."""
        return [self._entries[key] for key in sorted(self._entries)]

    def template(self) -> str:
        """The whole file."""
        lines = [line for entry in self.entries() for line in entry.lines()]
        return HEAD + "\n".join(lines) + "\n"


def called(call: ast.Call) -> str:
    """The last part of the name of what is called."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def texts_of_tr(call: ast.Call) -> Iterable[tuple[str, str, str]]:
    """Context, text and plural of `tr(text)`."""
    yield "", literal(call.args[:1]), ""


def texts_of_trn(call: ast.Call) -> Iterable[tuple[str, str, str]]:
    """Those of `trn(one, many, n)`."""
    yield "", literal(call.args[:1]), literal(call.args[1:2])


def texts_of_trp(call: ast.Call) -> Iterable[tuple[str, str, str]]:
    """Those of `trp(context, text)`."""
    yield literal(call.args[:1]), literal(call.args[1:2]), ""


def texts_of_trg(call: ast.Call) -> Iterable[tuple[str, str, str]]:
    """Those of `trg(whom, they, she=…, he=…, named=…)`: a text for each form."""
    given = {one.arg: one.value for one in call.keywords if one.arg in FORMS}
    they = literal(call.args[1:2] or [given.get("they")])
    for form in FORMS:
        text = literal([given[form]]) if form in given else they
        yield CONTEXTS.get(form, form), text, ""


def literal(nodes: list[ast.expr | None]) -> str:
    """The text that the source has here; ValueError for what is known only when it runs."""
    node = nodes[0] if nodes else None
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise ValueError


def comment_above(line: int, lines: list[str]) -> str:
    """What the comment right above a call tells translators; "" for none."""
    found: list[str] = []
    for above in reversed(lines[: line - 1]):
        words = above.strip()
        if not words.startswith("#"):
            break
        found.insert(0, words.lstrip("#").strip())
    said = " ".join(found)
    return said.partition(COMMENT)[2].strip()


def quoted(text: str) -> str:
    """A text as a string of the file."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return '"' + escaped.replace("\t", "\\t") + '"'


def collect(root: Path = ROOT) -> Messages:
    """The texts of the whole program."""
    messages = Messages()
    for path in sorted((root / "careerdesk").rglob("*.py")):
        messages.read(path, root)
    return messages


def main() -> int:
    """Write the file; 1 where a text cannot be extracted."""
    messages = collect()
    for problem in messages.problems:
        print(problem, file=sys.stderr)
    TEMPLATE.parent.mkdir(exist_ok=True)
    TEMPLATE.write_text(messages.template(), encoding="utf-8", newline="\n")
    print(f"{len(messages.entries())} texts in {TEMPLATE.relative_to(ROOT).as_posix()}")
    return 1 if messages.problems else 0


if __name__ == "__main__":
    sys.exit(main())
