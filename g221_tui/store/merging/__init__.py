"""Two files that were one once: what the other holds, and how it is taken in."""
