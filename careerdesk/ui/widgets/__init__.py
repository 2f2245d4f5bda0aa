"""The parts pages are built from; none of them belongs to a feature."""
