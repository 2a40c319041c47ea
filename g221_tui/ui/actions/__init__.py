"""What a key does: the table of all actions, and what is done for each."""
