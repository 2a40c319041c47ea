"""The program as a whole: start, streams, bugs, leaving."""
