"""How Alembic runs the steps: on the connection and in the transaction it is given."""

from __future__ import annotations

from alembic import context

from careerdesk.data.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
