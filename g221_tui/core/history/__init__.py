"""What the history keeps of each change, and undo computed from it."""
