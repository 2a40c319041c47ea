"""Letters on the dashboard, with real keys."""
