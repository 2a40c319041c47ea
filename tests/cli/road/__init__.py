"""The whole road of a case: back to USCIS, notices, rounds, and what may still be done."""
