"""The window around all pages."""
