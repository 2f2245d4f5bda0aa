"""What the steps of the schema are written with, from the second one on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa
from alembic import op

TEXT, WHOLE, REAL = sa.String, sa.Integer, sa.Double
Made = tuple[sa.Column[object], str, str]  # a column, the table it refers to, what goes with it


def text(name: str, *, empty: bool = False) -> Made:
    """A column of text."""
    return sa.Column(name, TEXT(), nullable=empty), "", ""


def texts(*names: str) -> list[Made]:
    """Columns of text that are never null."""
    return [text(name) for name in names]


def whole(name: str, *, empty: bool = False) -> Made:
    """A column of whole numbers."""
    return sa.Column(name, WHOLE(), nullable=empty), "", ""


def real(name: str, *, empty: bool = False) -> Made:
    """A column of numbers."""
    return sa.Column(name, REAL(), nullable=empty), "", ""


def parent(name: str, table: str, *, keep: bool = False, empty: bool = False) -> Made:
    """A reference; what is kept when its target goes can be empty, and so can it with *empty*."""
    return (
        sa.Column(name, WHOLE(), nullable=keep or empty),
        table,
        "SET NULL" if keep else "CASCADE",
    )


def create(
    name: str,
    *made: Made,
    indexes: Sequence[Sequence[str]] = (),
    unique: Sequence[str] = (),
) -> None:
    """Make a table with a key, an id that is unique everywhere, columns and indexes."""
    op.create_table(
        name,
        sa.Column("id", WHOLE(), autoincrement=True, nullable=False),
        sa.Column("uid", TEXT(), nullable=False),
        *(column for column, _, _ in made),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("uid", name=f"uq_{name}_uid"),
        *(_reference(name, *one) for one in made if one[1]),
        sqlite_autoincrement=True,
    )
    for columns in indexes:
        op.create_index(f"ix_{name}_{'_'.join(columns)}", name, list(columns))
    if unique:
        op.create_index(f"ix_{name}_{'_'.join(unique)}", name, list(unique), unique=True)


def widen(
    columns: Mapping[str, Iterable[str]], references: Iterable[tuple[str, str, str]] = ()
) -> None:
    """Add columns to tables, and references: a table, a column, and the table it refers to.

    A reference is emptied when its target goes. Plain ALTER TABLE: SQLite adds a column at once,
    however large the table is.
    """
    for table, added in columns.items():
        for column in added:
            op.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    for table, name, target in references:
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN {name} INTEGER CONSTRAINT "
            f"fk_{table}_{name} REFERENCES {target} (id) ON DELETE SET NULL"
        )
        op.create_index(f"ix_{table}_{name}", table, [name])


def _reference(
    name: str, column: sa.Column[object], parent: str, at_removal: str
) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column.name],
        [f"{parent}.id"],
        name=f"fk_{name}_{column.name}",
        ondelete=at_removal,
    )
