"""What moves a person."""
