"""The three panes, rows of the snapshot."""
