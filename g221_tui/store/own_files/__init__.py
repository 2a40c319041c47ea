"""Files of the program beside the one of the cases: what it remembers, and how all of them go."""
