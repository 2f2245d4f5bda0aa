"""The command that writes: a document of somebody, or everything as JSON."""

from __future__ import annotations

import sys
from pathlib import Path

from careerdesk import commands
from careerdesk.arguments import Options
from careerdesk.domain.errors import InvalidInput
from careerdesk.i18n import N_, tr
from careerdesk.progress_line import ProgressLine

_PIPE = Path("-")


def export(options: Options) -> int:
    """Write a document of a person, or all of the store."""
    if options.what == "all":
        return _everything(options)
    if options.schema:
        raise InvalidInput(N_("--schema works only with “export all”. Leave it out."))
    options.format = options.format or "pdf"
    return commands.export(options)


def _everything(options: Options) -> int:
    """Write everything that is stored as JSON, or the form of such a file."""
    if options.person is not None:
        raise InvalidInput(
            N_("“all” means everything about everyone. Leave out {person}."), person=options.person
        )
    if options.format not in {"", "json"}:
        raise InvalidInput(
            N_("“export all” always writes JSON. Leave out --format or set it to json.")
        )
    _refuse_part(options)
    if options.schema:
        return _schema(options.out)
    if options.out is None:
        raise InvalidInput(N_("Specify an output file: careerdesk export all -o FILE.json"))
    from careerdesk.documents.write import check_no_data
    from careerdesk.services import everything

    with commands.reading(options) as store, ProgressLine().shown() as line:
        if options.out == _PIPE:
            everything.pour(store, sys.stdout.buffer)
            return 0
        check_no_data(options.out, store.path)
        everything.write(store, options.out, line.written)
    print(tr("{out} contains all your data, including everything that's private.", out=options.out))
    return 0


def _refuse_part(options: Options) -> None:
    """Refuse what asks for a part of it: everything private would be written in its place."""
    asked = {
        "--cycle": options.cycle, "--for": options.reader, "--date": options.date,
        "--draft": options.draft, "--shared-on": options.shared_on, "--paper": options.paper,
    }  # fmt: skip
    for option, value in asked.items():
        if value:
            raise InvalidInput(
                N_("“export all” always writes everything as JSON. Leave out {option}."),
                option=option,
            )


def _schema(out: Path | None) -> int:
    from careerdesk.documents.write import write_whole
    from careerdesk.services import everything

    text = everything.json_schema()
    if out is None or out == _PIPE:
        print(text, end="")
        return 0
    write_whole(out, text.encode())
    print(out)
    return 0
