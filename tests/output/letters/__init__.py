"""Tests of the letters as text."""
