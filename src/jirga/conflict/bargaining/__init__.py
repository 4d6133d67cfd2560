"""What is bargained over: read, checked, laid out as numbers."""
