"""Templates, and the trash."""
