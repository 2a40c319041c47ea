"""The command that exports: what may be asked together, where it goes, and what goes there."""
