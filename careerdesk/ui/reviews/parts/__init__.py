"""What several tabs of a review share."""
