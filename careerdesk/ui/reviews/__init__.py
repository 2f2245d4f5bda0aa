"""The Review room: cycles, their board, and a person's review."""
