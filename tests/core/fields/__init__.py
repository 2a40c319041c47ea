"""Tests of core/fields."""
