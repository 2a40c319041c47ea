"""The panes and bars: a snapshot in, a message out."""
