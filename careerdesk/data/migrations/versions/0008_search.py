"""The index of the words of all texts, on each side of the wall."""

from __future__ import annotations

from alembic import op

from careerdesk.data.search_index import FORM, WHOLE
from careerdesk.data.search_pending import MAKE

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make it, empty: a store with texts puts them in later, when nobody waits for it."""
    for table in ("conversation_words", "review_words"):
        op.execute(
            f"CREATE VIRTUAL TABLE {table} USING fts5("
            "words, content='', columnsize=0, tokenize='ascii')"
        )
        op.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('automerge', 0)")
        op.execute(f"CREATE VIRTUAL TABLE {table}_terms USING fts5vocab({table}, instance)")
        op.execute(f"CREATE VIRTUAL TABLE {table}_counts USING fts5vocab({table}, row)")
    op.execute(
        "CREATE TABLE search_state "
        "(form VARCHAR NOT NULL, reached INTEGER NOT NULL, last_id INTEGER NOT NULL)"
    )
    op.execute("INSERT INTO search_state VALUES ('', 0, 0)")
    op.execute(MAKE)
    op.execute(f"UPDATE search_state SET form = '{FORM}', reached = {WHOLE} WHERE {_NOTHING_YET}")


_NOTHING_YET = """
NOT EXISTS (SELECT 1 FROM person) AND NOT EXISTS (SELECT 1 FROM question)
AND NOT EXISTS (SELECT 1 FROM template) AND NOT EXISTS (SELECT 1 FROM objective)
AND NOT EXISTS (SELECT 1 FROM trashed) AND NOT EXISTS (SELECT 1 FROM text_version)
AND NOT EXISTS (SELECT 1 FROM review_cycle)
"""
