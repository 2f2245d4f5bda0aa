"""Reviews on paper."""
