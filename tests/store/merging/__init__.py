"""Two files that were one once, taken together."""
