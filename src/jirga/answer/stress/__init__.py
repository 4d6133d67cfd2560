"""The same question many times, in sentences: what an answer hangs on, and what would unlock it."""
