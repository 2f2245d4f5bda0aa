"""What else could get a person where they want to go."""
