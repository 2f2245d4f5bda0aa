"""Making a new store: by the text of its schema, in one transaction.

The text is made from the migrations (`python3 dev.py generate`), so a first start runs none of
them, and imports nothing that does (`docs/adr/0063-the-first-store.md`).
"""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

from careerdesk import system
from careerdesk.data import commit_mode
from careerdesk.data.connection import cannot_create, create_private, explain
from careerdesk.data.copying import remove
from careerdesk.data.library import PLAIN, Library

TEXT = Path(__file__).with_name("new_store.sql")
# A part that is cut short is made anew, and a whole one is brought to the disk before it gets its
# name: until then nothing has to wait for the disk.
_IN_A_PART = "PRAGMA journal_mode=MEMORY", "PRAGMA synchronous=OFF"


def create(path: Path, library: Library = PLAIN) -> None:
    """Make a new store at *path*: it appears whole, or not at all."""
    part = path.with_name(f".{path.name}.{os.getpid()}.new")
    part.unlink(missing_ok=True)
    create_private(part, path)
    try:
        fill(part, library)
        system.put_new(part, path)
    except FileExistsError:
        pass  # somebody else made it meanwhile
    except library.error as error:
        raise explain(error, path) from error
    except OSError as error:
        raise cannot_create(path, error) from None
    finally:
        remove(part)


def fill(part: Path, library: Library = PLAIN) -> None:
    """Let the empty file *part* be a new store; it is not on the disk yet, and may be cut short."""
    text = TEXT.read_text(encoding="utf-8")
    with closing(library.connect(part)) as connection:
        for setting in _IN_A_PART:
            connection.execute(setting)
        connection.executescript(text)
        # As a store is written where nobody carries the folder about; elsewhere opening it turns
        # that back. Here it costs no wait for the disk.
        connection.execute(f"PRAGMA journal_mode={commit_mode.BESIDE}")
