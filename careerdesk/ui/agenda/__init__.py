"""What is to be talked about, and what was promised."""
