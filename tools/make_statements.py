"""Make `careerdesk/data/statements.py` from the tables: `python3 dev.py generate`.

Edits run what it holds, and so need no SQLAlchemy.
"""

from __future__ import annotations

import textwrap
from pathlib import Path

from sqlalchemy import Column, Double, Integer, Table

from careerdesk.data.tables import METADATA

TARGET = Path(__file__).parent.parent / "careerdesk" / "data" / "statements.py"
BLANK = "\0"  # within what stays together
WIDTH = 88  # of a piece of a statement, within its quotes and behind its indent
HEAD = '''"""The tables, and the statements that write them, made from `tables.py`, not by hand.

After a change of the tables `python3 dev.py generate` makes this anew.
"""

from __future__ import annotations

from collections.abc import Mapping

from careerdesk.data.plain_tables import REAL, TEXT, WHOLE, Column, Table

# fmt: off
TABLES: Mapping[str, Table] = {one.name: one for one in (
'''
FOOT = ''')}
"""Each by its name; whoever is referred to comes before those who refer to it, where that is
possible.
"""
'''


def made() -> str:
    """The module as it has to be for the tables as they are."""
    return HEAD + "".join(map(_table, METADATA.sorted_tables)) + FOOT


def _table(table: Table) -> str:
    columns = _lines([_column(column) for column in table.columns])
    names = ", ".join(_quoted(column.name) for column in table.columns)
    marks = ", ".join("?" for _ in table.columns)
    name = _quoted(table.name)
    return (
        f"    Table({name}, (\n{columns}\n    ),\n"
        + _text(f"INSERT INTO {name} ({names}) VALUES ({marks})")
        + _text(f"UPDATE {name} SET {{}} WHERE id = ?")
        + _text(f"DELETE FROM {name} WHERE id = ?", end=")")
    )


def _column(column: Column[object]) -> str:
    holds = "REAL" if isinstance(column.type, Double) else "TEXT"
    holds = "WHOLE" if isinstance(column.type, Integer) else holds
    told = [_quoted(column.name), holds]
    told += ["nullable=True"] if column.nullable else []
    for key in column.foreign_keys:
        told.append(f"target={_quoted(key.column.table.name)}")
        told += ["stays=True"] if key.ondelete == "SET NULL" else []
    return f"Column({', '.join(told)}),"


def _lines(columns: list[str]) -> str:
    """As many of them in each line as there is room for."""
    whole = " ".join(one.replace(" ", BLANK) for one in columns)
    lines = textwrap.wrap(whole, WIDTH + 4)  # without quotes
    return "\n".join(f"        {line.replace(BLANK, ' ')}" for line in lines)


def _quoted(name: str) -> str:
    return f'"{name}"'


def _text(statement: str, end: str = "") -> str:
    lines = textwrap.wrap(statement, WIDTH, drop_whitespace=False)
    return "\n".join(f"        '{line}'" for line in lines) + f"{end},\n"


if __name__ == "__main__":
    TARGET.write_text(made(), encoding="utf-8")
