"""The dialogs: questions and forms."""
