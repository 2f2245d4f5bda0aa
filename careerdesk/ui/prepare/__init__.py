"""The brief before a talk."""
