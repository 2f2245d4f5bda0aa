"""What the program can do, as plain functions over the store: one edit each."""
