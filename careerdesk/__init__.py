"""CareerDesk: career conversations and reviews, kept apart, on one laptop."""

__version__ = "0.1.0"
