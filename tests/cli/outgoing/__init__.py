"""What leaves the program, by the command line."""
