"""Check-ins: the one that runs, and those before it."""
