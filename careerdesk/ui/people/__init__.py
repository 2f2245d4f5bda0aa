"""Who the people are: their panel, and tables that bring them in."""
