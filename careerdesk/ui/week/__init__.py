"""Closing the week: what was noticed of each person, and what is promised."""
