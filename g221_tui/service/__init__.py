"""What the command line and the dashboard both call."""
