"""Everything about one case on one day, as the faces draw it."""
