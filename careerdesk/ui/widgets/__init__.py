"""The parts pages are built from; none of them knows the store."""
