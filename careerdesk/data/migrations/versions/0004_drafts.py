"""Words that were typed and are stored nowhere else yet."""

from __future__ import annotations

from careerdesk.data.migration_parts import create, parent, text, texts, whole

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table; none of the old ones changes."""
    create(
        "draft",
        parent("person_id", "person", empty=True),
        whole("whose"),
        text("kind"),
        whole("record_id"),
        *texts("handle", "body", "typed_at"),
        indexes=[["person_id"], ["whose"], ["kind", "record_id"]],
    )
