"""The next step, by what it is about."""
