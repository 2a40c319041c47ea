"""Letters on the dashboard: what is asked first, the draft, its ways out."""
