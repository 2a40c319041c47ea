"""What a letter says: which template, each value from a record, what is missing, what to mind."""
