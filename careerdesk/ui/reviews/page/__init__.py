"""The place of reviews as a whole, and one review in it."""
