"""The command line and all documents in a language that nobody speaks."""

from __future__ import annotations

import argparse
import ast
import inspect
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from careerdesk.domain.roster_encodings import CHOICES
from tests.catalogues import GERMAN, write_catalogue
from tests.plain_words import Own
from tests.pseudo import CLOSE, LANGUAGE, OPEN, catalogue
from tests.pseudo_commands import COMMANDS, TYPED

ROOT = Path(__file__).parents[2]
LEAST = 5000  # lines that are told
ARGUMENTS = re.compile(
    r"(?<!\w)--?[a-z][\w-]*|\{[\w,.-]+\}|'[\w-]+'|\bwhat(?=: |, )"
    rf"|^ {{4}}(?:{'|'.join(COMMANDS)})\b|careerdesk (?:{'|'.join(COMMANDS)})\b"
)
"""Options, choices and commands, which are typed as they are in every language."""
OF_PROGRAMMERS = re.compile(
    r"is not callable|is an invalid argument|__call__|mode %r|multiple sub"
    r"|cannot merge|conflicting|dest=|conflict_resolution|option string %|"
    r"mutually exclusive|deprecated|can't open|warning|subcommands"
)
"""What argparse says of mistakes in our own source, and of ways to use it that we do not."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[str]]]:
    """What the program tells where the system asks for that language, and it has a catalogue."""
    folder = tmp_path_factory.mktemp("pseudo")
    program, work = folder / "program", folder / "work"
    for made in (program / "careerdesk", work):
        made.mkdir(parents=True)
    for one in (ROOT / "careerdesk").iterdir():
        if one.name not in {"locale", "__pycache__"}:
            (program / "careerdesk" / one.name).symlink_to(one)
    write_catalogue(program / "careerdesk" / "locale", LANGUAGE, GERMAN, catalogue())
    asked = {"LC_ALL": "", "LC_MESSAGES": "", "LANGUAGE": "", "LANG": f"{LANGUAGE}.UTF-8"}
    home = {"HOME": str(folder), "XDG_STATE_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    places = {
        "PYTHONPATH": f"{program}{os.pathsep}{ROOT}",
        "QT_QPA_PLATFORM": "offscreen",
        "NO_COLOR": "1",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.pseudo_commands", str(work)], cwd=program, check=False,
        env=os.environ | asked | home | places, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_commands_and_documents_tell_nothing_that_cannot_be_translated(
    told: dict[str, list[list[str]]],
) -> None:
    own = Own([*map(str, told["known"]), *TYPED, *CHOICES])
    plain = {
        f"{part!r} of {command}: {line}": None
        for command, line in told["seen"]
        for part in own.not_theirs(ARGUMENTS.sub("\n", line))
    }
    assert "\n".join(plain) == ""
    assert len(told["seen"]) > LEAST
    assert sum(OPEN in line or CLOSE in line for _, line in told["seen"]) > LEAST / 2


def test_what_the_parser_of_arguments_says_can_be_translated() -> None:
    """Its texts are those of the Python that runs, so the next one may say more."""
    asked = {
        text.value
        for call in ast.walk(ast.parse(inspect.getsource(argparse)))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in {"_", "ngettext"}
        for text in call.args[:1]
        if isinstance(text, ast.Constant)
    }
    known = {key.partition("\0")[0] for key in catalogue()}
    assert [one for one in sorted(asked - known) if not OF_PROGRAMMERS.search(one)] == []
