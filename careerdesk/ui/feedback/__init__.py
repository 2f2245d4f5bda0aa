"""Feedback that is given."""
