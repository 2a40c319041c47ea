"""The commands that change the case."""
