"""The file under the program."""
