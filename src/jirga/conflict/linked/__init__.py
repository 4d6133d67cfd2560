"""Two tables that share a party, made into one conflict."""
