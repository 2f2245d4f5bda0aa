"""What several sides of a review share."""
