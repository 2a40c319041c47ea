"""The dashboard screen and its dialogs, one a file."""
