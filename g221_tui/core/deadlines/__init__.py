"""The dates that must not be missed."""
