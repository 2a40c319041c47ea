"""Identifiers and names masked."""
