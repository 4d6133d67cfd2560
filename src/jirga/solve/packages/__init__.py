"""Packages: the front, the fair points, trades."""
