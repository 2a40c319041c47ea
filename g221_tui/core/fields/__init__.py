"""The facts of the records as text: their table, labels, values, and what is wrong with a row."""
