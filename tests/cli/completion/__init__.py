"""What has a shell complete the commands, and the manual page."""
