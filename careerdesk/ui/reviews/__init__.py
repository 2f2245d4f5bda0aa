"""The Reviews place: cycles, their board, and a person's review."""
