"""Answers about two tables that share a party."""
