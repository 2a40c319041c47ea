"""Tests of what a letter is made of."""
