"""The lines above the panes."""
