"""What a person is shown of their review."""
