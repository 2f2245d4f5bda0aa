"""Reading templates."""

from __future__ import annotations

import sqlite3

from careerdesk.data.mapping import build, columns
from careerdesk.domain.loop import Template

ALL = f"SELECT {columns(Template)} FROM template"


def known(connection: sqlite3.Connection) -> list[Template]:
    """All templates."""
    return [build(Template, row) for row in connection.execute(ALL)]
