"""Answers about wants that are marked strong or unknown."""
