"""The page of the backups, and what makes one each day."""
