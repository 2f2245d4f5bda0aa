"""The brief before a check-in."""
