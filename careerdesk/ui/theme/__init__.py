"""Colours, fonts, icons and style: the only place that knows what anything looks like."""
