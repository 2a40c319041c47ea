"""Tests of the brief's records."""
