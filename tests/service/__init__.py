"""Tests of what both faces call."""
