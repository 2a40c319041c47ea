"""Places that lack something: modes, links, locks, a name of their own, an owner."""
