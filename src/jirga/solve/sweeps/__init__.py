"""Moves and what they can lead to, over every state at once and without listing them."""
