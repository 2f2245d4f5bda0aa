"""The window: pages, models, delegates, widgets and the theme they share."""
