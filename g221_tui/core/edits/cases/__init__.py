"""Changes to the cases of a file: open one, link two, do the same to linked ones."""
