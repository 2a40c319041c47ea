"""Tests of core/followup."""
