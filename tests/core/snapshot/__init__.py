"""Tests of core/snapshot."""
