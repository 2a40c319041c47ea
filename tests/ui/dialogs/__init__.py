"""The dialogs that record."""
