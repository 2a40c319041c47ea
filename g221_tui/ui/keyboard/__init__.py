"""From the key that was struck to the one who is meant by it."""
