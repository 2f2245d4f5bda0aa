"""What is written for a review, and from what."""
