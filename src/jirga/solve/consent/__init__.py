"""Rules of consent: who wins a vote, who can block it, how much each vote counts."""
