"""Expectations run: what was found where one falls."""
