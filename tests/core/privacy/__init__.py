"""Tests of core/privacy."""
