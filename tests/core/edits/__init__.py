"""Tests of core/edits."""
