"""What tables are made of: keys, columns, references, and the collection of all tables."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Double, ForeignKey, Index, Integer, MetaData, String, Table

from careerdesk.data.mapping import table_name
from careerdesk.domain.records import Record

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def table_of(kind: type[Record]) -> Table:
    """The table that holds records of *kind*."""
    return METADATA.tables[table_name(kind)]


def make_table(kind: type[Record], *parts: Column[Any] | Index) -> None:
    """A table with a key that is never used twice and an id that is unique everywhere."""
    Table(
        table_name(kind),
        METADATA,
        Column("id", Integer, primary_key=True, autoincrement=True),
        Column("uid", String, nullable=False, unique=True),
        *parts,
        sqlite_autoincrement=True,
    )


def text(name: str, *, empty: bool = False) -> Column[str]:
    """A column of text; with *empty* it can be null."""
    return Column(name, String, nullable=empty)


def whole(name: str, *, empty: bool = False) -> Column[int]:
    """A column of whole numbers; with *empty* it can be null."""
    return Column(name, Integer, nullable=empty)


def real(name: str, *, empty: bool = False) -> Column[float]:
    """A column of numbers; with *empty* it can be null."""
    return Column(name, Double, nullable=empty)


def parent(
    name: str, kind: type[Record], *, keep: bool = False, empty: bool = False
) -> Column[int]:
    """A reference that goes with its target, or with *keep* is emptied.

    With *empty* it may be null although the row goes with its target.
    """
    target = ForeignKey(f"{table_name(kind)}.id", ondelete="SET NULL" if keep else "CASCADE")
    return Column(name, Integer, target, nullable=keep or empty)
