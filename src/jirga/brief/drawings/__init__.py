"""Drawings: one SVG each, legible in black and white, with its words for those who do not see it."""
