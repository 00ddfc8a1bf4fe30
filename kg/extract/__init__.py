"""Rows to mentions and statements."""
