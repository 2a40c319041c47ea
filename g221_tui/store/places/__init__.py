"""What differs from place to place: modes, links, locks, mounts, and other people's files."""
