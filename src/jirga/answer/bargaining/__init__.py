"""Answers about room for a deal, packages, what would open them, and where positions point."""
