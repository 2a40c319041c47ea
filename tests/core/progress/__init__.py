"""Tests of core/progress."""
