"""What was said, and where: documents, passages, claims and reviews, in a ledger that never forgets."""
