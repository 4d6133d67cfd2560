"""Wants and rankings that are marked strong or unknown, laid out as arrays."""
