"""The command line and all documents in the language that nobody speaks.

`python -m tests.pseudo_commands FOLDER` runs each command as a shell would, with a catalogue of
that language beside the program, and prints as JSON every line that was told, and which words are
those of the store.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from html import unescape
from pathlib import Path

from careerdesk import cli
from careerdesk.demo import make_demo
from tests.pdfs import pages_of
from tests.pseudo import texts_of

COMMANDS = (
    "open", "people", "brief", "ask", "search", "upcoming", "week", "reviews", "check", "tour",
    "import", "export", "backup", "backups", "restore",
)  # fmt: skip
TABLE = (
    "Name,ID,Email,Position,Date of hire,Manager,Shoe size\n"
    '"Ruiz, Ana",1,ana@example.org,Engineer,14.02.2023,Mona\n'
    '"Lee, Dee",4,dee@example.org,Analyst,30.02.2020,Mona\n'
    ",,,,,,\nTotal,2,,,,,\n"
)
PLAIN_TABLE = "Name,ID,Position\nMareike Brandt,1,Architect\n"
TYPED = (
    "nothing", "nobody", "nowhere", "soon", "never", "zzzzqq", "odd", "klingon", "Nobody", "demo",
    "Mona", "Shoe size", "Total", "Ana", "Ruiz", "Dee Lee", "Ana Ruiz", "Mareike Brandt", "no",
    "backup", "copy", "other",
    "last month", "demo-backups",
)  # fmt: skip
"""Words that are typed, or stand in a table."""
FORMS = ("html", "pdf", "md")


class Terminal(io.TextIOWrapper):
    """What is printed on a terminal, where one also sees how far something is."""

    def isatty(self) -> bool:
        return True


def told(*arguments: object) -> list[str]:
    """All lines that a command prints, on either stream."""
    out = Terminal(io.BytesIO(), "utf-8", write_through=True)
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        with contextlib.suppress(SystemExit):
            cli.run([str(one) for one in arguments])
        out.flush()
    buffer = out.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode().replace("\x1b[K", "").splitlines()


def helps() -> Iterator[tuple[str, Sequence[str]]]:
    """The help of the program and of each command."""
    yield "--help", told("--help")
    for one in COMMANDS:
        yield f"{one} --help", told(one, "--help")


def wrong_usages() -> Iterator[tuple[str, Sequence[str]]]:
    """What the parser itself refuses."""
    for words in (
        "nothing", "brief", "brief a b", "export nothing Ana", "export", "--store", "open a --page",
        "open a --page nowhere", "upcoming --from soon", "search", "people --json=yes", "--no",
        "export all --shared-on never", "import", "restore", "tour", "week --inc --in",
    ):  # fmt: skip
        yield words, told(*words.split())


def main() -> int:
    """Run everything, and print what was told."""
    folder = Path(sys.argv[1])
    os.chdir(folder)
    store = Path("demo.db")
    make_demo(store)
    found = [
        (name, line)
        for part in (helps(), wrong_usages(), readings(store), documents(store), writings(store))
        for name, lines in part
        for line in lines
    ]
    print(json.dumps({"seen": found, "known": sorted(texts_of(store))}))
    return 0


def readings(store: Path) -> Iterator[tuple[str, Sequence[str]]]:
    """What the commands tell that only read, and why some cannot."""
    from careerdesk.app import open_store
    from careerdesk.services import people

    opened = open_store(store, reading=True)
    names = [one.name for one in people.everyone(opened)]
    opened.close()
    for words in (
        "people", "reviews", "reviews --cycle nothing", "check", "backups", "week",
        "week --include-private", "upcoming", "upcoming --from 2026-01-02 --to 2026-01-01",
        "upcoming --from 2090-01-02", "search release", "search --include-private notes",
        "search zzzzqq", "search --in reviews review", "search from:nobody kind:what is:odd",
        "search kind:goal before:2027", "search after:soon", "search is:deleted release",
        "search goals last month", "brief nobody", "brief a", "open nobody", "restore 77",
        "restore nothing.db", "restore . --person x", "restore demo.db --person x",
        "export plan nobody", "export all -o all.json", "export all x", "export all",
        "export all --format pdf", "export plan a --schema", "export plan a --cycle x",
        "export plan a --date 2026-01-01", "export plan a --draft",
        "--demo --store x.db people", "--measure-start people", "--demo backup", "people --store .",
        "people --store no/where.db", "open", "check --store no.db",
    ):  # fmt: skip
        yield (
            words,
            told("--store", store, *words.split())
            if "--store" not in words
            else told(*words.split()),
        )
    for name in names:
        yield f"brief {name}", told("brief", name, "--store", store)
        yield f"brief {name}", told("brief", name, "--include-private", "--store", store)
        yield f"ask {name}", told("ask", name, "--store", store)
        yield f"search {name}", told("search", "--person", name, "the", "--store", store)


def documents(store: Path) -> Iterator[tuple[str, Sequence[str]]]:
    """What each document says in each form, and why there is none."""
    from careerdesk.app import open_store
    from careerdesk.services import people

    opened = open_store(store, reading=True)
    names = [one.name for one in people.everyone(opened)]
    opened.close()
    kinds = ("plan", "own-words", "brief", "checkins", "summary", "review")
    ways: tuple[tuple[str, ...], ...] = ((), ("--include-private",))
    of_review: tuple[tuple[str, ...], ...] = (
        ("--draft",), ("--for", "meeting"), ("--for", "meeting", "--include-private"),
        ("--shared-on", "2001-01-01"),
    )  # fmt: skip
    for place, name in enumerate(names):
        for kind in kinds:
            for way in (*ways, *(of_review if kind == "review" else ())):
                for form in FORMS if place < 2 else ("md",):
                    target = Path(f"{kind}.{form}")
                    target.unlink(missing_ok=True)
                    words = ("export", kind, name, *way, "--format", form, "-o", str(target))
                    yield " ".join(words), told("--store", store, *words)
                    if target.exists():
                        yield " ".join(words), read(target)


def read(path: Path) -> list[str]:
    """What a reader sees of a document; of a PDF each word that is not in the page for browsers."""
    if path.suffix == ".pdf":
        there = set(re.findall(r"\w+", " ".join(read(path.with_suffix(".html")))))
        words = re.findall(r"\w+", " ".join(pages_of(path.read_bytes())))
        return [one for one in words if one not in there]
    text = path.read_text("utf-8")
    if path.suffix == ".html":
        text = re.sub(r"(?s)<style.*?</style>|<[^>]*>", "\n", text)
    return unescape(text).splitlines()


def writings(store: Path) -> Iterator[tuple[str, Sequence[str]]]:
    """What the commands tell that write, and why some cannot."""
    from careerdesk.services.backups import every

    table, known, odd = Path("people.csv"), Path("known.csv"), Path("odd.csv")
    table.write_text(TABLE, "utf-8")
    known.write_text(PLAIN_TABLE, "utf-8")
    odd.write_bytes(b'Name,Title\n"Ana, x\n')
    empty = Path("empty.csv")
    empty.write_bytes(b"")
    other = Path("other.db")
    for words in (
        "import people.csv --dry-run", "import people.csv", "import people.csv", "import known.csv",
        "import people.csv --manager Nobody", "import people.csv --encoding klingon",
        "import people.csv --encoding cp1252", "import odd.csv", "import empty.csv",
        "import none.csv", "import .", "backup", "backup -o copy.db", "backup -o .", "backups",
        "backup -o no/where.db", "restore 1", "restore 1", "restore copy.db", "restore all.json",
        "restore people.csv", "restore copy.db --person Ana", "restore copy.db --person Nobody",
        "export all -o other.json", "export all --schema -o schema.json", "check",
    ):  # fmt: skip
        yield words, told("--store", store, *words.split())
    other.write_bytes(b"nothing of ours" * 100)
    for one in every(store)[:1]:
        one.path.write_bytes(b"damaged" * 1000)
    for words in ("backups", "restore 1", "restore other.db", "restore other.json"):
        yield words, told("--store", store, *words.split())
    for words in ("people", "check", "backups", "backup", "import people.csv", "restore copy.db"):
        yield words, told("--store", other, *words.split())
    damaged = Path("damaged.db")
    damaged.write_bytes(store.read_bytes()[:20_000] + b"\0" * 9000)
    for words in ("people", "check", "backup"):
        yield words, told("--store", damaged, *words.split())


if __name__ == "__main__":
    sys.exit(main())
