"""What a search is told, what it understands, and what it finds; pure rules."""
