"""Whether a channel may be used on a day, and what the status page says."""
