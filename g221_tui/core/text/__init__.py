"""Words and dates for people: written, read, looked up, made safe to show."""
