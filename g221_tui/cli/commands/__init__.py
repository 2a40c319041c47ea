"""The commands and their options, a module for each subject; `arguments.py` finds the one typed."""
