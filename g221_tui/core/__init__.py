"""The rules of the wait, pure: no clock, no file, no screen."""
