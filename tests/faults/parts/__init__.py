"""The parts of the long run, one subject a file; each finds faults or none, and counts its tries.

A part is a function of an empty folder and a share of its full length. Nothing in it is pytest's:
the suite calls it with a small share, `long.py` with the whole.
"""
