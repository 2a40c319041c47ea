"""The next step: the one thing to do, or that there is nothing to do."""
