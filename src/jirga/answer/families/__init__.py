"""Answers about coalitions, evolution, horizons and the inverse question."""
