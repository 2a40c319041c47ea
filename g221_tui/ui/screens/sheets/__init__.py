"""The sheets: pages to read, opened from a row."""
