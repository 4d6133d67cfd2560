"""Answers about what holds where each party goes by its own view."""
