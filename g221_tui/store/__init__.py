"""The file: TinyDB behind one door."""
