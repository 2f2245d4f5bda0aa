"""The screens, made at their first visit."""
