"""The pages to read, and the board."""
