"""The one screen: its panes, keys, sizes and themes."""
