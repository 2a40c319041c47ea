"""The promises of the program, shown by injecting the faults for real."""
