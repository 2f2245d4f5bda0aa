"""What every part of the window may use: it knows no feature."""
