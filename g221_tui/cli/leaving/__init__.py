"""The commands of what leaves the program, reminders, completions, and its own going."""
