"""Tests of the dashboard, with real keys."""
