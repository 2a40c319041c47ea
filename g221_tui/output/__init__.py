"""What leaves the program: records in, text out."""
