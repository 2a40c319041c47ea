"""Keys in a real pseudo-terminal: none is lost, misplaced or taken for a command."""
