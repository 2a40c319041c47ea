"""Letters on the command line."""
