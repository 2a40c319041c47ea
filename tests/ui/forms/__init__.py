"""The forms: what is shown, where the keys lead, how it looks."""
