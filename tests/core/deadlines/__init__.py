"""Tests of core/deadlines."""
