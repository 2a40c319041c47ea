"""The documents of a case on a day: their states, their requests, what is outstanding."""
