"""The store, tested on real files, real processes and real faults."""
