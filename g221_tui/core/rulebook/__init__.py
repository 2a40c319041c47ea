"""What a policy, channel, stage or deadline is, as records; each with its source."""
