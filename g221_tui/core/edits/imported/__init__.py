"""What a table brings back: contacts and documents that are new, or were changed in it."""
