"""The same question many times: single edits, and what would unlock an outcome."""
