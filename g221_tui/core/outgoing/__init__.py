"""What leaves the program as rows: the entries of a calendar, tables for Excel, reminders."""
