"""Answers about whose yes it needs, who can stop it, and who can deliver."""
