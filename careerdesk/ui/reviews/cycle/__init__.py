"""Who takes part in a cycle, and by which scale."""
