"""A cycle at a glance."""
