"""The sessions in which the store was written, and an id by which it is known again."""

from __future__ import annotations

import uuid

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make both tables; the next edit writes the first session."""
    op.execute(
        "CREATE TABLE session "
        "(id INTEGER PRIMARY KEY, uid VARCHAR NOT NULL UNIQUE, begun_at VARCHAR NOT NULL, "
        "wrote_at VARCHAR NOT NULL)"
    )
    op.execute("CREATE TABLE store_identity (uid VARCHAR NOT NULL)")
    op.execute(f"INSERT INTO store_identity VALUES ('{uuid.uuid4().hex}')")
