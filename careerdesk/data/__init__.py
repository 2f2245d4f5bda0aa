"""The store: the only layer that knows SQLite, and SQLAlchemy for its schema."""
