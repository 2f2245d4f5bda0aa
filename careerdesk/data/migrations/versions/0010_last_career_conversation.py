"""An index of the career conversations, which are few among the check-ins."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make it, so that the last one is found without reading the check-ins after it."""
    op.create_index(
        "ix_check_in_person_id_state_kind_starts_at",
        "check_in",
        ["person_id", "state", "kind", "starts_at"],
        sqlite_where=sa.text("kind = 'career'"),
    )
