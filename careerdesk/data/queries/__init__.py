"""Every read of the store: SQL text straight into records."""
