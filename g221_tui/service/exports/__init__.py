"""What leaves the program as a file: what may be wanted, how it is made, where it is written."""
