"""The product's words and rules in pure Python: no I/O, no SQL, no Qt."""
