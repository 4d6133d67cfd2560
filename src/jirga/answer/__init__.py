"""The questions people ask, each answered in sentences with their reasons."""
