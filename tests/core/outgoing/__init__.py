"""What leaves the program, as rules."""
